import { SECRET } from "../read/secrets.ts";
import type { InputView } from "../field/view.ts";
import { typedText, type TypedTextOptions } from "./one-text.ts";
import type { Widget, WidgetOptions } from "../field/widget.ts";

/** Options of {@link password}. */
export interface PasswordOptions extends WidgetOptions<InputView>, TypedTextOptions {
  /** Sends the password back to the browser after an error, default false. */
  readonly redisplay?: boolean;
}

/** Creates a password input. By default no page and no message contains the password. */
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
