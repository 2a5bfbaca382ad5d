import type { Control } from "@turnform/schema";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import { arabic } from "../languages/arabic.ts";
import { pageOf } from "../testing/page.ts";
import { checkedInput } from "./checked-input.ts";
import { checkedPassword } from "./checked-password.ts";

const twice = (first: string, ...second: string[]): Control[] => [
  ["__start__", "it:mapping"],
  ["it", first],
  ...second.map((text): Control => ["it-confirm", text]),
  ["__end__", "it:mapping"],
];
const formOf = (widget: ReturnType<typeof checkedInput>, type: z.ZodType = z.string().min(5)) =>
  createForm(z.object({ it: type.meta({ title: "E-mail", widget }) }));
const errorOf = (form: ReturnType<typeof formOf>, posted: readonly Control[]) => {
  const result = form.validate(posted);
  return result.kind === "invalid" ? result.error.asDict()["it"] : undefined;
};

describe("checkedInput", () => {
  const form = formOf(checkedInput({ mismatchMessage: "Differ" }));

  it("has two controls, each with its label", () => {
    const page = pageOf(String(form.render({ it: "a@b.c" })));
    const labels = [...page.querySelectorAll("label")].map((label) => [
      label.getAttribute("for"),
      label.textContent,
    ]);
    expect(labels).toEqual([
      ["form-it", "E-mail *"],
      ["form-it-confirm", "Confirm E-mail *"],
    ]);
    const values = [...page.querySelectorAll("input.tf-input")].map((input) => input.getAttribute("value"));
    expect(values).toEqual(["a@b.c", "a@b.c"]);
    const own = String(formOf(checkedInput({ subject: "Mail", confirmSubject: "Again" })).render());
    expect([...pageOf(own).querySelectorAll("label")].map(({ textContent }) => textContent)).toEqual([
      "Mail *",
      "Again *",
    ]);
  });

  it("writes an e-mail address from left to right in both controls, in every language", () => {
    const arabicForm = formOf(checkedInput(), z.email()).withLanguage(arabic);
    const inputs = pageOf(String(arabicForm.render())).querySelectorAll("input.tf-input");
    expect([...inputs].map((input) => input.getAttribute("dir"))).toEqual(["ltr", "ltr"]);
  });

  it("accepts a text typed twice, unchanged", () => {
    expect(form.validate(twice(" a@b.c ", " a@b.c "))).toMatchObject({ value: { it: " a@b.c " } });
    const number = formOf(checkedInput(), z.int());
    expect(number.validate(twice("5", "5"))).toMatchObject({ value: { it: 5 } });
    expect(errorOf(number, twice("x", "x"))).toBe('"x" is not a number');
  });

  it("reports different texts, and shows both again", () => {
    for (const posted of [twice("a@b.c", "x@b.c"), twice("no", "nope"), twice("", "a@b.c")])
      expect(errorOf(form, posted)).toBe("Differ");
    expect(errorOf(formOf(checkedInput()), twice("a", "b"))).toBe("Enter the same value twice");
    const page = pageOf(String(form.validate(twice("a@b.c", "x@b.c")).form));
    const inputs = [...page.querySelectorAll("input.tf-input")];
    expect(inputs.map((input) => input.getAttribute("value"))).toEqual(["a@b.c", "x@b.c"]);
    expect(inputs.map((input) => input.getAttribute("aria-describedby"))).toEqual([
      "form-it:error",
      "form-it:error",
    ]);
  });

  it("leaves other checks to the schema", () => {
    expect(errorOf(form, twice("", ""))).toBe("Required");
    expect(errorOf(form, [])).toBe("Required");
    expect(errorOf(form, twice("abc", "abc"))).toBe("Enter at least 5 characters");
  });

  it("refuses an unconfirmed text", () => {
    expect(errorOf(form, twice("a@b.c"))).toBe("Differ");
    expect(errorOf(form, [["it", "a@b.c"]])).toBe("Differ");
  });
});

describe("checkedPassword", () => {
  const form = formOf(checkedPassword());

  it("neither sends back nor quotes the typed texts", () => {
    for (const posted of [twice("swordfish", "other"), twice("swordfish"), [["it", "swordfish"]] as const]) {
      const result = form.validate(posted);
      expect(result.kind === "invalid" && result.error.asDict()).toEqual({
        it: "Enter the same password twice",
      });
      expect(String(result.form)).not.toMatch(/swordfish|other/);
    }
    expect(String(form.render({ it: "swordfish" }))).not.toContain("swordfish");
  });

  it("sends both texts back with `redisplay`", () => {
    const page = formOf(checkedPassword({ redisplay: true })).validate(twice("secret", "other")).form;
    const inputs = pageOf(String(page)).querySelectorAll("input[type=password]");
    expect([...inputs].map((input) => input.getAttribute("value"))).toEqual(["secret", "other"]);
  });

  it("asks the browser for a new password", () => {
    const inputs = pageOf(String(form.render())).querySelectorAll("input[type=password]");
    expect([...inputs].map((input) => input.getAttribute("autocomplete"))).toEqual([
      "new-password",
      "new-password",
    ]);
  });
});
