import type { Issue, MessageId, Pstruct } from "@turnform/schema";
import { fillSlots } from "@turnform/schema";
import { keepLeftOut, leftOut } from "@turnform/schema/left-out";
import type { Findings } from "../field/widget.ts";
import type { Field } from "../field/field.ts";
import type { Language } from "../languages/language.ts";
import type { WidgetMessageId } from "../languages/english-texts.ts";

/** Limit of each sort of kept issues. Nobody reads thousands of messages. */
const MOST_ISSUES = 1000;

/** One reading of a post by the widgets of a form: the current place, and the errors so far. */
export class Reading implements Findings {
  /** Issues that replace the schema's in their places. */
  readonly issues: Issue[] = [];
  /** Issues that count only if the schema has none at their place. */
  readonly suggestions: Issue[] = [];
  /** Replacements of the schema's messages, by the path of the field as JSON. */
  readonly rewordings: Map<string, Issue> = new Map();
  /** Number of dropped issues. */
  omitted = 0;
  readonly #path: (string | number)[] = [];
  /** Number of groups around the current field that are left out. */
  #unchecked = 0;
  readonly #messages: Language["messages"];
  readonly #limit: number;

  /**
   * @param language Language of the messages
   * @param limit Limit of each sort of kept issues. Infinity if {@link mute} drops some of them later
   */
  constructor({ messages }: Language, limit: number = MOST_ISSUES) {
    this.#messages = messages;
    this.#limit = limit;
  }

  /**
   * Reads the post of an inner field.
   *
   * @param key Name or position of the inner field
   * @returns its cstruct; undefined for an uneditable or computed field
   */
  inside(key: string | number, field: Field, pstruct: Pstruct | undefined): unknown {
    if (field.isFixed || field.node.meta.computed) return undefined;
    // The texts of a group that is left out are kept for the next page, right or wrong
    const isOut = leftOut(pstruct) !== undefined && field.leftOutBy === "box";
    this.#path.push(key);
    if (isOut) this.#unchecked++;
    const cstruct = this.read(field, pstruct);
    if (isOut) this.#unchecked--;
    this.#path.pop();
    return isOut ? keepLeftOut(pstruct, cstruct) : cstruct;
  }

  /** Returns the cstruct of a field, for its post. */
  read(field: Field, pstruct: Pstruct | undefined): unknown {
    return field.widget.deserialize(field, pstruct, this);
  }

  /**
   * Adds an issue about the current field. It replaces the schema's.
   *
   * @param code Identifier of the message
   * @param values Values of its slots
   * @param message Replacement of the message
   * @param below Path from the field to the wrong part
   */
  fail(
    code: WidgetMessageId,
    values: Readonly<Record<string, unknown>> = {},
    message?: string,
    below: readonly (string | number)[] = [],
  ): void {
    this.#note(this.issues, () => this.#issue(code, values, message, below));
  }

  /**
   * Adds an issue about the current field, unless the schema finds one there, with a better message.
   *
   * @param code Identifier of the message
   * @param values Values of its slots
   * @param below Path from the field to the wrong part
   */
  suggest(
    code: WidgetMessageId | MessageId,
    values: Readonly<Record<string, unknown>>,
    below: readonly (string | number)[] = [],
  ): void {
    this.#note(this.suggestions, () => this.#issue(code, values, undefined, below));
  }

  /**
   * Replaces the message for the current field, unless the schema sets one. It counts only if the schema finds an issue there.
   *
   * @param code Identifier of the message
   * @param values Values of its slots
   */
  reword(code: WidgetMessageId, values: Readonly<Record<string, unknown>>): void {
    if (this.rewordings.size >= MOST_ISSUES || this.#unchecked > 0) return;
    this.rewordings.set(JSON.stringify(this.#path), this.#issue(code, values));
  }

  /**
   * Drops issues that do not count, and then all beyond the limit.
   *
   * @param counts Returns false for an issue of a hidden field, or about a missing value that no condition requires
   */
  mute(counts: (issue: Issue) => boolean): void {
    for (const noted of [this.issues, this.suggestions]) {
      const kept = noted.filter(counts);
      noted.splice(0, Infinity, ...kept.slice(0, MOST_ISSUES));
      this.omitted += Math.max(kept.length - MOST_ISSUES, 0);
    }
  }

  #note(noted: Issue[], make: () => Issue): void {
    if (this.#unchecked > 0) return;
    if (noted.length < this.#limit) noted.push(make());
    else this.omitted++;
  }

  #issue(
    code: WidgetMessageId | MessageId,
    values: Readonly<Record<string, unknown>>,
    message: string = this.#messages[code],
    below: readonly (string | number)[] = [],
  ): Issue {
    return { code, values, path: [...this.#path, ...below], message: fillSlots(message, values) };
  }
}
