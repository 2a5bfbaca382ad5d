import type { SchemaNode } from "@turnform/schema";
import { fitsClock, fromHtmlClock, isDay, stepOf } from "../languages/html-moment.ts";
import { formatClock, formatDay } from "../languages/format-values.ts";
import type { InputView } from "../field/view.ts";
import { typedText, type TypedTextOptions } from "./one-text.ts";
import { typed } from "./text-view.ts";
import type { Widget, WidgetField, WidgetOptions } from "../field/widget.ts";

/** Options of {@link textInput}. */
export interface TextInputOptions extends WidgetOptions<InputView>, TypedTextOptions {
  /** HTML's `type`, which sets the browser's keyboard and checks. Default: the type for the schema's format, or `text`. */
  readonly type?: TextInputType;
}

/** The `<input>` types of text inputs. */
export type TextInputType = "text" | "date" | "email" | "search" | "tel" | "time" | "url";

/** The `<input>` types of zod's formats. */
const TYPES: Readonly<Record<string, TextInputType>> = {
  date: "date",
  email: "email",
  e164: "tel",
  time: "time",
  url: "url",
};

/** Types of controls that would drop invalid values. */
const MOMENTS: Readonly<Record<string, Moment>> = {
  date: { fits: (text) => text === "" || isDay(text), words: formatDay },
  time: { fits: fitsClock, words: formatClock },
};

interface Moment {
  /** Returns true if the browser's control can hold a text. */
  readonly fits: (text: string, constraints: SchemaNode["constraints"]) => boolean;
  readonly words: typeof formatDay;
}

/** Creates a text input. */
export function textInput(options: TextInputOptions = {}): Widget {
  const shared = typedText(options);
  const typeIn = ({ node }: WidgetField): TextInputType => options.type ?? typeOf(node);
  const typeFor = (field: WidgetField, text: string): TextInputType => {
    const type = typeIn(field);
    return (MOMENTS[type]?.fits(text, field.node.constraints) ?? true) ? type : "text";
  };
  const stepFor = (field: WidgetField, text: string): number | undefined =>
    typeFor(field, text) === "time" ? stepOf(text, undefined, field.node.constraints.precision) : undefined;
  return {
    ...shared,
    template: "text-input",
    deserialize(field, pstruct, findings) {
      const text = shared.deserialize(field, pstruct, findings);
      const isTime = typeof text === "string" && typeIn(field) === "time";
      return isTime ? fromHtmlClock(text, field.node.constraints) : text;
    },
    text: ({ field, text }) => MOMENTS[typeIn(field)]?.words(text, field.language.tag) ?? text,
    constants: (field) => ({
      ...shared.constants(field),
      inputMode: isUnusualEmail(field.node) ? "email" : undefined,
      help: field.node.description ?? hintOf(field),
    }),
    view({ field, text }) {
      const { type, direction } = typed(field, typeFor(field, text));
      const isMoment = MOMENTS[typeIn(field)] !== undefined;
      return { value: text, type, direction, step: isMoment ? stepFor(field, text) : undefined };
    },
  };
}

/** Returns an example of a notation that few people know. */
function hintOf(field: WidgetField): string | undefined {
  return field.node.constraints.format === "duration" ? field.say("durationHint") : undefined;
}

/** Returns the `<input>` type for a schema. */
function typeOf(node: SchemaNode): TextInputType {
  return isUnusualEmail(node) ? "text" : (TYPES[node.constraints.format ?? ""] ?? "text");
}

/** Returns the `<input>` type for a schema, but `text` for days and times, whose controls would drop other texts. */
export function textTypeOf(node: SchemaNode): TextInputType {
  const type = typeOf(node);
  return MOMENTS[type] ? "text" : type;
}

/** Returns true for e-mail addresses with a custom pattern. The browser's control would refuse some and rewrite others. */
function isUnusualEmail({ constraints: { format, pattern } }: SchemaNode): boolean {
  return format === "email" && pattern !== undefined;
}
