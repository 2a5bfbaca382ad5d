import { SECRET } from "../read/secrets.ts";
import type { InputView } from "../field/view.ts";
import { oneText, strippedText } from "./leaf.ts";
import { textLimits } from "./text-view.ts";
import type { Widget, WidgetOptions } from "../field/widget.ts";

/** Options of {@link password}. */
export interface PasswordOptions extends WidgetOptions<InputView> {
  /** Sends the password back to the browser when the page is shown again, default false. */
  readonly redisplay?: boolean;
  /** Removes white space around it, default true. */
  readonly strip?: boolean;
  /** What a browser may fill in, such as `current-password` or `one-time-code`. */
  readonly autocomplete?: string;
}

/** A text that nobody reads over a shoulder: it is not sent back to the browser, nor quoted in a message. */
export function password(options: PasswordOptions = {}): Widget {
  const { redisplay = false, strip = true, autocomplete } = options;
  return {
    ...oneText,
    ...(strip && strippedText),
    options,
    template: "text-input",
    secret: true,
    text: ({ text }) => (text === "" ? "" : SECRET),
    constants: (field) => ({ ...textLimits(field), autocomplete }),
    view: ({ text }) => ({ type: "password", value: redisplay ? text : "" }),
  };
}
