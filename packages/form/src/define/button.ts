import type { Language } from "../languages/language.ts";
import type { FormButtonView } from "../field/view.ts";
import { attributeViews, checkAttributes } from "../field/attributes.ts";
import { titleFromName } from "@turnform/schema";

/** A button at the end of a form. */
export interface Button {
  /** Name it is posted under, when pressed. */
  readonly name: string;
  /** Text on it, or what makes it in the form's language; default the name in words. */
  readonly title?: string | ((language: Language) => string);
  /** Value it is posted with, default the name. */
  readonly value?: string;
  /** What it does: sends the form (default), puts its values back, or leads to `href`. */
  readonly type?: "submit" | "reset" | "link";
  /** Where a link leads. */
  readonly href?: string;
  /** Whether it can't be pressed, default false. */
  readonly disabled?: boolean;
  /** Classes of an empty element before the text, which a stylesheet of the application's draws an icon in. */
  readonly icon?: string;
  /** Classes of the button, beside Turnform's own. */
  readonly cssClass?: string;
  /** Further attributes. */
  readonly attributes?: Readonly<Record<string, string | number | boolean>>;
}

/**
 * Buttons as they are given, a name alone standing for the whole. The first one that sends the form is the primary one.
 *
 * @throws TypeError for a link that leads nowhere, or an attribute that can't be given
 */
export function buttonViews(
  buttons: readonly (string | Button)[],
  language: Language,
): readonly FormButtonView[] {
  const given = buttons.map((button): Button => (typeof button === "string" ? { name: button } : button));
  const first = given.find(({ type = "submit", disabled = false }) => type === "submit" && !disabled);
  return given.map((button) => {
    const { name, title, value = name, type = "submit", href, disabled = false, attributes } = button;
    checkAttributes(`Button "${name}"`, attributes);
    if (type === "link" && href === undefined)
      throw new TypeError(`Button "${name}" is a link, so it needs an href`);
    return {
      name,
      value,
      type,
      isLink: type === "link",
      href: type === "link" ? href : undefined,
      label: (typeof title === "function" ? title(language) : title) ?? titleFromName(name),
      primary: button === first,
      disabled,
      icon: button.icon,
      cssClass: button.cssClass,
      attributes: attributes && attributeViews(attributes),
    };
  });
}
