import { createForm } from "@turnform/form";
import { z } from "zod";
import { formHandler, formsHandler, webTurn } from "./web.ts";

const form = createForm(z.object({ name: z.string() }), { buttons: ["save"] });
const view = (page: unknown) => String(page);
const request = new Request("http://localhost/");

const handle = formHandler(form, ({ name }) => ({ id: name }), {
  view,
  redirect: ({ id }) => {
    // @ts-expect-error saved is the result of save
    void id.other;
    return `/${id}`;
  },
});
void handle(request);
void handle(request, { any: "context" });

const withContext = formHandler(
  form,
  (value, from, button, changed, context: { readonly id: string }) => {
    const pressed: "save" | undefined = button;
    // @ts-expect-error the schema has no such field
    void value.other;
    return [from.url, pressed, changed.length, context.id];
  },
  { view, redirect: (_saved, _request, { id }) => `/${id}`, notice: "Saved" },
);
void withContext(request, { id: "1" });
// @ts-expect-error the callbacks need the context
void withContext(request);

// @ts-expect-error neither redirect nor notice
formHandler(form, () => {}, { view });
// @ts-expect-error a view is a function
formHandler(form, () => {}, { view: "page", redirect: "/" });
// @ts-expect-error data is a part of the schema's output
formHandler(form, () => {}, { view, redirect: "/", load: () => ({ name: 1 }) });

formsHandler([webTurn(form, ({ name }) => name, { redirect: "/" })], { view });
