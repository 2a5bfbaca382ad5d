import { randomUUID } from "node:crypto";
import { formsRoute, formTurn } from "@turnform/express-adapter";
import { createForm } from "@turnform/form";
import { addChild } from "@turnform/schema/tools";
import { type Request, Router } from "express";
import { z } from "zod";
import { BoundedMap } from "../bounded-map.ts";
import type { FeaturePage } from "../feature.ts";

export const title = "Fields from data";
export const about =
  "The first form adds questions, each with settings for its kind. The second form has a field for each question. Its " +
  "schema is built for each request.";
export const group = "Schemas";
export const docs = ["/docs/concepts/types#parts-that-depend-on-the-request"];

const Question = z
  .object({
    text: z.string().max(80).meta({ title: "Question" }),
    answer: z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("words") }),
      z.object({ kind: z.literal("number"), least: z.number().default(0) }),
      z.object({ kind: z.literal("choice"), choices: z.array(z.string()).min(2).max(5) }),
    ]),
  })
  .meta({ title: "A new question" });
type Question = z.output<typeof Question>;

function typeOf({ text, answer }: Question): z.ZodType {
  switch (answer.kind) {
    case "words":
      return z.string().meta({ title: text });
    case "number":
      return z.number().min(answer.least).meta({ title: text });
    case "choice":
      return z.enum(answer.choices).meta({ title: text });
    default:
      return answer satisfies never;
  }
}

const Answers = z.looseObject({}).meta({
  title: "All questions so far",
  onBind: (type: z.ZodObject, { questions }: { questions: readonly Question[] }) =>
    questions.reduce((made, question, at) => addChild(made, `q${at + 1}`, typeOf(question)), type),
});

const question = createForm(Question, { formId: "question", buttons: ["add_question"] });
const answers = createForm(Answers, { formId: "answers", buttons: ["answer"], deferred: true });

const samples: readonly Question[] = [
  { text: "Where are you from?", answer: { kind: "words" } },
  { text: "How do you travel?", answer: { kind: "choice", choices: ["Train", "Bus", "Ship"] } },
];
/** Questions of each visitor. The key is random and part of the address. */
const polls = new BoundedMap<unknown, readonly Question[]>(100);
const questionsOf = ({ query }: Request): readonly Question[] => polls.get(query["poll"]) ?? samples;

export function routes(page: FeaturePage): Router {
  const turns = [
    formTurn(
      question,
      (asked, req) => {
        const key = randomUUID();
        polls.set(key, [...questionsOf(req), asked].slice(-10));
        return key;
      },
      {
        redirect: (key) => `?poll=${key}`,
      },
    ),
    formTurn(answers, (given) => given, {
      bind: (req) => ({ questions: questionsOf(req) }),
      notice: (given) => `Your answers: ${Object.values(given).join(", ")}.`,
    }),
  ];
  return Router().all(
    "/",
    formsRoute(turns, { view: (forms, req) => page(req, { forms: Object.values(forms) }) }),
  );
}
