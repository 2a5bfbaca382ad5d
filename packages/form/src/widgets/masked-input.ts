import type { InputConstants, InputView } from "../field/view.ts";
import { typedText } from "./one-text.ts";
import type { TextInputOptions } from "./text-input.ts";
import { textLimits, typed } from "./text-view.ts";
import type { Widget } from "../field/widget.ts";

/** Options of {@link maskedInput}. */
export interface MaskedInputOptions extends TextInputOptions {
  /** `#` is a digit, `@` a letter of A–Z, `*` either; `!` before them means the sign itself, as does any other. */
  readonly mask: string;
  /** Stands for each digit and letter in the empty control, default `_`. */
  readonly maskPlaceholder?: string;
}

/** A text of a certain shape. */
export interface MaskedInputView extends InputView, MaskedInputConstants {}

/** The properties of {@link MaskedInputView} that are the same on every page. */
export interface MaskedInputConstants extends InputConstants {
  readonly mask: string;
}

const CLASSES: Readonly<Record<string, string>> = { "#": "[0-9]", "@": "[A-Za-z]", "*": "[A-Za-z0-9]" };

/**
 * A text of a certain shape, whose fixed signs a script writes while the person types the others.
 *
 *     maskedInput({ mask: "@@## ####" })   // typed as «ch939300», read as «ch93 9300»
 *
 * Without the script a browser asks for the same shape. The schema says what the server takes.
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
      const own = { pattern: textLimits(field).pattern ?? pattern, placeholder, inputMode, mask };
      return { ...text.constants(field), ...own };
    },
    view: ({ field, text }) => ({ ...typed(field, type ?? "text"), value: text }),
  };
}

/** The signs of a mask, those with a `!` before them together with it. */
function signsOf(mask: string): readonly string[] {
  return mask.match(/!.|[^]/gu) ?? [];
}

/** Writes a text so that a regular expression, or HTML's `pattern`, means just that text. */
function escapePattern(text: string): string {
  return text.replaceAll(/[\^$\\.*+?()[\]{}|/]/g, String.raw`\$&`);
}
