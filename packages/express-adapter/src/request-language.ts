import type { Language } from "@turnform/form";
import type { Request } from "express";

/**
 * The language, of those an application speaks, that a person's browser asks for by `Accept-Language`. The answer then says
 * by `Vary` that it depends on that, so that no cache gives it to people of another language.
 *
 *     app.all("/", formRoute(form, { language: (req) => requestLanguage(req, [english, german]), … }))
 *
 * @param languages At least one; the first is spoken to people who ask for none of them
 * @throws TypeError where there is none
 */
export function requestLanguage<Params>(req: Request<Params>, languages: readonly Language[]): Language {
  const [first] = languages;
  if (!first) throw new TypeError("An application speaks at least one language, but the list is empty");
  req.res?.vary("Accept-Language");
  const tag = req.acceptsLanguages(...languages.map((language) => language.tag));
  return languages.find((language) => language.tag === tag) ?? first;
}
