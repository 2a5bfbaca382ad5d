import { SECRET } from "../read/secrets.ts";
import { type CheckedInputOptions, twice, typedTwice } from "./checked-input.ts";
import { textLimits } from "./text-view.ts";
import type { Widget } from "../field/widget.ts";

/** Options of {@link checkedPassword}; the mismatch is `Password did not match confirm` by default. */
export interface CheckedPasswordOptions extends Omit<CheckedInputOptions, "type"> {
  /** Sends both texts back to the browser when the page is shown again, default false. */
  readonly redisplay?: boolean;
}

/**
 * A new password, typed twice; a password manager may propose one.
 *
 * It is taken to the letter, white space included, and as with `password` neither sent back nor quoted.
 */
export function checkedPassword(options: CheckedPasswordOptions = {}): Widget {
  const { autocomplete = "new-password", mismatchMessage, redisplay = false } = options;
  const shared = typedTwice("passwordMismatch", mismatchMessage);
  return {
    ...shared,
    options,
    secret: true,
    text: (place) => (shared.text?.(place) ? SECRET : ""),
    constants: (field) => ({ ...textLimits(field), label: options.subject ?? field.title, autocomplete }),
    view(place) {
      const view = twice(place, options, "password");
      return redisplay ? view : { ...view, value: "", confirm: { ...view.confirm, value: "" } };
    },
  };
}
