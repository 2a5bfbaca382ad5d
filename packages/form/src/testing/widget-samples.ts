import { z } from "zod";
import { checkbox } from "../widgets/checkbox.ts";
import { mapping } from "../widgets/mapping.ts";
import { numberInput } from "../widgets/number-input.ts";
import { sequence } from "../widgets/sequence.ts";
import { textInput } from "../widgets/text-input.ts";
import { sample, type WidgetSample } from "./sample.ts";
import { containerSamples } from "./samples/containers.ts";
import { fileSamples } from "./samples/file.ts";
import { richTextSamples } from "./samples/rich-text.ts";
import { choiceSamples } from "./samples/choices.ts";
import { textSamples } from "./samples/text.ts";
import { numberAndTimeSamples } from "./samples/number-and-time.ts";

const Pair = z.object({ a: z.string(), b: z.boolean() });

/** A sample of every widget. */
export const widgetSamples: readonly WidgetSample[] = [
  sample("textInput", (o) => z.string().meta({ widget: textInput(o) }), "Ada", "<b>&\"'"),
  sample(
    "numberInput",
    (o) =>
      z
        .number()
        .max(10)
        .meta({ widget: numberInput(o) }),
    2.5,
    0,
  ),
  sample("checkbox", (o) => z.boolean().meta({ widget: checkbox(o) }), true, false),
  sample("mapping", (o) => Pair.meta({ widget: mapping(o) }), { a: "x", b: true }),
  sample("mapping as details", (o) => Pair.meta({ widget: mapping({ ...o, frame: "details" }) }), {
    a: "x",
    b: true,
  }),
  sample(
    "sequence",
    (o) =>
      z
        .array(z.string())
        .max(3)
        .meta({ widget: sequence({ ...o, orderable: true }) }),
    ["a", "b"],
    [],
  ),
  sample(
    "sequence as table",
    (o) => z.array(Pair).meta({ widget: sequence({ ...o, layout: "table", itemTitle: "${number}: ${a}" }) }),
    [{ a: "x", b: true }],
    [],
  ),
  ...containerSamples,
  ...choiceSamples,
  ...fileSamples,
  ...richTextSamples,
  ...textSamples,
  ...numberAndTimeSamples,
];
