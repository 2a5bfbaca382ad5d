import { z } from "zod";
import { columns, details, row, section, tabs } from "../../field/arrangement.ts";
import { entries } from "../../widgets/entries.ts";
import { mapping } from "../../widgets/mapping.ts";
import { sequence } from "../../widgets/sequence.ts";
import { tupleGroup } from "../../widgets/tuple-group.ts";
import { union } from "../../widgets/union.ts";
import { sample, type WidgetSample } from "../sample.ts";

const Pair = z.object({ a: z.string(), b: z.boolean() });
const Words = z.object({ a: z.string(), b: z.boolean(), tags: z.array(z.string()), c: z.string() });
const Shape = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("circle"), radius: z.number(), filled: z.boolean() }),
  z
    .object({ kind: z.literal("path"), points: z.array(z.tuple([z.number(), z.number()])).min(2) })
    .meta({ title: "A <path>" }),
  z.object({ kind: z.literal("nothing") }),
]);
const Circle = { kind: "circle", radius: 2, filled: true };
const Path = {
  kind: "path",
  points: [
    [0, 1],
    [2, 3],
  ],
};

/** Samples of widgets with inner fields. */
export const containerSamples: readonly WidgetSample[] = [
  sample("mapping as a card", (o) => Pair.meta({ widget: mapping({ ...o, frame: "card" }) }), {
    a: "x",
    b: true,
  }),
  sample(
    "mapping with blocks",
    (o) =>
      Words.meta({
        widget: mapping(o),
        arrange: [
          tabs([section("<One>", ["tags"]), section("Two", [row(["b"])])]),
          details("More", [columns([["a"]])]),
        ],
      }),
    { a: "x", b: true, tags: ["t"], c: "y" },
    { a: "<b>", b: false, tags: [], c: "z" },
  ),
  sample(
    "union with blocks",
    (o) =>
      z
        .discriminatedUnion("kind", [
          z
            .object({ kind: z.literal("box"), width: z.number(), height: z.number() })
            .meta({ arrange: [section("Size", [row(["height", "width"])])] }),
          z.object({ kind: z.literal("ball"), radius: z.number() }),
        ])
        .meta({ widget: union(o) }),
    { kind: "box", width: 1, height: 2 },
    { kind: "ball", radius: 3 },
  ),
  sample("tupleGroup", (o) => z.tuple([z.string(), Pair, z.boolean()]).meta({ widget: tupleGroup(o) }), [
    "x",
    { a: "y", b: false },
    true,
  ]),
  sample(
    "tupleGroup that grows",
    (o) => z.tuple([z.string()], Pair).meta({ widget: tupleGroup(o) }),
    ["x", { a: "y", b: true }],
    ["x"],
  ),
  sample(
    "mapping that may be left out",
    (o) => Pair.nullable().meta({ widget: mapping(o) }),
    { a: "x", b: true },
    null,
  ),
  sample(
    "tupleGroup that may be left out",
    (o) =>
      z
        .tuple([z.string(), Pair])
        .nullable()
        .meta({ widget: tupleGroup(o) }),
    ["x", { a: "y", b: false }],
    null,
  ),
  sample("union", (o) => Shape.meta({ widget: union(o) }), Circle, Path, { kind: "nothing" }),
  sample(
    "union by radio buttons",
    (o) => Shape.meta({ widget: union({ ...o, choice: "radio" }) }),
    Path,
    Circle,
  ),
  sample(
    "entries of a record",
    (o) => z.record(z.string(), z.number()).meta({ widget: entries(o) }),
    { "a.b": 1, "<b>": 2 },
    {},
  ),
  sample("entries of a record of unions", (o) => z.record(z.string(), Shape).meta({ widget: entries(o) }), {
    a: Circle,
    b: Path,
  }),
  sample(
    "entries of a map",
    (o) => z.map(z.number(), Pair).meta({ widget: entries(o) }),
    new Map([[1, { a: "x", b: true }]]),
    new Map(),
  ),
  sample(
    "sequence of a set",
    (o) => z.set(Pair).meta({ widget: sequence(o) }),
    new Set([{ a: "x", b: true }]),
  ),
];
