import type { ButtonView } from "./view.ts";
import { titleFromName } from "@turnform/schema";

/** A button that sends the form. */
export interface Button {
  /** Name it is posted under, when pressed. */
  readonly name: string;
  /** Text on it, default the name in words. */
  readonly title?: string;
  /** Value it is posted with, default the name. */
  readonly value?: string;
}

/** Buttons as they are given, a name alone standing for the whole. */
export function buttonViews(buttons: readonly (string | Button)[]): readonly ButtonView[] {
  return buttons.map((given, index) => {
    const { name, title, value }: Button = typeof given === "string" ? { name: given } : given;
    return { name, value: value ?? name, label: title ?? titleFromName(name), primary: index === 0 };
  });
}
