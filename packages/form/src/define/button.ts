import type { Language } from "../languages/language.ts";
import type { FormButtonView } from "../field/view.ts";
import { checkOneOf } from "../field/one-of.ts";
import { describeValue } from "../field/describe-value.ts";
import { attributeViews, checkAttributes } from "../field/attributes.ts";
import { titleFromName } from "@turnform/schema";

/** A button at the end of a form. */
export interface Button<Name extends string = string> {
  /** Name in the post, when the button is pressed. */
  readonly name: Name;
  /** Text of the button, or a function that returns it in the form's language. Default: the name in words. */
  readonly title?: string | ((language: Language) => string);
  /** Value in the post. Default: the name. */
  readonly value?: string;
  /** Action: send the form, reset its values, or follow `href`. Default: `submit`. */
  readonly type?: "submit" | "reset" | "link";
  /** Address of a link. */
  readonly href?: string;
  /** True if the button can't be pressed. Default: false. */
  readonly disabled?: boolean;
  /** Classes of an empty element before the text. The application's stylesheet draws an icon in it. */
  readonly icon?: string;
  /** Additional classes of the button. */
  readonly cssClass?: string;
  /** Further attributes. */
  readonly attributes?: Readonly<Record<string, string | number | boolean>>;
}

/**
 * Returns the views of buttons. A text stands for a button with this name. The first enabled button that sends the form is primary.
 *
 * @throws TypeError for a link without an address, or an invalid attribute
 */
export function buttonViews(
  buttons: readonly (string | Button)[],
  language: Language,
): readonly FormButtonView[] {
  const list: unknown = buttons;
  if (!Array.isArray(list))
    throw new TypeError(`buttons is ${describeValue(list)}; a list is expected, such as buttons: ["save"]`);
  const given = buttons.map((button): Button => (typeof button === "string" ? { name: button } : button));
  for (const button of given) {
    const { name }: { readonly name?: unknown } = button ?? {};
    if (typeof name !== "string")
      throw new TypeError(
        `A button is ${describeValue(button)}; a name is expected, or an object with one: { name: "save", title: "Save it" }`,
      );
    checkOneOf(`type of button "${name}"`, button.type, ["submit", "reset", "link"]);
  }
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

/** Types the name of a pressed button. Only the form's own buttons are found in a post. */
export function ownButton<Name extends string>(pressed: {
  readonly button?: string;
}): { readonly button?: Name } {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return pressed as { readonly button?: Name };
}
