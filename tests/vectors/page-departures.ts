import { kindsOf } from "./departures.ts";
import { hasWidget, schemasOf, withoutExample } from "./form-departures.ts";
import type { NeutralForm, NeutralWidget } from "./recorded.ts";

/** A case of rendered.json. */
export interface PageCase {
  readonly tags: readonly string[];
  readonly form: NeutralForm;
  readonly appstruct?: unknown;
  readonly readonly?: boolean;
  readonly loose?: boolean;
  readonly pairs?: readonly (readonly [string, unknown])[];
  readonly expect: {
    readonly submitted: readonly (readonly [string, unknown])[];
    readonly controls: readonly {
      readonly kind: string;
      readonly name?: string | null;
      readonly required?: boolean;
    }[];
    readonly errors: readonly string[];
  };
  readonly roundTrip: {
    readonly ok: boolean;
    readonly appstruct?: unknown;
    readonly errors?: Readonly<Record<string, string>>;
  };
}

/** The behaviour of a page. */
export interface Shown {
  /** Controls that a browser would post without changes. */
  readonly submitted: readonly string[];
  readonly required: readonly string[];
  readonly errors: readonly string[];
  /** Result of posting the unchanged page: the data, or the messages by path. */
  readonly roundTrip: string;
}

type Holds = (came: Shown, wanted: Shown) => boolean;

/** A departure of docs/departures.md about pages. */
interface PageDeparture {
  /** Its heading in docs/departures.md. */
  readonly name: string;
  /** Returns true for a case that the departure covers. */
  readonly applies: (recorded: PageCase) => boolean;
  /** Parts that may differ. Each returns true if the result is as documented. */
  readonly parts: Readonly<Partial<Record<keyof Shown, Holds>>>;
}

const typesOf = ({ form }: PageCase): readonly string[] => kindsOf(form.schema);
const hasType =
  (...types: readonly string[]) =>
  (recorded: PageCase): boolean =>
    typesOf(recorded).some((type) => types.includes(type));
const has =
  (is: (widget: NeutralWidget) => boolean) =>
  ({ form }: PageCase): boolean =>
    hasWidget(form.schema, is);

/** Returns true if a list is another list without some of its entries. */
const isPartOf = (some: readonly string[], all: readonly string[]): boolean => {
  let at = 0;
  for (const each of all) if (some[at] === each) at++;
  return at === some.length;
};
const lessRequired: Holds = (came, wanted) => isPartOf(came.required, wanted.required);
/** Returns the posted values without names, because names inside a rename are made up. */
const valuesOf = (pairs: readonly string[]): readonly string[] =>
  pairs.map((pair) => pair.replace(/^[^=]*/, ""));
const moreSubmitted: Holds = (came, wanted) => isPartOf(valuesOf(wanted.submitted), valuesOf(came.submitted));

/** Returns true if two posts differ only in the values of these controls. */
const sameBut =
  (...names: readonly string[]): Holds =>
  (came, wanted) => {
    const blank = (pairs: readonly string[]): string =>
      pairs.map((pair) => (names.includes(pair.split("=")[0] ?? "") ? pair.split("=")[0] : pair)).join();
    return blank(came.submitted) === blank(wanted.submitted);
  };

