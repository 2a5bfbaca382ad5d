/** Rendering: from data to the bytes of a page, and from a post with errors in every field to its 422 page. */
import assert from "node:assert/strict";
import { Writable } from "node:stream";
import { parseWithZod } from "@conform-to/zod/v4";
import { type ErrorSchema, ErrorSchemaBuilder } from "@rjsf/utils";
import * as literals from "../by-hand/literals.ts";
import * as specialised from "../by-hand/specialised.ts";
import { compare, sink } from "../compare.ts";
import type { Effort } from "../messages.ts";
import { drawnFields } from "../drawn-fields.ts";
import {
  form,
  freshPeople,
  indexedBody,
  markedBody,
  NamesAndTitles,
  people,
  type People,
  SIZES,
  toPairs,
} from "../names-and-titles.ts";
import { conformFuturePage } from "../peers/conform-future-form.tsx";
import { conformPage } from "../peers/conform-form.tsx";
import { rjsfPage } from "../peers/rjsf-form.tsx";
import { bySize } from "../by-size.ts";
import { assertSameText } from "../same-text.ts";
import type { Goal, Subject } from "../subject.ts";

const toPage = (data: People): Buffer => Buffer.from(String(form.render(data)));
const postToPage = (body: Buffer): Buffer => Buffer.from(String(form.validate(toPairs(body)).form));

/** Writes a page to a stream, piece by piece as bytes. */
async function toStream(data: People, take: (bytes: Buffer) => void): Promise<void> {
  const stream = new Writable({
    write(bytes: Buffer, _, done) {
      take(bytes);
      done();
    },
  });
  await form.render(data).renderTo(stream);
}

function conformPostToPage(body: Buffer): Buffer {
  const submission = parseWithZod(new URLSearchParams(body.toString()), { schema: NamesAndTitles });
  return Buffer.from(conformPage({ lastResult: submission.reply() }));
}

function firstOf(pieces: Iterable<string>): string {
  for (const piece of pieces) return piece;
  return "";
}

/** Another way to render the same form, with the goal of our side against it. */
interface OtherSide {
  readonly against: string;
  readonly goal: Goal;
  readonly draw: (data: People) => Buffer;
  readonly effort?: Effort;
  /** The most people to measure it with. */
  readonly most?: number;
}

/** Sides with the same bytes as ours. */
const byHand: readonly OtherSide[] = [
  {
    against: "hand-written template literals",
    goal: { atMost: 1.3 },
    draw: (data) => Buffer.from(literals.page(data)),
  },
  { against: "hand-written code for this schema", goal: { atMost: 2 }, draw: specialised.page },
];

/** Effort for sides that are much slower than ours: a few rounds suffice. */
const SLOW: Effort = { budget: 3000, rounds: [3, 9] };

/** Sides with different HTML of the same fields. */
const frameworks: readonly OtherSide[] = [
  {
    against: "Conform with React",
    goal: { atLeast: 30 },
    draw: (data) => Buffer.from(conformPage({ data })),
    effort: SLOW,
    // Quadratic: half a minute for 10,000 people
    most: 1_000,
  },
  {
    against: "Conform's `future` API with React",
    goal: { atLeast: 30 },
    draw: (data) => Buffer.from(conformFuturePage(data)),
    effort: SLOW,
  },
  { against: "rjsf", goal: { atLeast: 80 }, draw: (data) => Buffer.from(rjsfPage(data)), effort: SLOW },
];

/** The least number of people that the goals apply to. */
const from = 1_000;

export const subject: Subject = {
  async check(size) {
    const data = people(size, "mixed");
    const ours = toPage(data).toString();
    for (const { draw } of byHand) assertSameText(draw(data).toString(), ours);
    for (const { draw } of frameworks)
      assert.deepEqual(drawnFields(draw(data).toString()), drawnFields(ours));
    const streamed: Buffer[] = [];
    await toStream(data, (bytes) => streamed.push(bytes));
    assertSameText(Buffer.concat(streamed).toString(), ours);

    const wrong = people(size, "wrong");
    const refused = drawnFields(postToPage(markedBody(wrong)).toString());
    assert.deepEqual(drawnFields(conformPostToPage(indexedBody(wrong, "dots")).toString()), refused);
    assert.deepEqual(drawnFields(rjsfPage(wrong, everythingWrong(wrong))), refused);
  },
  async *compare() {
    const streamed = (data: People): Promise<void> => toStream(data, (bytes) => (sink.last = bytes));
    for (const { against, goal, draw, effort, most = Infinity } of [...byHand, ...frameworks]) {
      const what = { work: "Render a form, streamed", against, goal: { ...goal, from } };
      const sizes = SIZES.filter((size) => size <= most);
      yield await bySize(what, sizes, (size) => {
        const prepare = freshPeople(size, "mixed");
        return compare({ prepare, run: streamed }, { prepare, run: draw }, effort);
      });
    }
    for (const { against, goal, draw } of byHand) {
      const what = { work: "Render a form as one string", against, goal: { ...goal, from } };
      yield await bySize(what, SIZES, (size) => {
        const prepare = freshPeople(size, "mixed");
        return compare({ prepare, run: toPage }, { prepare, run: draw });
      });
    }
    const early = { work: "Render the first bytes of a streamed page", against: "the whole page" };
    yield await bySize(early, [1_000, 10_000], (size) => {
      const prepare = freshPeople(size, "mixed");
      return compare(
        { prepare, run: (data) => Buffer.from(firstOf(form.render(data).chunks())) },
        { prepare, run: streamed },
      );
    });
    const refusal = "Answer a post with all fields wrong: page with errors";
    const itself = "Turnform, a valid post";
    yield await bySize({ work: refusal, against: itself, goal: { atMost: 2 } }, SIZES, (size) => {
      const wrong = markedBody(people(size, "wrong"));
      const right = markedBody(people(size, "mixed"));
      return compare({ run: () => postToPage(wrong) }, { run: () => postToPage(right) });
    });
    yield await bySize({ work: refusal, against: "Conform with React" }, [10, 100, 1_000], (size) => {
      const data = people(size, "wrong");
      const marked = markedBody(data);
      const indexed = indexedBody(data, "dots");
      return compare({ run: () => postToPage(marked) }, { run: () => conformPostToPage(indexed) }, SLOW);
    });
  },
};

/** Returns the errors of all fields in rjsf's format. */
function everythingWrong({ groups }: People): ErrorSchema {
  const errors = new ErrorSchemaBuilder();
  groups.forEach((group, g) => {
    group.forEach((_, p) => {
      errors.addErrors("Required", ["groups", g, p, "name"]).addErrors("Too long", ["groups", g, p, "title"]);
    });
  });
  return errors.ErrorSchema;
}
