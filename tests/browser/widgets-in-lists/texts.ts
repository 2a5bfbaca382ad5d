import {
  checkbox,
  checkedInput,
  checkedPassword,
  hidden,
  maskedInput,
  numberInput,
  password,
  textArea,
  textAreaCsv,
  textInput,
  textInputCsv,
} from "@turnform/form";
import { z } from "zod";
import type { Family } from "./family.ts";

const typed = [
  {
    Line: "<b>one</b>",
    Text: "One\n\n</textarea>",
    Secret: "s3cr&t",
    Mail: "ada@example.com",
    Code: "a <b>",
    Rows: '1,"a, b"\n2,c',
    Pair: '3,"d ""e"""',
    Count: "0.5",
  },
  {
    Line: "two",
    Text: "Two",
    Secret: "other",
    Mail: "grace@example.com",
    Code: "other",
    Rows: "4,f",
    Pair: "5,g",
    Count: "-7",
  },
] as const;

const Pair = z.tuple([z.int(), z.string()]);

export const texts: Family = {
  name: "texts",
  fields: {
    line: z.string().meta({ widget: textInput() }),
    text: z.string().meta({ widget: textArea() }),
    secret: z.string().meta({ widget: password({ redisplay: true }) }),
    mail: z.email().meta({ widget: checkedInput() }),
    code: z.string().meta({ widget: checkedPassword({ redisplay: true }) }),
    rows: z.array(Pair).meta({ widget: textAreaCsv() }),
    pair: Pair.meta({ widget: textInputCsv() }),
    count: z.number().meta({ widget: numberInput() }),
    until: z.string().meta({ widget: maskedInput({ mask: "##/##" }) }),
    agreed: z.boolean().meta({ widget: checkbox() }),
    origin: z.string().default("here").meta({ widget: hidden() }),
  },
  async fill(item, which, script) {
    for (const [label, text] of Object.entries(typed[which])) await item.getByLabel(label).first().fill(text);
    for (const label of ["Mail", "Code"] as const)
      await item.getByLabel(`Confirm ${label}`).fill(typed[which][label]);
    const until = item.getByLabel("Until");
    await until.fill("");
    // The script writes the separators.
    if (script) await until.pressSequentially(["1234", "5678"][which] ?? "");
    else await until.fill(["12/34", "56/78"][which] ?? "");
    await item.getByLabel("Agreed").setChecked(which === 0);
  },
  data: [
    {
      line: "<b>one</b>",
      text: "One\n\n</textarea>",
      secret: "s3cr&t",
      mail: "ada@example.com",
      code: "a <b>",
      rows: [
        [1, "a, b"],
        [2, "c"],
      ],
      pair: [3, 'd "e"'],
      count: 0.5,
      until: "12/34",
      agreed: true,
      origin: "here",
    },
    {
      line: "two",
      text: "Two",
      secret: "other",
      mail: "grace@example.com",
      code: "other",
      rows: [[4, "f"]],
      pair: [5, "g"],
      count: -7,
      until: "56/78",
      agreed: false,
      origin: "here",
    },
  ],
};
