import { createForm, type FilledForm } from "@turnform/form";
import express from "express";
import { z } from "zod";
import { FieldErrors } from "./field-errors.ts";
import { formRoute } from "./form-route.ts";

const Preset = z.object({ name: z.string(), angles: z.array(z.number()).default([]) });
const form = createForm(Preset, {
  buttons: ["save", "copy"],
});
const view = (form: FilledForm) => String(form);

const route = formRoute(
  form,
  async (value, req, button, changed) => {
    const isRenamed: boolean = changed.includes("name");
    // @ts-expect-error the schema has no such field
    changed.includes("nmae");
    const name: string = value.name;
    const angles: number[] = value.angles;
    const pressed: "save" | "copy" | undefined = button;
    // @ts-expect-error the form has no such button
    void (button === "delete");
    // @ts-expect-error the value is the schema's output
    const wrong: number = value.name;
    // @ts-expect-error the schema has no such field
    void value.other;
    return { id: req.params.id, count: [name, angles, pressed, wrong, isRenamed].length };
  },
  {
    load: (req) => ({ name: req.params.id }),
    view,
    redirect: (saved) => {
      const count: number = saved.count;
      // @ts-expect-error saved is the result of save's promise
      void saved.then;
      return `/presets/${saved.id}/${count}`;
    },
  },
);

express().all("/presets/:id", route).route("/presets/:id").all(route);

express()
  .route("/presets/:id")
  .all(
    formRoute(form, (value, req) => value.name + req.params.id, {
      load: (req) => {
        const id: string = req.params.id;
        // @ts-expect-error the path has no such parameter
        void req.params.other;
        return { name: id };
      },
      view,
      redirect: (saved) => saved.trim(),
    }),
  );

// @ts-expect-error save takes the schema's output
formRoute(form, (value: { name: number }) => value, { view, redirect: "/" });
formRoute(form, (value) => value.name, { view, notice: (name) => `Saved ${name.trim()}` });
// @ts-expect-error a notice is a text
formRoute(form, () => {}, { view, notice: 1 });

// redirect sees the result of save, wherever it is among the options
formRoute(form, async (value) => ({ id: value.name }), {
  redirect: (saved) => `/${saved.id.trim()}`,
  load: () => ({ name: "Ann" }),
  view,
});
formRoute(form, async (value) => ({ id: value.name }), {
  // @ts-expect-error the result has no such property
  redirect: (saved) => `/${saved.name}`,
  view,
});

// @ts-expect-error neither redirect nor notice
formRoute(form, () => {}, { view });
formRoute(form, () => {}, { view, redirect: "/", notice: "Saved" });
// @ts-expect-error data is a part of the schema's output
formRoute(form, () => {}, { view, redirect: "/", load: () => ({ name: 1 }) });
formRoute(form, () => {}, { view, redirect: "/", load: async () => undefined });
// Literals of loaded data keep their types
const sized = createForm(z.object({ size: z.enum(["s", "m"]) }));
formRoute(sized, () => {}, { view, redirect: "/", load: () => ({ size: "s" }) });
// @ts-expect-error no such size
formRoute(sized, () => {}, { view, redirect: "/", load: () => ({ size: "xl" }) });

formRoute(form, () => {}, {
  view: (page) => {
    // @ts-expect-error a misspelt path
    page.field("nmae");
    return String(page.field("angles.0"));
  },
  redirect: "/",
});

void [
  new FieldErrors<typeof Preset>({ name: "Taken", "angles.3": ["Odd"], "": "Sorry" }),
  // @ts-expect-error a misspelt path
  new FieldErrors<typeof Preset>({ nmae: "Taken" }),
  new FieldErrors({ anything: "Wrong" }, { status: 409 }),
];

const unbound = createForm(Preset, { deferred: true });
formRoute(unbound, ({ name }) => name, { view, redirect: "/", bind: (req) => ({ user: req.ip }) });
// @ts-expect-error a form with deferred parts needs bind
formRoute(unbound, ({ name }) => name, { view, redirect: "/" });

const Shape = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("dot"), width: z.number() }),
  z.object({ kind: z.literal("line"), points: z.array(z.number()) }),
]);
formRoute(
  createForm(Shape),
  (shape) => {
    // @ts-expect-error another case has points
    if (shape.kind === "dot") void shape.points;
    if (shape.kind === "dot") throw new FieldErrors<typeof Shape>({ width: "Taken", "points.0": "Taken" });
    return shape.points;
  },
  { view, redirect: "/", load: async () => ({ kind: "line", points: [1] }) },
);
formRoute(createForm(Shape), (shape) => shape.kind, {
  view,
  redirect: "/",
  // @ts-expect-error no such case
  load: () => ({ kind: "cube" }),
});
