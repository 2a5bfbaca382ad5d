import { describe, it } from "vitest";
import { boolean } from "@turnform/schema";
import { z } from "zod";
import { checkbox } from "./checkbox.ts";
import { checkboxChoice } from "./checkbox-choice.ts";
import { fileInput } from "./file-input.ts";
import { select } from "./select.ts";
import { sequence } from "./sequence.ts";
import { switchInput } from "./switch-input.ts";
import { tags } from "./tags.ts";
import { textInput } from "./text-input.ts";

describe("a widget", () => {
  it("fits the types whose values it makes", () => {
    z.boolean().meta({ widget: checkbox() }).optional().meta({ widget: switchInput() });
    z.literal(true).meta({ widget: checkbox() });
    boolean().meta({ widget: checkbox() });
    z.boolean().transform(Number).meta({ widget: checkbox() });
    z.string().meta({ widget: checkbox({ trueValue: "yes" }) });
    z.array(z.object({ a: z.string() }))
      .min(1)
      .nullable()
      .meta({ widget: sequence() });
    z.set(z.enum(["a"])).meta({ widget: checkboxChoice() });
    z.array(z.string()).meta({ widget: tags({ values: ["a", ["b", "The b"]] }) });
    z.file().optional().meta({ widget: fileInput() });
    z.array(z.file()).meta({ widget: fileInput({ multiple: true }) });
    z.string().meta({ widget: textInput() });
    const unknown: z.ZodType = z.string();
    unknown.meta({ widget: checkbox() });
  });

  it("is refused on other types", () => {
    // @ts-expect-error -- a text is no boolean
    z.string().meta({ widget: checkbox() });
    // @ts-expect-error -- a number is no boolean
    z.number().meta({ widget: switchInput({ falseValue: "0" }) });
    // @ts-expect-error -- a text is no list
    z.string().meta({ widget: sequence() });
    // @ts-expect-error -- a choice is no list
    z.enum(["a"]).meta({ widget: checkboxChoice() });
    // @ts-expect-error -- a record is no list
    z.record(z.string(), z.string()).meta({ widget: tags() });
    // @ts-expect-error -- texts are no files
    z.string().meta({ widget: fileInput() });
    // @ts-expect-error -- a choice has a text
    z.string().meta({ widget: select({ values: [1] }) });
  });
});
