import type { Control } from "@turnform/schema";
import { closest, elementsIn, isElement, type PageElement, sourceTextOf, textOf } from "./html-page.ts";
import { sanitize } from "./sanitize.ts";

type Posted = Control[1];

/** A control of a page, with the state that a person has given it. */
export abstract class PageControl {
  readonly element: PageElement;
  /** Name in the post. */
  readonly name: string;
  readonly isDisabled: boolean;

  constructor(element: PageElement) {
    this.element = element;
    this.name = element.attribs["name"] ?? "";
    this.isDisabled = isDisabled(element);
  }

  /** Returns the posted values. */
  abstract get posted(): readonly Posted[];
}

/** A line of text, a text area, or any other input with one text as its value. */
export class TextControl extends PageControl {
  readonly type: string;
  #value: string;

  constructor(element: PageElement) {
    super(element);
    const isArea = element.name === "textarea";
    this.type = isArea ? "textarea" : (element.attribs["type"] ?? "text").toLowerCase();
    // A browser ignores the line break right after the tag of a text area.
    this.#value = isArea
      ? sourceTextOf(element).replace(/^\n/, "")
      : sanitize(this.type, element.attribs["value"] ?? "", element.attribs);
  }

  get value(): string {
    return this.#value;
  }

  /** Types a text. Returns false if the control can't hold it, such as a date with 32 days. */
  enter(text: string): boolean {
    const value = this.type === "textarea" ? text : sanitize(this.type, text, this.element.attribs);
    const isHeld = ["range", "color"].includes(this.type)
      ? value === text.toLowerCase() || Number(value) === Number(text)
      : value !== "" || text.replaceAll(/\s/g, "") === "";
    if (isHeld) this.#value = value;
    return isHeld;
  }

  get posted(): readonly Posted[] {
    const isCharset = this.type === "hidden" && this.name.toLowerCase() === "_charset_";
    return [isCharset ? "UTF-8" : this.#value];
  }
}

/** A checkbox or radio button. */
export class TickControl extends PageControl {
  readonly isRadio: boolean;
  readonly value: string;
  isTicked: boolean;

  constructor(element: PageElement) {
    super(element);
    const { type = "", value = "on", checked } = element.attribs;
    this.isRadio = type.toLowerCase() === "radio";
    this.value = value;
    this.isTicked = checked !== undefined;
  }

  get posted(): readonly Posted[] {
    return this.isTicked ? [this.value] : [];
  }
}

/** An option of a select. */
interface Option {
  readonly value: string;
  readonly label: string;
  readonly isDisabled: boolean;
}

/** A drop-down list, or a list with several rows. */
export class SelectControl extends PageControl {
  readonly isMultiple: boolean;
  readonly options: readonly Option[];
  chosen: readonly Option[];

  constructor(element: PageElement) {
    super(element);
    const { multiple, size = "1" } = element.attribs;
    this.isMultiple = multiple !== undefined;
    const options = elementsIn(element.children).filter(({ name }) => name === "option");
    this.options = options.map(optionOf);
    const selected = this.options.filter((_, at) => options[at]?.attribs["selected"] !== undefined);
    // A drop-down list always has a selection; a list with several rows may have none.
    const isDropDown = !this.isMultiple && Number(size) <= 1;
    const first = isDropDown ? this.options.find((option) => !option.isDisabled) : undefined;
    this.chosen = this.isMultiple ? selected : [selected.at(-1) ?? first ?? []].flat();
  }

  get posted(): readonly Posted[] {
    return this.chosen.filter((option) => !option.isDisabled).map(({ value }) => value);
  }
}

/** A control for files. */
export class FileControl extends PageControl {
  readonly isMultiple: boolean = this.element.attribs["multiple"] !== undefined;
  files: readonly File[] = [];

  get posted(): readonly Posted[] {
    // Without a chosen file, a browser posts an empty one.
    return this.files.length > 0 ? this.files : [new File([], "", { type: "application/octet-stream" })];
  }
}

/** A button that sends the form. */
export class ButtonControl extends PageControl {
  readonly value: string = this.element.attribs["value"] ?? "";

  get posted(): readonly Posted[] {
    return [];
  }
}

/** Returns the control of an element. Undefined for other elements, and for buttons that send nothing. */
export function controlOf(element: PageElement): PageControl | undefined {
  const type = (element.attribs["type"] ?? "").toLowerCase();
  switch (element.name) {
    case "button":
      return ["button", "reset"].includes(type) ? undefined : new ButtonControl(element);
    case "select":
      return new SelectControl(element);
    case "textarea":
      return new TextControl(element);
    case "input":
      if (["button", "reset", "image"].includes(type)) return undefined;
      if (type === "submit") return new ButtonControl(element);
      if (type === "checkbox" || type === "radio") return new TickControl(element);
      return type === "file" ? new FileControl(element) : new TextControl(element);
    default:
      return undefined;
  }
}

function optionOf(option: PageElement): Option {
  const text = textOf(option);
  const isGroupOff =
    closest(option, ({ name, attribs }) => name === "optgroup" && isOff(attribs)) !== undefined;
  return {
    value: option.attribs["value"] ?? text,
    label: option.attribs["label"] || text,
    isDisabled: isOff(option.attribs) || isGroupOff,
  };
}

/** Returns true if a browser skips a control: it is disabled, in a disabled group, or a suggestion. */
function isDisabled(control: PageElement): boolean {
  let inner = control;
  return (
    isOff(control.attribs) ||
    closest(control, (outer) => {
      const legend = outer.children.filter(isElement).find(({ name }) => name === "legend");
      // The legend of a disabled group may hold the control that enables the group.
      const isOffGroup = outer.name === "fieldset" && isOff(outer.attribs) && inner !== legend;
      inner = outer;
      return isOffGroup || outer.name === "datalist";
    }) !== undefined
  );
}

function isOff({ disabled }: PageElement["attribs"]): boolean {
  return disabled !== undefined;
}
