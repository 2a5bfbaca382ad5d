import type { InputConstants, InputView } from "../field/view.ts";
import { typedText } from "./one-text.ts";
import type { TextInputOptions } from "./text-input.ts";
import { textLimits, typed } from "./text-view.ts";
import type { Widget } from "../field/widget.ts";

/** Options of {@link maskedInput}. */
export interface MaskedInputOptions extends TextInputOptions {
  /** `#` is a digit, `@` a letter of A–Z, `*` either. Other characters are fixed; `!` makes the next one fixed. */
  readonly mask: string;
  /** Placeholder of each digit and letter in the empty control, default `_`. */
  readonly maskPlaceholder?: string;
}

/** A text input with a mask. */
export interface MaskedInputView extends InputView, MaskedInputConstants {}

/** Constants of {@link MaskedInputView}. */
export interface MaskedInputConstants extends InputConstants {
  readonly mask: string;
}

const CLASSES: Readonly<Record<string, string>> = { "#": "[0-9]", "@": "[A-Za-z]", "*": "[A-Za-z0-9]" };

/**
 * Creates a text input with a mask. The script writes the fixed characters while a person types the others.
 *
 *     maskedInput({ mask: "@@## ####" })   // typed as "ch939300", read as "ch93 9300"
 *
 * Without JavaScript the browser checks the same pattern. The server checks only the schema.
 */
export function maskedInput(options: MaskedInputOptions): Widget {
  const { mask, maskPlaceholder = "_", type } = options;
  const text = typedText(options);
  const signs = signsOf(mask);
  const pattern = signs.map((sign) => CLASSES[sign] ?? escapePattern(sign.slice(-1))).join("");
  const shape = signs.map((sign) => (sign in CLASSES ? maskPlaceholder : sign.slice(-1))).join("");
  const inputMode = signs.every((sign) => sign === "#" || !/[@*\p{L}]$/u.test(sign)) ? "numeric" : undefined;
  return {
    ...text,
    template: "masked-input",
    resources: ["turnform-masked-input.js"],
    constants(field) {
      const placeholder = options.placeholder ?? field.node.meta.placeholder ?? shape;
      const masked = { pattern: textLimits(field).pattern ?? pattern, placeholder, inputMode, mask };
      return { ...text.constants(field), ...masked };
    },
    view: ({ field, text }) => ({ ...typed(field, type ?? "text"), value: text }),
  };
}

/** Splits a mask into its characters. A `!` stays with the next character. */
function signsOf(mask: string): readonly string[] {
  return mask.match(/!.|[^]/gu) ?? [];
}

/** Escapes a text for a regular expression or HTML's `pattern`. */
function escapePattern(text: string): string {
  return text.replaceAll(/[\^$\\.*+?()[\]{}|/]/g, String.raw`\$&`);
}
