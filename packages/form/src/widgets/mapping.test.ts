import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "../form.ts";
import { pageOf } from "../testing/page.ts";
import { submittedControls } from "../testing/submitted.ts";
import { mapping } from "./mapping.ts";

const Address = z.object({ street: z.string(), city: z.string() });
const formOf = (options: Parameters<typeof mapping>[0]) =>
  createForm(z.object({ to: Address.meta({ widget: mapping(options) }) }), { formId: "f" });
const details = (page: unknown) => pageOf(String(page)).querySelector("details");

describe("mapping", () => {
  it("stands under a legend, plain or in a card", () => {
    for (const frame of ["plain", "card"] as const) {
      const page = pageOf(String(formOf({ frame }).render()));
      expect(page.querySelector(`fieldset.tf-frame-${frame} > legend`)?.textContent).toBe("To");
    }
  });

  it("opens and closes, and is open where something is wrong", () => {
    const form = formOf({ frame: "details" });
    expect(details(form.render())?.hasAttribute("open")).toBe(false);
    expect(details(formOf({ frame: "details", open: true }).render())?.hasAttribute("open")).toBe(true);
    const { form: invalid } = form.validate(submittedControls(String(form.render())));
    expect(details(invalid)?.hasAttribute("open")).toBe(true);
    expect(details(invalid)?.querySelector("fieldset")?.getAttribute("aria-labelledby")).toBe("f-to:label");
  });

  it("hands on what is no mapping, for the schema to refuse", () => {
    const { form } = formOf({}).validate([["to", "x"]]);
    expect(form.error?.asDict()).toEqual({ to: expect.stringContaining('"x" is not a mapping type') });
  });

  it("is open in the blank item of a list, however often the page is drawn", () => {
    const form = createForm(
      z.object({
        list: z.array(z.object({ a: z.string() }).meta({ widget: mapping({ frame: "details" }) })),
      }),
    );
    const opens = () => /<template[^>]*>.*?<details[^>]* open>/s.test(String(form.render()));
    expect([opens(), opens(), opens()]).toEqual([true, true, true]);
  });
});
