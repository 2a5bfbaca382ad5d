import { oneOf } from "@turnform/schema/checks";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import { password } from "./password.ts";

const Login = z.object({
  name: z.string(),
  secret: z
    .string()
    .check(oneOf(["swordfish", "sesame"]))
    .meta({ widget: password({ autocomplete: "current-password" }) }),
});

describe("password", () => {
  it("is not sent back", () => {
    const form = createForm(Login);
    expect(String(form.render({ name: "ada", secret: "sesame" }))).not.toContain("sesame");
    const { form: page, kind } = form.validate([["secret", "sesame"]]);
    expect(kind).toBe("invalid");
    expect(String(page)).not.toContain("sesame");
    expect(String(form.render({ secret: "sesame" }, { readonly: true }))).toContain("••••••••</bdi>");
  });

  it("is sent back with `redisplay`", () => {
    const form = createForm(
      z.object({
        secret: z
          .string()
          .min(9)
          .meta({ widget: password({ redisplay: true }) }),
      }),
    );
    expect(String(form.validate([["secret", "sesame"]]).form)).toContain('value="sesame"');
  });

  it("is quoted in no message", () => {
    const pin = z.int().min(1000).max(9999);
    const form = createForm(
      z.object({
        ...Login.shape,
        pins: z.array(pin.meta({ widget: password() })),
        own: z
          .string()
          .refine(() => false, { error: ({ input }) => `What is ${String(input)}?` })
          .meta({ widget: password() }),
      }),
    );
    const result = form.validate([
      ["secret", "dog.*(fish"],
      ["own", "secret"],
      ["__start__", "pins:sequence"],
      ["pin", "10000"],
      ["pin", "1x"],
      ["__end__", "pins:sequence"],
    ]);
    expect(result.kind === "invalid" && result.error.asDict()).toEqual({
      name: "Required",
      secret: "Must be one of: swordfish, sesame",
      "pins.0": "Must be 9999 or less",
      "pins.1": '"••••••••" is not a number',
      own: "What is ••••••••?",
    });
    for (const text of ["dog", "10000", "1x"]) expect(String(result.form)).not.toContain(text);
  });

  it("removes white space around it, unless `strip` is false", () => {
    const form = createForm(
      z.object({
        a: z.string().meta({ widget: password() }),
        b: z.string().meta({ widget: password({ strip: false }) }),
      }),
    );
    const posted = [
      ["a", " x "],
      ["b", " x "],
    ] as const;
    expect(form.validate(posted)).toMatchObject({ value: { a: "x", b: " x " } });
  });
});
