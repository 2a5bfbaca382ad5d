/** From data to the bytes of a page, and from a post with everything wrong to its 422 page. */
import assert from "node:assert/strict";
import { parseWithZod } from "@conform-to/zod/v4";
import { type ErrorSchema, ErrorSchemaBuilder } from "@rjsf/utils";
// The adapter parses where it reads: what does so is no export of it
import { parseUrlencoded } from "../../../packages/express-adapter/src/urlencoded.ts";
import * as literals from "../by-hand/literals.ts";
import * as specialised from "../by-hand/specialised.ts";
import { compare, type Effort } from "../compare.ts";
import { drawnFields } from "../drawn-fields.ts";
import {
  form,
  freshPeople,
  indexedBody,
  LIMITS,
  markedBody,
  NamesAndTitles,
  people,
  type People,
  SIZES,
} from "../names-and-titles.ts";
import { conformFuturePage } from "../peers/conform-future-form.tsx";
import { conformPage } from "../peers/conform-form.tsx";
import { rjsfPage } from "../peers/rjsf-form.tsx";
import { bySize } from "../by-size.ts";
import { assertSameText } from "../same-text.ts";
import type { Subject } from "../subject.ts";

const toPage = (data: People): Buffer => Buffer.from(String(form.render(data)));
const postToPage = (body: Buffer): Buffer =>
  Buffer.from(String(form.validate(parseUrlencoded(body, LIMITS)).form));

function conformPostToPage(body: Buffer): Buffer {
  const submission = parseWithZod(new URLSearchParams(body.toString()), { schema: NamesAndTitles });
  return Buffer.from(conformPage({ lastResult: submission.reply() }));
}

/** A side that writes other HTML than ours of the same fields. */
interface Framework {
  readonly against: string;
  readonly goal: number;
  readonly draw: (data: People) => string;
  readonly sizes?: readonly number[];
}

/** Conform's form is quadratic: 10,000 people take it half a minute. */
const MANAGEABLE = [10, 100, 1_000];

const frameworks: readonly Framework[] = [
  {
    against: "Conform with React",
    goal: 30,
    draw: (data) => conformPage({ data }),
    sizes: MANAGEABLE,
  },
  { against: "Conform's `future` API with React", goal: 30, draw: conformFuturePage },
  { against: "rjsf", goal: 80, draw: rjsfPage },
];

/** They are slow enough to be told from ours by a few rounds. */
const SLOW: Effort = { budget: 3000, rounds: [3, 9] };

export const subject: Subject = {
  check(size) {
    const data = people(size, "mixed");
    const ours = toPage(data).toString();
    assertSameText(literals.page(data), ours);
    assertSameText(specialised.page(data).toString(), ours);
    for (const { draw } of frameworks) assert.deepEqual(drawnFields(draw(data)), drawnFields(ours));

    const wrong = people(size, "wrong");
    const refused = postToPage(markedBody(wrong)).toString();
    assert.deepEqual(
      drawnFields(conformPostToPage(indexedBody(wrong, "dots")).toString()),
      drawnFields(refused),
    );
    assert.deepEqual(drawnFields(rjsfPage(wrong, everythingWrong(wrong))), drawnFields(refused));
  },
  *measure() {
    for (const [against, goal, draw] of [
      ["template literals by hand", 1.3, (data: People) => Buffer.from(literals.page(data))],
      ["code specialised to the schema", 2, specialised.page],
    ] as const) {
      yield bySize({ work: "data → HTML bytes", against, goal: { atMost: goal } }, SIZES, (size) => {
        const prepare = freshPeople(size, "mixed");
        return compare({ prepare, run: toPage }, { prepare, run: draw });
      });
    }
    for (const { against, goal, draw, sizes = SIZES } of frameworks) {
      yield bySize({ work: "data → HTML bytes", against, goal: { atLeast: goal } }, sizes, (size) => {
        const prepare = freshPeople(size, "mixed");
        return compare({ prepare, run: toPage }, { prepare, run: (data) => Buffer.from(draw(data)) }, SLOW);
      });
    }
    yield bySize(
      { work: "all wrong: post → 422 page", against: "our own all-right post → page", goal: { atMost: 2 } },
      SIZES,
      (size) => {
        const wrong = markedBody(people(size, "wrong"));
        const right = markedBody(people(size, "mixed"));
        return compare({ run: () => postToPage(wrong) }, { run: () => postToPage(right) });
      },
    );
    yield bySize(
      { work: "all wrong: post → 422 page", against: "Conform with React" },
      MANAGEABLE,
      (size) => {
        const data = people(size, "wrong");
        const marked = markedBody(data);
        const indexed = indexedBody(data, "dots");
        return compare({ run: () => postToPage(marked) }, { run: () => conformPostToPage(indexed) }, SLOW);
      },
    );
  },
};

/** As rjsf takes errors that were found elsewhere. */
function everythingWrong({ groups }: People): ErrorSchema {
  const errors = new ErrorSchemaBuilder();
  groups.forEach((group, g) => {
    group.forEach((_, p) => {
      errors.addErrors("Required", ["groups", g, p, "name"]).addErrors("Too long", ["groups", g, p, "title"]);
    });
  });
  return errors.ErrorSchema;
}
