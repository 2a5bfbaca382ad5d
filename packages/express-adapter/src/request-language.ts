import type { Language } from "@turnform/form";
import type { Request } from "express";

/**
 * Returns the browser's preferred language, by its `Accept-Language`. Adds this header to the answer's `Vary`, so that
 * caches keep the languages apart.
 *
 *     app.all("/", formRoute(form, { language: (req) => requestLanguage(req, [english, german]), … }))
 *
 * @param languages The application's languages. The first one is the default
 * @throws TypeError for an empty list
 */
export function requestLanguage<Params>(req: Request<Params>, languages: readonly Language[]): Language {
  const [first] = languages;
  if (!first) throw new TypeError("requestLanguage() needs at least one language; the list is empty");
  req.res?.vary("Accept-Language");
  const tag = req.acceptsLanguages(...languages.map((language) => language.tag));
  return languages.find((language) => language.tag === tag) ?? first;
}
