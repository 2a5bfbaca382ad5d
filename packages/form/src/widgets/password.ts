import { SECRET } from "../read/secrets.ts";
import type { InputView } from "../field/view.ts";
import { typedText, type TypedTextOptions } from "./one-text.ts";
import type { Widget, WidgetOptions } from "../field/widget.ts";

/** Options of {@link password}. */
export interface PasswordOptions extends WidgetOptions<InputView>, TypedTextOptions {
  /** Sends the password back when the page is shown again, default false. */
  readonly redisplay?: boolean;
}

/** Creates a password input. The password is not sent back by default, and no message contains it. */
export function password(options: PasswordOptions = {}): Widget {
  const { redisplay = false } = options;
  return {
    ...typedText(options),
    template: "text-input",
    secret: true,
    text: ({ text }) => (text === "" ? "" : SECRET),
    view: ({ text }) => ({ type: "password", value: redisplay ? text : "" }),
  };
}
