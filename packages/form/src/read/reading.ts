import type { Issue, MessageId, Pstruct } from "@turnform/schema";
import { fillSlots } from "@turnform/schema";
import type { Findings } from "../field/widget.ts";
import type { Field } from "../field/field.ts";
import type { Language } from "../languages/language.ts";
import type { WidgetMessageId } from "../languages/english-texts.ts";

/** How many issues are kept, of either sort: nobody reads thousands of messages. */
const MOST_ISSUES = 1000;

/** One reading of a post by the widgets of a form: where it is, and what they found wrong. */
export class Reading implements Findings {
  /** What is wrong, whatever the schema says of it. */
  readonly issues: Issue[] = [];
  /** What is wrong where the schema finds nothing. */
  readonly doubts: Issue[] = [];
  /** Messages in place of the schema's, by the path of the field as JSON. */
  readonly rewordings: Map<string, Issue> = new Map();
  /** How many more there are than were kept. */
  omitted = 0;
  readonly #path: (string | number)[] = [];
  readonly #messages: Language["messages"];

  /** @param language What is found wrong is said in it */
  constructor({ messages }: Language) {
    this.#messages = messages;
  }

  /**
   * Reads what was posted for a field inside the one being read.
   *
   * @param key Its name or position there
   * @returns its cstruct; nothing of a field that can't be edited, whose value is elsewhere
   */
  inside(key: string | number, field: Field, pstruct: Pstruct | undefined): unknown {
    if (field.isFixed) return undefined;
    this.#path.push(key);
    const cstruct = field.widget.deserialize(field, pstruct, this);
    this.#path.pop();
    return cstruct;
  }

  /**
   * Says what is wrong with the field being read; the schema's own complaint about it is then left out.
   *
   * @param code The message's identifier
   * @param values What its slots are filled with
   * @param message A text in place of the catalogue's
   * @param below The way on from the field to what is wrong
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
   * Says what is wrong with the field being read, unless the schema finds something wrong there, which it words better.
   *
   * @param code The message's identifier
   * @param values What its slots are filled with
   */
  doubt(code: WidgetMessageId | MessageId, values: Readonly<Record<string, unknown>>): void {
    this.#note(this.doubts, () => this.#issue(code, values));
  }

  /**
   * Replaces the schema's message for the field being read. It counts only if the schema finds something wrong there.
   *
   * @param code The message's identifier
   * @param values What its slots are filled with
   */
  reword(code: WidgetMessageId, values: Readonly<Record<string, unknown>>): void {
    if (this.rewordings.size >= MOST_ISSUES) return;
    this.rewordings.set(JSON.stringify(this.#path), this.#issue(code, values));
  }

  #note(noted: Issue[], make: () => Issue): void {
    if (noted.length < MOST_ISSUES) noted.push(make());
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
