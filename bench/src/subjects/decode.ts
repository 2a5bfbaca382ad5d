/** From the bytes of a post to pairs, to nested strings, and to validated data. */
import assert from "node:assert/strict";
import { parseSubmission } from "@conform-to/dom/future";
import { parseWithZod } from "@conform-to/zod/v4";
import { schema, structure } from "@turnform/schema";
import qs from "qs";
// The adapter parses where it reads: what does so is no export of it
import { parseUrlencoded } from "../../../packages/express-adapter/src/urlencoded.ts";
import { bySize } from "../by-size.ts";
import { compare, type Comparison } from "../compare.ts";
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
} from "../names-and-titles.ts";
import type { Subject } from "../subject.ts";

const compiled = schema(NamesAndTitles);

const toPairs = (body: Buffer) => parseUrlencoded(body, LIMITS);
const toSearchParams = (body: Buffer) => new URLSearchParams(body.toString());
const toParamPairs = (body: Buffer) => [...toSearchParams(body)];

const toStructure = (body: Buffer) => structure(toPairs(body));
const toSubmission = (body: Buffer) => parseSubmission(toSearchParams(body));

/** As `express.urlencoded({ extended: true })` does, of body-parser 2, but for its limit of 1,000 parameters. */
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

const toData = (body: Buffer) => form.validate(toPairs(body));
const toConformData = (body: Buffer) => parseWithZod(toSearchParams(body), { schema: NamesAndTitles });

export const subject: Subject = {
  check(size) {
    for (const content of ["mixed", "ascii", "utf8", "wrong"] as const) checkContent(size, content);
  },
  async *measure() {
    for (const [words, content, goal] of [
      ["UTF-8 text", "utf8", 1.3],
      ["short ASCII", "ascii", 1],
    ] as const) {
      const what = { work: `bytes → ordered pairs, ${words}`, against: "iterating `URLSearchParams`" };
      yield await bySize({ ...what, goal: { atLeast: goal } }, SIZES, (size) => {
        const body = markedBody(people(size, content));
        return compare({ run: () => toPairs(body) }, { run: () => toParamPairs(body) });
      });
    }
    for (const [words, content] of VALIDITY) {
      const work = `bytes → structure, ${words}`;
      yield await bySize(
        { work, against: "Conform `parseSubmission`", goal: { atLeast: 2.5 } },
        SIZES,
        (size) => between(size, content, toStructure, toSubmission, "dots"),
      );
      yield await bySize(
        { work, against: "qs as body-parser calls it", goal: { atLeast: 5 } },
        SIZES,
        (size) => between(size, content, toStructure, toQs, "brackets"),
      );
    }
    for (const [words, content] of VALIDITY) {
      const work = `bytes → typed, validated data, ${words}`;
      yield await bySize({ work, against: "Conform `parseWithZod`", goal: { atLeast: 2.5 } }, SIZES, (size) =>
        between(size, content, toData, toConformData, "dots"),
      );
    }
    for (const [words, content] of VALIDITY) {
      const work = `decode + validate, items of two strings, ${words}`;
      yield await bySize({ work, against: "zod `safeParse` alone", goal: { atMost: 4 } }, SIZES, (size) => {
        const prepare = freshPeople(size, content);
        return compare(
          { prepare, run: (data) => compiled.deserialize(data) },
          { prepare, run: (data) => NamesAndTitles.safeParse(data) },
        );
      });
    }
  },
};

const VALIDITY: readonly (readonly [words: string, content: Content])[] = [
  ["valid", "mixed"],
  ["all wrong", "wrong"],
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
  assert.deepEqual(toPairs(marked), toParamPairs(marked));

  const structured = toStructure(marked);
  assert.deepEqual(plain(structured.ok && structured.pstruct["groups"]), data.groups);
  assert.deepEqual(toSubmission(indexedBody(data, "dots")).payload, data);
  assert.deepEqual(toQs(indexedBody(data, "brackets")), data);

  const validated = toData(marked);
  const submission = toConformData(indexedBody(data, "dots"));
  const deserialized = compiled.deserialize(data);
  const parsed = NamesAndTitles.safeParse(data);
  if (content === "wrong") {
    const wrong = data.groups.flatMap((group, i) =>
      group.flatMap((_, j) => [`groups.${i}.${j}.name`, `groups.${i}.${j}.title`]),
    );
    assert.deepEqual(validated.kind === "invalid" && Object.keys(validated.error.asDict()), wrong);
    assert.deepEqual(!deserialized.ok && Object.keys(deserialized.error.asDict()), wrong);
    assert.deepEqual(
      parsed.error?.issues.map(({ path }) => path.join(".")),
      wrong,
    );
    const theirs = submission.status === "error" ? Object.keys(submission.error ?? {}) : [];
    assert.deepEqual(
      theirs.map((path) => path.replaceAll(/\[(\d+)\]/g, ".$1")),
      wrong,
    );
  } else {
    assert.deepEqual(validated.kind === "valid" && validated.value, data);
    assert.deepEqual(deserialized.ok && deserialized.value, data);
    assert.deepEqual(parsed.data, data);
    assert.deepEqual(submission.status === "success" && submission.value, data);
  }
}

/** The same without null prototypes. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
