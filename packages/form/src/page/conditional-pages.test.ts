import { shownWhen, when } from "@turnform/schema/conditions";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import { pageOf } from "../testing/page.ts";
import { section } from "../field/arrangement.ts";
import { sequence } from "../widgets/sequence.ts";
import { submittedControls } from "../testing/submitted.ts";

const Stop = z.object({
  kind: z.enum(["city", "village"]),
  hotel: shownWhen(when("kind").is("city"), z.email()),
  guide: z
    .string()
    .optional()
    .meta({ requireWhen: when("/by").is("car") }),
});
const Trip = z.object({
  by: z.enum(["train", "car"]),
  plate: shownWhen(when("by").is("car"), z.string().max(10)),
  car: z
    .object({ seats: z.int().min(1) })
    .optional()
    .meta({ showWhen: when("by").is("car") }),
  stops: z.array(Stop),
  double: z.number().meta({ computed: ({ stops }: { stops?: unknown[] }) => (stops ?? []).length * 2 }),
});
const form = createForm(Trip, { formId: "f" });

/** Returns the wrapper of a field. */
function wrapper(page: unknown, id: string) {
  const found = pageOf(String(page)).querySelector(`[id='${id}']`)?.closest("[data-tf-name]");
  return found ?? undefined;
}

describe("pages of a form with conditions", () => {
  it("hide fields, without constraints, and keep what was typed", () => {
    const page = form.render({ by: "train", stops: [{ kind: "village" }] });
    expect(wrapper(page, "f-plate")?.hasAttribute("hidden")).toBe(true);
    expect(wrapper(page, "f-by")?.hasAttribute("hidden")).toBe(false);
    const html = pageOf(String(page));
    expect(html.querySelectorAll("[hidden] [required]")).toHaveLength(0);
    expect(html.querySelector("[id='f-stops-0-hotel']")?.hasAttribute("readonly")).toBe(true);
    const controls = submittedControls(String(page)).map(([name, value]): [string, string] => [
      name,
      name === "plate" ? "ZH 1" : name === "hotel" ? "no address" : typeof value === "string" ? value : "",
    ]);
    const result = form.validate([...controls, ["submit", "submit"]]);
    expect(result.kind === "valid" && result.value).toEqual({
      by: "train",
      stops: [{ kind: "village" }],
      double: 2,
    });
    expect(form.draft(controls).field("plate").value).toBe("ZH 1");
    expect(String(form.draft(controls))).toContain("no address");
  });

  it("show and require fields by their conditions", () => {
    const page = form.render({ by: "car", stops: [{ kind: "city" }, { kind: "village" }] });
    expect(wrapper(page, "f-plate")?.hasAttribute("hidden")).toBe(false);
    const html = pageOf(String(page));
    expect(html.querySelector("[id='f-plate']")?.hasAttribute("required")).toBe(true);
    expect(html.querySelector("[id='f-stops-0-guide']")?.hasAttribute("required")).toBe(true);
    expect(wrapper(page, "f-stops-0-hotel")?.hasAttribute("hidden")).toBe(false);
    expect(wrapper(page, "f-stops-1-hotel")?.hasAttribute("hidden")).toBe(true);
    expect(html.querySelector("[id='f-plate:label'] .tf-required")?.hasAttribute("hidden")).toBe(false);
    const train = pageOf(String(form.render({ by: "train", stops: [{ kind: "city" }] })));
    expect(train.querySelector("[id='f-stops-0-guide']")?.hasAttribute("required")).toBe(false);
    expect(train.querySelector("[id='f-stops-0-guide:label'] .tf-required")?.hasAttribute("hidden")).toBe(
      true,
    );
  });

  it("show a required field that was never seen, with the rest kept", () => {
    const fresh = submittedControls(String(form.render({ by: "train", stops: [] })));
    const result = form.validate(fresh.map(([name, value]) => [name, name === "by" ? "car" : value]));
    expect(result.kind === "invalid" && result.error.asDict()).toMatchObject({ plate: "Required" });
    expect(wrapper(result.kind === "invalid" && result.form, "f-plate")?.hasAttribute("hidden")).toBe(false);
  });

  it("draw computed values as texts, and post nothing for them", () => {
    const page = form.render({ by: "train", stops: [{ kind: "city" }] });
    expect(pageOf(String(page)).querySelector("[id='f-double']")?.textContent).toContain("2");
    expect(submittedControls(String(page)).map(([name]) => name)).not.toContain("double");
  });

  it("leave hidden fields out of readonly pages", () => {
    const page = String(form.render({ by: "train", plate: "ZH 1", stops: [] }, { readonly: true }));
    expect(page).not.toContain("ZH 1");
    expect(page).not.toContain("f-car");
  });

  it("tell the script nothing on readonly pages, and the values of readonly fields on others", () => {
    expect(String(form.render({ by: "car", stops: [] }, { readonly: true }))).not.toContain("data-tf-show");
    const fixed = createForm(Trip, { formId: "f", widgets: { by: { readonly: true } } });
    const page = fixed.render({ by: "car", stops: [] });
    expect(wrapper(page, "f-by")?.getAttribute("data-tf-value")).toBe("car");
    expect(wrapper(page, "f-plate")?.hasAttribute("hidden")).toBe(false);
  });

  it("hide only fields whose own condition fails, so that a group can be shown again", () => {
    const page = form.render({ by: "train", stops: [] });
    expect(wrapper(page, "f-car")?.hasAttribute("hidden")).toBe(true);
    expect(pageOf(String(page)).querySelectorAll("[hidden] [data-tf-name][hidden]")).toHaveLength(0);
  });

  it("draw the cases of a union that are not chosen by the same rules", () => {
    const text = z.string().optional();
    const Inner = z.object({ c: text.meta({ showWhen: when("/by").is("car") }) });
    const type = z.object({
      by: text,
      u: z.union([z.object({ a: text }), z.object({ b: text, inner: Inner })]),
    });
    const cases = createForm(type, { formId: "f" });
    const hidden = (by: string): unknown =>
      /<template data-tf-case="1">([^]*?)<\/template>/
        .exec(String(cases.render({ by, u: { a: "" } })))?.[1]
        ?.match(/ hidden>/g)?.length;
    expect(hidden("car")).toBe(undefined);
    expect(hidden("train")).toBe(1);
  });

  it("hide blocks and columns of hidden fields", () => {
    const Fee = z.object({
      what: z.string(),
      fee: z
        .string()
        .optional()
        .meta({ showWhen: when("/by").is("car") }),
    });
    const type = z.object({
      by: z.string(),
      toll: z
        .string()
        .optional()
        .meta({ showWhen: when("by").is("car") }),
      fees: z.array(Fee),
    });
    const arranged = createForm(type, {
      formId: "f",
      arrange: [section("Road", ["toll"])],
      widgets: { fees: sequence({ layout: "table" }) },
    });
    const page = (by: string) => pageOf(String(arranged.render({ by, fees: [{ what: "x" }] })));
    for (const [by, count] of [
      ["car", 0],
      ["train", 1],
    ] as const) {
      expect(page(by).querySelectorAll("fieldset[data-tf-out]")).toHaveLength(count);
      expect(page(by).querySelectorAll("th[hidden]")).toHaveLength(count);
      expect(page(by).querySelectorAll("tbody > tr > td[hidden]")).toHaveLength(count);
    }
  });

  it("draw blank items by the same rules", () => {
    const blank = (by: "car" | "train"): string =>
      /<template data-tf-blank>([^]*?)<\/template>/.exec(String(form.render({ by, stops: [] })))?.[1] ?? "";
    expect(blank("car")).toMatch(/name="guide"[^>]* required/);
    expect(blank("train")).not.toMatch(/name="guide"[^>]* required/);
  });

  it("refresh with everything kept, nothing validated, and the focus at the field of the button", () => {
    const page = form.render({ by: "train", stops: [{ kind: "village" }] });
    const button = pageOf(String(page)).querySelector("[id='f-stops-0-kind:update']");
    expect(button?.getAttribute("value")).toBe("refresh:kind");
    const changed = submittedControls(String(page)).flatMap(([name, value]): [string, string][] =>
      name === "kind"
        ? [
            [name, "city"],
            ["__edit__", "refresh:kind"],
          ]
        : [[name, name === "hotel" ? "no address" : typeof value === "string" ? value : ""]],
    );
    const result = form.validate(changed);
    expect(result.kind).toBe("edited");
    const html = pageOf(result.kind === "edited" ? String(result.form) : "");
    expect(wrapper(result.kind === "edited" && result.form, "f-stops-0-hotel")?.hasAttribute("hidden")).toBe(
      false,
    );
    expect(html.querySelector("[id='f-stops-0-hotel']")?.getAttribute("value")).toBe("no address");
    expect(html.querySelectorAll("[aria-invalid]")).toHaveLength(0);
    expect(html.querySelector("[autofocus]")?.id).toContain("f-stops-0-kind");
    expect(
      form.validate([
        ["by", "car"],
        ["__edit__", "refresh"],
      ]).kind,
    ).toBe("edited");
    expect(
      form.validate([
        ["by", "car"],
        ["__edit__", "refresh:nothing"],
      ]).kind,
    ).toBe("edited");
  });
});
