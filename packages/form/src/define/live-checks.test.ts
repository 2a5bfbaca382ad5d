import { describe, expect, it } from "vitest";
import { z } from "zod";
import { shownWhen, when } from "@turnform/schema/conditions";
import { bootstrap } from "../themes/bootstrap.ts";
import { password } from "../widgets/password.ts";
import { createForm } from "./form.ts";

const asked: string[] = [];
const Account = z.object({
  name: z.string().refine(async (name) => {
    asked.push(name);
    return name !== "taken";
  }, "Taken"),
  kind: z.enum(["person", "company"]),
  vat: shownWhen(when("kind").is("company"), z.string()),
  pin: z.string().min(8).meta({ widget: password() }),
});
const form = createForm(Account, { formId: "account", enhance: "live" });
const CHECK = ["__edit__", "check"] as const;
const valid = [
  ["name", "Ann"],
  ["kind", "person"],
  ["vat", ""],
  ["pin", "12345678"],
] as const;

describe("a check of a form with live checks", () => {
  it("shows every error with the status 200, and no error of a hidden field", async () => {
    const controls = [["name", "taken"], ["kind", "person"], ["vat", ""], ["pin", "secret"], CHECK] as const;
    const result = await form.validateAsync(controls);
    expect(result).toMatchObject({ kind: "edited", isCheck: true });
    expect(result.form.status).toBe(200);
    expect(result.form.error?.asDict()).toEqual({ name: "Taken", pin: "Enter at least 8 characters" });
    const html = String(result.form);
    expect(html).toContain('id="account-name:error"');
    expect(html).not.toContain("secret");
  });

  it("is no valid post, even without errors", async () => {
    const result = await form.validateAsync([...valid, ["submit", "submit"], CHECK]);
    expect(result).toMatchObject({ kind: "edited", isCheck: true });
    expect(result.form.error).toBeUndefined();
    expect(result).not.toHaveProperty("value");
  });

  it("is a refresh for other forms: nothing is validated", async () => {
    for (const enhance of [false, true]) {
      asked.length = 0;
      const result = await createForm(Account, { enhance }).validateAsync([["name", "taken"], CHECK]);
      expect(result.kind).toBe("edited");
      expect(result).not.toHaveProperty("isCheck");
      expect(result.form.error).toBeUndefined();
      expect(asked).toEqual([]);
    }
  });

  it("refuses broken markers, a second edit and a page too long like any post", () => {
    const small = createForm(z.object({ words: z.array(z.string()) }), {
      enhance: "live",
      maxPageSize: 10_000,
    });
    const words = Array.from({ length: 100 }, () => ["word", ""] as const);
    for (const [status, ...controls] of [
      [400, ["__start__", "words:sequence"], CHECK],
      [400, ["__end__", ""], CHECK],
      [400, CHECK, CHECK],
      [413, ["__start__", "words:sequence"], ...words, ["__end__", ""], CHECK],
    ] as const) {
      const { kind, form: page } = small.validate(controls);
      expect([kind, page.status]).toEqual(["malformed", status]);
    }
    expect(small.validate([["__start__", "a:mapping"], CHECK, ["__end__", ""]])).toMatchObject({
      isCheck: true,
    });
    const page = small.draft([["__start__", "words:sequence"], ["", "a"], ["__end__", ""], CHECK]);
    expect(page.error).toBeUndefined();
  });

  it("loads its script and the marks of a wrong control only with the option", () => {
    const names = (enhance: boolean | "live"): readonly string[] =>
      createForm(Account, { enhance })
        .resources()
        .map(({ name }) => name)
        .filter((name) => /post|live/.test(name));
    expect([names(false), names(true), names("live")]).toEqual([
      [],
      ["turnform-post.js"],
      ["turnform-post.js", "turnform-live.js"],
    ]);
    expect(String(form.render())).toContain(' data-tf-enhance data-tf-check="tf-wrong"');
    expect(String(createForm(Account, { enhance: true }).render())).not.toContain("data-tf-check");
    const bootstrapped = createForm(Account, { enhance: "live", theme: bootstrap() });
    expect(String(bootstrapped.render())).toContain(' data-tf-check="tf-wrong is-invalid"');
  });

  it("refuses other words, and a form sent by GET", () => {
    // @ts-expect-error -- no such word
    expect(() => createForm(Account, { enhance: "lively" })).toThrow(/enhance of form "form" is "lively"/);
    expect(() => createForm(Account, { enhance: "live", method: "get" })).toThrow(/sent by GET/);
  });
});
