/** The measured form: a list of groups, each a list of ten people. */
import { createForm } from "@turnform/form";
import { destructure } from "@turnform/schema";
import { z } from "zod";
// The adapter does not export its parser
import { parseUrlencoded } from "../../packages/express-adapter/src/urlencoded.ts";

export const Person = z
  .object({
    name: z.string().min(1).max(100).meta({ title: "Name" }),
    title: z.string().min(1).max(30).meta({ title: "Title" }),
  })
  .meta({ title: "Person" });

export const NamesAndTitles = z.object({
  groups: z.array(z.array(Person).meta({ title: "Group" })).meta({ title: "Groups" }),
});

export type People = z.output<typeof NamesAndTitles>;

export const form = createForm(NamesAndTitles, { formId: "names", buttons: ["submit"] });

/** Limits with room for the largest post. */
export const LIMITS = { maxPairs: 100_000, maxNameLength: 1024, maxValueLength: 1024 * 1024 };

/** Numbers of people in the measured forms. */
export const SIZES = [10, 100, 1_000, 10_000] as const;

/** Ten people each: usual names, short ASCII names, letters of two and three bytes, and errors in both fields. */
const tens = {
  mixed: [
    ["Ada Lovelace", "Countess"],
    ["Zoë Ångström", "Dr"],
    ["Grace Hopper", "Rear Admiral"],
    ["Conan O'Brien", "Host & writer"],
    ["Émilie du Châtelet", "Marquise"],
    ["Alan Turing", "OBE"],
    ["Katherine Johnson", "Mathematician"],
    ["Sofja Kowalewskaja", "Professor"],
    ["Edsger W. Dijkstra", "Prof. dr."],
    ["Mary <Mia> Jackson", "Engineer"],
  ],
  ascii: Array.from({ length: 10 }, () => ["Ada", "Dr"]),
  utf8: Array.from({ length: 10 }, () => ["Софья Васильевна Ковалевская", "数学者、教授"]),
  wrong: Array.from({ length: 10 }, () => ["", "Her Majesty the Queen of all the Seven Seas"]),
} as const satisfies Record<string, readonly (readonly string[])[]>;

/** The kind of text in the fields. */
export type Content = keyof typeof tens;

/** Returns a number of people in groups of ten. */
export function people(count: number, content: Content): People {
  const group = tens[content].map(([name = "", title = ""]) => ({ name, title }));
  return { groups: Array.from({ length: Math.ceil(count / 10) }, (_, g) => group.slice(0, count - 10 * g)) };
}

/** Returns a function that creates new objects of the same people at each call, as reading from a database would. */
export function freshPeople(count: number, content: Content): () => People {
  const json = JSON.stringify(people(count, content));
  return () => JSON.parse(json) as People;
}

/** Parses the body of a post as the adapter does. */
export const toPairs = (body: Uint8Array): ReturnType<typeof parseUrlencoded> =>
  parseUrlencoded(body, LIMITS);

/** Returns the body that a browser posts from Turnform's page. */
export function markedBody(data: People): Buffer {
  const formControls: [string, string][] = [
    ["_charset_", "UTF-8"],
    ["__formid__", "names"],
  ];
  const fields = destructure(data).map(([name, value]): [string, string] => [
    name,
    typeof value === "string" ? value : value.name,
  ]);
  return urlencoded([...formControls, ...fields, ["submit", "submit"]]);
}

/** Notation of positions in field names: `groups[0][1].name` for Conform, `groups[0][1][name]` for qs. */
export type Naming = "dots" | "brackets";

/** Returns the body that a browser posts from the same form with positions in the names. */
export function indexedBody(data: People, naming: Naming): Buffer {
  const fields = data.groups.flatMap((group, i) =>
    group.flatMap((person, j) =>
      Object.entries(person).map(([key, value]): [string, string] => [
        `groups[${i}][${j}]${naming === "dots" ? `.${key}` : `[${key}]`}`,
        value,
      ]),
    ),
  );
  return urlencoded(fields);
}

function urlencoded(pairs: readonly [string, string][]): Buffer {
  return Buffer.from(new URLSearchParams([...pairs]).toString());
}
