import type { Control } from "@turnform/schema";
import { closest, HtmlPage, isElement, type PageElement } from "./html-page.ts";
import { namesOf } from "./names.ts";
import { ButtonControl, controlOf, type PageControl, TickControl, TextControl } from "./page-control.ts";
import { type EditPlace, Places } from "./places.ts";

/** A control that a person may fill in, with its path and names. */
export interface PlacedControl {
  readonly control: PageControl;
  readonly path: string;
  readonly names: readonly string[];
}

/** A group of controls, such as a list or the parts of a date. */
export interface PlacedGroup {
  readonly path: string;
  readonly names: readonly string[];
}

/** A button that sends the form. */
export interface PlacedButton {
  readonly control: ButtonControl;
  readonly names: readonly string[];
  /** The edited item, for a button of a list. */
  readonly place: EditPlace | undefined;
}

/** One form of a page, as a browser holds it. */
export class FormPage {
  readonly element: PageElement;
  readonly fields: readonly PlacedControl[];
  readonly groups: readonly PlacedGroup[];
  readonly buttons: readonly PlacedButton[];
  readonly #controls: readonly PageControl[];

  /**
   * @param html A page or a form
   * @param formId Id of the form. Default: the only form
   * @throws Error if the page has no such form, or several forms and no id is given
   */
  constructor(html: string, formId?: string) {
    const page = new HtmlPage(html);
    this.element = formIn(page, formId);
    this.#controls = page.elements.flatMap((element) =>
      this.#owns(element) ? (controlOf(element) ?? []) : [],
    );
    untickOthers(this.#controls);
    const placed = place(page, this.#controls);
    this.fields = placed.fields;
    this.groups = placed.groups;
    this.buttons = placed.buttons;
  }

  /**
   * Returns the controls that a browser posts, by the HTML standard's entry list.
   *
   * @param pressed The pressed button. Default: none
   */
  posted(pressed?: PageControl): Control[] {
    const controls: Control[] = [];
    for (const control of this.#controls) {
      if (control.name === "" || control.isDisabled) continue;
      const values =
        control instanceof ButtonControl && control === pressed ? [control.value] : control.posted;
      for (const value of values)
        controls.push([withLineEnds(control.name), typeof value === "string" ? withLineEnds(value) : value]);
    }
    return controls;
  }

  /** Ticks a radio button, and no other of its group. */
  tick(control: TickControl): void {
    for (const other of this.#controls)
      if (other instanceof TickControl && other.isRadio && other.name === control.name)
        other.isTicked = false;
    control.isTicked = true;
  }

  #owns({ attribs, parent }: PageElement): boolean {
    const { form } = attribs;
    if (form !== undefined) return form === this.element.attribs["id"];
    return parent !== null && isElement(parent) && closest(parent, isForm) === this.element;
  }
}

function isForm({ name }: PageElement): boolean {
  return name === "form";
}

function formIn(page: HtmlPage, formId: string | undefined): PageElement {
  const forms = page.elements.filter(isForm);
  const fitting = formId === undefined ? forms : forms.filter(({ attribs }) => attribs["id"] === formId);
  const [form, second] = fitting;
  const ids = forms.map(({ attribs }) => `"${attribs["id"] ?? ""}"`).join(", ");
  if (!form)
    throw new Error(
      ids === "" ? "The page has no form" : `The page has no form "${formId}". It has the forms ${ids}`,
    );
  if (second) throw new Error(`The page has the forms ${ids}. Choose one by the option formId`);
  return form;
}

/** Leaves only the last of the ticked radio buttons of a group, as browsers do. */
function untickOthers(controls: readonly PageControl[]): void {
  const seen = new Set<string>();
  for (const control of controls.toReversed()) {
    if (!(control instanceof TickControl) || !control.isRadio || !control.isTicked) continue;
    if (seen.has(control.name)) control.isTicked = false;
    seen.add(control.name);
  }
}

/** Follows the markers, and returns the controls and groups with their paths. */
function place(
  page: HtmlPage,
  controls: readonly PageControl[],
): Pick<FormPage, "fields" | "groups" | "buttons"> {
  const places = new Places();
  const fields: PlacedControl[] = [];
  const groups: PlacedGroup[] = [];
  const buttons: PlacedButton[] = [];
  const named = new Set<PageElement>();
  for (const control of controls) {
    const { element, name } = control;
    if (name === "__start__") {
      const path = places.start(element.attribs["value"] ?? "");
      // The first group inside a labelled element has its name.
      const around = closest(element, (outer) => isGroup(outer) || isForm(outer));
      const names = around && isGroup(around) && !named.has(around) ? namesOf(around, page) : [];
      if (around) named.add(around);
      if (path !== undefined) groups.push({ path, names });
    } else if (name === "__end__") places.end();
    else if (control instanceof ButtonControl) {
      if (isForPeople(element))
        buttons.push({
          control,
          names: namesOf(element, page),
          place: name === "__edit__" ? places.edit() : undefined,
        });
    } else {
      const path = places.value(name);
      if (!(control instanceof TextControl && control.type === "hidden"))
        fields.push({ control, path, names: namesOf(element, page) });
    }
  }
  return { fields, groups, buttons };
}

function isGroup({ name, attribs }: PageElement): boolean {
  return name === "fieldset" || ["group", "radiogroup"].includes(attribs["role"] ?? "");
}

/** Returns false for the hidden copy of a button that Enter presses. */
function isForPeople(button: PageElement): boolean {
  return closest(button, ({ attribs }) => attribs["aria-hidden"] === "true") === undefined;
}

function withLineEnds(text: string): string {
  return text.replaceAll(/\r\n?|\n/g, "\r\n");
}
