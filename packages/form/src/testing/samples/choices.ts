import { dependsOn } from "@turnform/schema/conditions";
import { z } from "zod";
import { autocomplete } from "../../widgets/autocomplete.ts";
import { checkboxChoice } from "../../widgets/checkbox-choice.ts";
import type { ChoiceValue } from "../../field/choice.ts";
import { radioChoice } from "../../widgets/radio-choice.ts";
import { selectSearch } from "../../widgets/select-search.ts";
import { select } from "../../widgets/select.ts";
import { switchInput } from "../../widgets/switch-input.ts";
import { tags } from "../../widgets/tags.ts";
import { sample, type WidgetSample } from "../sample.ts";

const Colour = z.enum(["red", "green", "<b>&\"'"]);
const colours = (...names: z.output<typeof Colour>[]): Set<string> => new Set(names);

const values: readonly ChoiceValue[] = [
  ["r", "<i>Red</i>"],
  ['"g"', "Green & more"],
];
const groups = [["", "–"] as const, { group: "<b>Warm</b>", options: values }];

/** Samples of widgets that choose among values. */
export const choiceSamples: readonly WidgetSample[] = [
  sample("select", (o) => Colour.meta({ widget: select(o) }), "green", "<b>&\"'"),
  sample(
    "select of groups",
    (o) => z.string().meta({ widget: select({ ...o, values: groups }) }),
    '"g"',
    "r",
  ),
  sample(
    "select of what may be missing",
    (o) => Colour.optional().meta({ widget: select({ ...o, nullValue: "none" }) }),
    "red",
  ),
  sample("select of several rows", (o) => Colour.meta({ widget: select({ ...o, size: 4 }) }), "red", "green"),
  sample(
    "select of several",
    (o) => z.array(Colour).meta({ widget: select({ ...o, multiple: true }) }),
    ["red", "green"],
    [],
  ),
  sample(
    "select of choices made for a page",
    (o) => z.string().meta({ widget: select({ ...o, values: dependsOn([], () => groups) }) }),
    "r",
    '"g"',
  ),
  sample(
    "checkboxChoice of choices made for a page",
    (o) =>
      z.array(z.string()).meta({ widget: checkboxChoice({ ...o, values: dependsOn([], () => values) }) }),
    ["r"],
    [],
  ),
  sample(
    "autocomplete of choices made for a page",
    (o) => z.string().meta({ widget: autocomplete({ ...o, values: dependsOn([], () => ["<Ada>"]) }) }),
    "Ada",
  ),
  sample("select of a set", (o) => z.set(Colour).meta({ widget: select(o) }), colours("green"), colours()),
  sample("radioChoice", (o) => Colour.meta({ widget: radioChoice(o) }), "green", "<b>&\"'"),
  sample("radioChoice of yes and no", (o) => z.boolean().meta({ widget: radioChoice(o) }), true, false),
  sample(
    "checkboxChoice",
    (o) => z.set(Colour).meta({ widget: checkboxChoice(o) }),
    colours("red", "<b>&\"'"),
    colours(),
  ),
  sample(
    "checkboxChoice of a list",
    (o) => z.array(z.string()).meta({ widget: checkboxChoice({ ...o, values, inline: true }) }),
    ["r"],
    ["r", '"g"'],
  ),
  sample("switchInput", (o) => z.boolean().meta({ widget: switchInput(o) }), true, false),
  sample("selectSearch", (o) => Colour.meta({ widget: selectSearch(o) }), "green", "red"),
  sample("selectSearch of several", (o) => z.array(Colour).meta({ widget: selectSearch(o) }), ["green"], []),
  sample(
    "tags",
    (o) => z.array(z.string()).meta({ widget: tags({ ...o, values }) }),
    ["r", "one's own", "<i>"],
    [],
  ),
  sample(
    "autocomplete",
    (o) => z.string().meta({ widget: autocomplete({ ...o, values: ["<Ada>"] }) }),
    "Ada",
  ),
  sample(
    "autocomplete by URL",
    (o) => z.string().meta({ widget: autocomplete({ ...o, url: "/?a&b" }) }),
    "Ada",
  ),
];
