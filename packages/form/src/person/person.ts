import type { Control } from "@turnform/schema";
import type { DataOf, Form, FormSchema } from "../define/form-interface.ts";
import { addButton, buttonNamed, type ItemEdit, itemButton } from "./edit-buttons.ts";
import type { Filling, Seen } from "./filling.ts";
import { findField } from "./find.ts";
import { FormPage } from "./form-page.ts";
import { chooseFiles, setValue, valueOf } from "./set-value.ts";

/** A page: HTML, or anything that writes itself as HTML, such as a `FilledForm`. */
export type HtmlSource = string | { toString(): string };

/** Options for filling in a page. */
export interface FillOptions {
  /** Id of the form. Default: the only form of the page. */
  readonly formId?: string;
  /** Answers an edit of a list with the next page. `add()`, `remove()` and the like need it. */
  readonly send?: (controls: readonly Control[]) => HtmlSource;
}

/** Options for filling in a form. */
export interface FillFormOptions<Data> {
  /** Data on the page. Default: defaults and initial values. */
  readonly data?: Data;
}

/**
 * A person without JavaScript in front of a page with a form.
 *
 * Fields are found by a path, such as `cycles.0.angle`, or by a label. Nobody checks `required` and other limits, so that tests can send
 * anything that a stranger may send.
 */
export class Person {
  readonly #formId: string | undefined;
  readonly #send: ((controls: readonly Control[]) => HtmlSource) | undefined;
  #page: FormPage;

  constructor(page: HtmlSource, { formId, send }: FillOptions = {}) {
    this.#formId = formId;
    this.#send = send;
    this.#page = new FormPage(htmlOf(page), formId);
  }

  /**
   * Fills in a field: types a text, ticks a box, or chooses options by value or label.
   *
   * @param field Path or label
   * @param value A list for several options or items, an object for the parts of a group
   * @throws Error if no field, or several, have the label, or a person can't give the value to the field
   */
  set(field: string, value: Filling): this {
    setValue(this.#page, findField(this.#page, field), value);
    return this;
  }

  /** Chooses files. Without files, it empties the control. */
  choose(field: string, ...files: readonly File[]): this {
    chooseFiles(findField(this.#page, field), files);
    return this;
  }

  /** Returns what a person sees in a field: a text or value, true or false for one checkbox, a list for several options or files. */
  value(field: string): Seen {
    return valueOf(findField(this.#page, field));
  }

  /** Returns the controls that a browser would post if a script sent the form, without a button. */
  controls(): readonly Control[] {
    return this.#page.posted();
  }

  /**
   * Presses a button, and returns the controls that a browser posts.
   *
   * @param button Its text, its accessible name, or its `name` in the form
   */
  press(button: string): readonly Control[] {
    return this.#page.posted(buttonNamed(this.#page, button));
  }

  /**
   * Adds an item to a list.
   *
   * @param list Path or title of the list, or words of the button, such as `Move` for "Add Move"
   * @param kind Kind of the item, for a list of several kinds: its tag or its label
   */
  add(list: string, kind?: string): this {
    return this.#edit(this.#page.posted(addButton(this.#page, list, kind)));
  }

  /** Removes an item. Like the other edits of items, it takes the item's path or name, such as `Move 2 of Cycle 1`. */
  remove(item: string): this {
    return this.#editItem("remove", item);
  }

  duplicate(item: string): this {
    return this.#editItem("duplicate", item);
  }

  moveUp(item: string): this {
    return this.#editItem("up", item);
  }

  moveDown(item: string): this {
    return this.#editItem("down", item);
  }

  /** Presses any other button that edits the page, such as "Update" or "Choose", by its text or accessible name. */
  edit(button: string): this {
    return this.#edit(this.press(button));
  }

  #editItem(edit: ItemEdit, item: string): this {
    return this.#edit(this.#page.posted(itemButton(this.#page, edit, item)));
  }

  #edit(controls: readonly Control[]): this {
    if (!this.#send)
      throw new TypeError("Nobody answers the edit. Give fill() the form itself, or the option send");
    this.#page = new FormPage(htmlOf(this.#send(controls)), this.#formId);
    return this;
  }
}

/**
 * Puts a person in front of a form, with its answers to edits.
 *
 *     const person = fill(form).set("Name", "Ann").add("Move").set("cycles.0.angle", 90);
 *     expectValid(form.validate(person.press("Save")));
 *
 * @param form A form without deferred parts. Its edits run in this process
 */
export function fill<S extends FormSchema>(form: Form<S>, options?: FillFormOptions<DataOf<S>>): Person;
/**
 * Puts a person in front of a page.
 *
 * @param page HTML, or a page such as `result.form`
 * @throws Error if the page has no form, or several and `formId` is missing
 */
export function fill(page: HtmlSource, options?: FillOptions): Person;
export function fill(
  given: Form<FormSchema> | HtmlSource,
  options: FillOptions & FillFormOptions<DataOf<FormSchema>> = {},
): Person {
  if (!isForm(given)) return new Person(given, options);
  const { data } = options;
  return new Person(given.render(data), {
    formId: given.formId,
    send: (controls) => given.validate(controls, data).form,
  });
}

function isForm(given: Form<FormSchema> | HtmlSource): given is Form<FormSchema> {
  return typeof given === "object" && "validate" in given;
}

/** @throws TypeError for an object that does not write itself, such as a result instead of its page */
function htmlOf(page: HtmlSource): string {
  if (typeof page === "object" && page.toString === Object.prototype.toString)
    throw new TypeError(
      "The page is no HTML. Give the HTML, a page such as result.form, or a form. A form with deferred parts must be bound first",
    );
  return String(page);
}
