import { z } from "zod";
import { checkedInput } from "../../widgets/checked-input.ts";
import { checkedPassword } from "../../widgets/checked-password.ts";
import { maskedInput } from "../../widgets/masked-input.ts";
import { password } from "../../widgets/password.ts";
import { textArea } from "../../widgets/text-area.ts";
import { textAreaCsv } from "../../widgets/text-area-csv.ts";
import { textInput } from "../../widgets/text-input.ts";
import { textInputCsv } from "../../widgets/text-input-csv.ts";
import { sample, type WidgetSample } from "../sample.ts";

const Pair = z.tuple([z.int(), z.string()]);

/** Samples of widgets for texts, and for lists written as one text. */
export const textSamples: readonly WidgetSample[] = [
  sample(
    "textInput as search",
    (o) => z.string().meta({ widget: textInput({ ...o, type: "search" }) }),
    "tea",
  ),
  sample(
    "textInput, stripping nothing",
    (o) => z.string().meta({ widget: textInput({ ...o, strip: false }) }),
    " a ",
  ),
  sample(
    "textArea",
    (o) => z.string().meta({ widget: textArea({ ...o, rows: 3 }) }),
    "one\n\n</textarea> two",
    "<b>&\"'",
  ),
  sample(
    "textArea, stripping nothing",
    (o) => z.string().meta({ widget: textArea({ ...o, strip: false }) }),
    "\n a\n",
  ),
  sample("password", (o) =>
    z
      .string()
      .optional()
      .meta({ widget: password(o) }),
  ),
  sample(
    "password, shown again",
    (o) => z.string().meta({ widget: password({ ...o, redisplay: true }) }),
    "<b>&\"'",
  ),
  sample("checkedInput", (o) => z.email().meta({ widget: checkedInput(o) }), "ada@example.com"),
  sample("checkedInput of a number", (o) => z.number().meta({ widget: checkedInput(o) }), 5, 0),
  sample("checkedPassword", (o) =>
    z
      .string()
      .optional()
      .meta({ widget: checkedPassword(o) }),
  ),
  sample(
    "checkedPassword, shown again",
    (o) => z.string().meta({ widget: checkedPassword({ ...o, redisplay: true }) }),
    " a <b>&\"'",
  ),
  sample("maskedInput", (o) => z.string().meta({ widget: maskedInput({ ...o, mask: "##/##" }) }), "12/34"),
  sample(
    "textAreaCsv",
    (o) => z.array(Pair).meta({ widget: textAreaCsv(o) }),
    [
      [1, 'a, "b"\nc'],
      [2, "</textarea>"],
    ],
    [[3, " d "]],
  ),
  sample(
    "textAreaCsv with marks of its own",
    (o) =>
      z.array(z.array(z.string())).meta({ widget: textAreaCsv({ ...o, delimiter: ";", quotechar: "'" }) }),
    [["it's", 'a;b"'], ["c"]],
  ),
  sample("textInputCsv", (o) => Pair.meta({ widget: textInputCsv(o) }), [1, 'a, "b"'], [2, "<b>"]),
];
