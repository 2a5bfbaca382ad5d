import { formRoute, requestLanguage } from "@turnform/express-adapter";
import { createForm, english, french, german, type Language, radioChoice, textArea } from "@turnform/form";
import { deferred } from "@turnform/schema";
import { type Request, Router } from "express";
import { z } from "zod";
import type { FeaturePage } from "../feature.ts";

export const title = "Browser language";
export const about =
  "The form is in English, German or French, as the browser asks. The German form is informal: it replaces two of Turnform’s texts.";
export const group = "Languages";
export const docs = [
  "/docs/guide/07-languages#the-browsers-language",
  "/docs/concepts/languages#the-browsers-language",
];

const casual: Language = {
  ...german,
  texts: { ...german.texts, summaryTitle: "Da fehlt noch was" },
  messages: { ...german.messages, required: "Brauchen wir noch von dir" },
};

/** The application's own texts for each language of the form. */
const spoken = [
  { language: english, name: "Your name", stars: "Stars", liked: "What did you like?", thanks: "Thank you!" },
  { language: casual, name: "Dein Name", stars: "Sterne", liked: "Was gefiel dir?", thanks: "Danke dir!" },
  { language: french, name: "Votre nom", stars: "Étoiles", liked: "Qu’avez-vous aimé ?", thanks: "Merci !" },
] as const;
type Words = (typeof spoken)[number];

function wordsFor(req: Request): Words {
  const language = requestLanguage(req, [english, casual, french]);
  return spoken.find((words) => words.language === language) ?? spoken[0];
}

const say = (id: Exclude<keyof Words, "language">): string => deferred((words: Words) => words[id]);

const review = createForm(
  z.object({
    name: z.string().meta({ title: say("name") }),
    stars: z
      .enum(["1", "2", "3", "4", "5"])
      .meta({ title: say("stars"), widget: radioChoice({ inline: true }) }),
    liked: z
      .string()
      .optional()
      .meta({ title: say("liked"), widget: textArea({ rows: 3 }) }),
  }),
  { formId: "review", deferred: true },
);

export function routes(page: FeaturePage): Router {
  const route = formRoute(review, () => {}, {
    language: (req) => wordsFor(req).language,
    bind: wordsFor,
    notice: (_saved, req) => wordsFor(req).thanks,
    view: (form, req) => page(req, { forms: [form] }),
  });
  return Router().all("/", route);
}
