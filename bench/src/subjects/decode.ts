/** Decoding: from the bytes of a post to pairs, to nested strings, and to validated data. */
import assert from "node:assert/strict";
import { parseSubmission } from "@conform-to/dom/future";
import { parseWithZod } from "@conform-to/zod/v4";
import { schema, structure } from "@turnform/schema";
import qs from "qs";
import { bySize } from "../by-size.ts";
import { compare } from "../compare.ts";
import type { Comparison } from "../messages.ts";
import {
  type Content,
  form,
  freshPeople,
  indexedBody,
  LIMITS,
  markedBody,
  NamesAndTitles,
  people,
  SIZES,
  toPairs,
} from "../names-and-titles.ts";
import type { Subject } from "../subject.ts";

const compiled = schema(NamesAndTitles);

const toSearchParams = (body: Buffer) => new URLSearchParams(body.toString());
const toParamPairs = (body: Buffer) => [...toSearchParams(body)];

function toStructure(body: Buffer): unknown {
  const result = structure(toPairs(body));
  return result.ok ? result.pstruct : result.error;
}
const toSubmission = (body: Buffer) => parseSubmission(toSearchParams(body));

/** Parses like `express.urlencoded({ extended: true })` of body-parser 2, without its limit of 1,000 parameters. */
function toQs(body: Buffer): unknown {
  const text = body.toString();
  let count = 0;
  for (let at = -1; count === 0 || at !== -1; count++) at = text.indexOf("&", at + 1);
  return qs.parse(text, {
    allowPrototypes: true,
    arrayLimit: Math.max(100, count),
    depth: 32,
    charset: "utf-8",
    parameterLimit: LIMITS.maxPairs,
    strictDepth: true,
  });
}

/** Returns the data, or messages by path: errors are only created when they are read. */
function toData(body: Buffer): unknown {
  const result = form.validate(toPairs(body));
  if (result.kind === "valid") return result.value;
  return result.kind === "invalid" ? result.error.asDict() : undefined;
}

function toConformData(body: Buffer): unknown {
  const submission = parseWithZod(toSearchParams(body), { schema: NamesAndTitles });
  return submission.status === "success" ? submission.value : submission.error;
}

/** Returns the data, or all issues. */
function deserialized(data: unknown): unknown {
  const result = compiled.deserialize(data);
  return result.ok ? result.value : result.error.flatten();
}

function parsed(data: unknown): unknown {
  const result = NamesAndTitles.safeParse(data);
  return result.success ? result.data : result.error.issues;
}

export const subject: Subject = {
  check(size) {
    for (const content of ["mixed", "ascii", "utf8", "wrong"] as const) checkContent(size, content);
  },
  async *compare() {
    for (const [words, content, goal] of [
      ["UTF-8 text", "utf8", 1.3],
      ["short ASCII names", "ascii", 1],
    ] as const) {
      const what = { work: `Parse a body into controls (${words})`, against: "iterating `URLSearchParams`" };
      yield await bySize({ ...what, goal: { atLeast: goal } }, SIZES, (size) => {
        const body = markedBody(people(size, content));
        return compare({ run: () => toPairs(body) }, { run: () => toParamPairs(body) });
      });
    }
    for (const [words, content] of VALIDITY) {
      const work = `Parse a body into nested data (${words})`;
      yield await bySize(
        { work, against: "Conform `parseSubmission`", goal: { atLeast: 2.5 } },
        SIZES,
        (size) => between(size, content, toStructure, toSubmission, "dots"),
      );
      yield await bySize(
        { work, against: "qs, called as by body-parser", goal: { atLeast: 5 } },
        SIZES,
        (size) => between(size, content, toStructure, toQs, "brackets"),
      );
    }
    for (const [words, content] of VALIDITY) {
      const work = `Parse and validate a body (${words})`;
      yield await bySize({ work, against: "Conform `parseWithZod`", goal: { atLeast: 2.5 } }, SIZES, (size) =>
        between(size, content, toData, toConformData, "dots"),
      );
    }
    for (const [words, content] of VALIDITY) {
      const work = `Validate nested data, items of two texts (${words})`;
      yield await bySize({ work, against: "zod `safeParse`", goal: { atMost: 4 } }, SIZES, (size) => {
        const prepare = freshPeople(size, content);
        return compare({ prepare, run: deserialized }, { prepare, run: parsed });
      });
    }
  },
};

const VALIDITY: readonly (readonly [words: string, content: Content])[] = [
  ["valid", "mixed"],
  ["all fields wrong", "wrong"],
];

function between(
  size: number,
  content: Content,
  ours: (body: Buffer) => unknown,
  theirs: (body: Buffer) => unknown,
  naming: "dots" | "brackets",
): Promise<Comparison> {
  const data = people(size, content);
  const marked = markedBody(data);
  const indexed = indexedBody(data, naming);
  return compare({ run: () => ours(marked) }, { run: () => theirs(indexed) });
}

function checkContent(size: number, content: Content): void {
  const data = people(size, content);
  const marked = markedBody(data);
  const dots = indexedBody(data, "dots");
  assert.deepEqual(toPairs(marked), toParamPairs(marked));

  assert.deepEqual(plain(toStructure(marked)), {
    _charset_: "UTF-8",
    __formid__: "names",
    ...data,
    submit: "submit",
  });
  assert.deepEqual(toSubmission(dots).payload, data);
  assert.deepEqual(toQs(indexedBody(data, "brackets")), data);

  if (content !== "wrong") {
    for (const found of [toData(marked), toConformData(dots), deserialized(data), parsed(data)]) {
      assert.deepEqual(found, data);
    }
    return;
  }
  const wrong = data.groups.flatMap((group, i) =>
    group.flatMap((_, j) => [`groups.${i}.${j}.name`, `groups.${i}.${j}.title`]),
  );
  assert.deepEqual(Object.keys(Object(toData(marked))), wrong);
  const conforms = Object.keys(Object(toConformData(dots)));
  assert.deepEqual(
    conforms.map((path) => path.replaceAll(/\[(\d+)\]/g, ".$1")),
    wrong,
  );
  for (const issues of [deserialized(data), parsed(data)]) {
    assert.ok(Array.isArray(issues));
    assert.deepEqual(
      issues.map(({ path }) => path.join(".")),
      wrong,
    );
  }
}

/** Returns a copy with usual prototypes. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
