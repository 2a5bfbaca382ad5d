import { checkbox, type CheckboxOptions, checkTicked } from "./checkbox.ts";
import type { Makes, Widget } from "../field/widget.ts";

/** Creates a switch: a checkbox that looks, and is announced, as on or off. */
export function switchInput(options: CheckboxOptions & { readonly trueValue: string }): Widget;
export function switchInput(options?: CheckboxOptions): Widget & Makes<true>;
export function switchInput(options: CheckboxOptions = {}): Widget {
  return {
    ...checkbox(options),
    template: "switch-input",
    check: (field) => checkTicked(field, "switchInput", options),
  };
}
