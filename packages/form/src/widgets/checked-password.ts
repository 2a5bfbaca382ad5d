import { SECRET } from "../read/secrets.ts";
import { type CheckedInputOptions, pageOfTwoControls, typedTwice } from "./checked-input.ts";
import { textLimits } from "./text-view.ts";
import type { Widget } from "../field/widget.ts";

/** Options of {@link checkedPassword}; the mismatch is `Enter the same password twice` by default. */
export interface CheckedPasswordOptions extends Omit<CheckedInputOptions, "type"> {
  /** Sends both texts back when the page is shown again, default false. */
  readonly redisplay?: boolean;
}

/**
 * Creates an input for a new password, typed twice. A password manager may propose one.
 *
 * White space around the password is kept. The password is not sent back by default, and no message contains it.
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
      const view = pageOfTwoControls(place, options, "password");
      return redisplay ? view : { ...view, value: "", confirm: { ...view.confirm, value: "" } };
    },
  };
}