/** All departures of pages, in the order of docs/departures.md. */
export const pageDepartures: readonly PageDeparture[] = [
  {
    name: "The limits of a list hold on the server",
    applies: has(({ minLen = 0 }) => minLen > 0),
    parts: { errors: ({ errors }) => errors.some((text) => text.startsWith("Shorter than minimum length")) },
  },
  {
    name: "A posted list is not filled up",
    applies: (recorded) => recorded.pairs !== undefined && has(({ minLen = 0 }) => minLen > 0)(recorded),
    parts: {
      submitted: (came, wanted) => isPartOf(came.submitted, wanted.submitted),
      required: lessRequired,
      roundTrip: (came) => came.roundTrip.includes("Shorter than minimum length"),
    },
  },
  {
    name: "The end of a line is one character",
    applies: has(({ w }) => w === "textArea"),
    parts: { roundTrip: (came, wanted) => came.roundTrip === wanted.roundTrip.replaceAll("\\r\\n", "\\n") },
  },
  {
    name: "A box need not be ticked",
    applies: (recorded) => hasType("boolean")(recorded) || has(({ w }) => w === "checkbox")(recorded),
    parts: { required: lessRequired },
  },
  {
    name: "A list may be empty",
    applies: has(({ multiple = false }) => multiple),
    parts: { required: lessRequired },
  },
  {
    name: "The message for a wrong number shows how to write it",
    applies: ({ expect }) => expect.errors.some((text) => text.endsWith("is not a number")),
    parts: {
      errors: (came, wanted) => came.errors.map(withoutExample).join("\n") === wanted.errors.join("\n"),
      roundTrip: (came, wanted) => withoutExample(came.roundTrip) === wanted.roundTrip,
    },
  },
  {
    name: "An amount of money is written as people write it",
    applies: hasType("money"),
    parts: {
      submitted: (came, wanted) =>
        came.submitted.join(";").replaceAll(/(\d),(?=\d{3})/g, "$1") === wanted.submitted.join(";"),
    },
  },
  {
    name: "Typed values are shown again",
    applies: (recorded) => recorded.pairs !== undefined && hasType("date", "time", "datetime")(recorded),
    parts: {
      submitted: sameBut("date", "time"),
      roundTrip: ({ roundTrip }) => /Invalid (date|time)|Incomplete (date|time)/.test(roundTrip),
    },
  },
  {
    name: "A moment keeps its fraction and its time",
    applies: hasType("datetime", "time"),
    parts: {
      submitted: sameBut("date", "time"),
      roundTrip: ({ roundTrip }) => /\.\d{6}|date \d+/.test(roundTrip),
    },
  },
  {
    name: "An earlier choice stays on the page",
    applies: (recorded) =>
      recorded.pairs === undefined && has(({ values = [] }) => values.length > 0)(recorded),
    parts: {
      submitted: (came, wanted) =>
        came.submitted.length === wanted.submitted.length &&
        wanted.submitted.every((pair, index) => pair === came.submitted[index] || pair.endsWith("=")),
      roundTrip: ({ roundTrip }) => roundTrip.includes("no longer offered"),
    },
  },
  {
    name: "A required text is also required in an editor",
    applies: has(({ w }) => w === "richText"),
    parts: { required: (came, wanted) => isPartOf(wanted.required, came.required) },
  },
  {
    name: "A file is a File",
    applies: hasType("file"),
    parts: {
      submitted: ({ submitted }) =>
        submitted.includes("upload=") && !submitted.some((pair) => pair.startsWith("uid=")),
      required: ({ required }) => required.includes("upload"),
      roundTrip: ({ roundTrip }) => roundTrip.includes("Required"),
    },
  },
  {
    name: "Fields that can't be edited keep their value",
    applies: has(({ readonly = false }) => readonly),
    parts: { roundTrip: ({ roundTrip }) => roundTrip.includes("fixed") },
  },
  {
    name: "A box in a list keeps its place",
    applies: ({ form }) =>
      schemasOf(form.schema).some(
        ({ type, children = [] }) => type === "sequence" && children.some((item) => item.type === "boolean"),
      ),
    parts: {
      submitted: moreSubmitted,
      roundTrip: ({ roundTrip }) => roundTrip.includes("false"),
    },
  },
  {
    // Posts are compared without these markers, because other departures may come with them.
    name: "A list in a list has a marker for its buttons",
    applies: ({ form }) =>
      schemasOf(form.schema).some(
        ({ type, children = [] }) =>
          type === "sequence" && children.some((item) => ["sequence", "tuple"].includes(item.type)),
      ),
    parts: {},
  },
];
