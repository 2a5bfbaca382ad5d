import { checkbox, type CheckboxOptions } from "./checkbox.ts";
import type { Widget } from "../field/widget.ts";

/** A switch: a checkbox that is told and looks like one that is on or off. */
export function switchInput(options: CheckboxOptions = {}): Widget {
  return { ...checkbox(options), template: "switch-input" };
}
