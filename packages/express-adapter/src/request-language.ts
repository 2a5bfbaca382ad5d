import type { Language } from "@turnform/form";
import { chooseLanguage } from "./negotiate.ts";

/** The members of a request with its languages: a request of Express or `node:http`, or a web request. */
export interface LanguageRequest {
  readonly headers: Headers | { readonly "accept-language"?: string | undefined };
  /** Express's answer. */
  readonly res?: { vary(name: string): unknown } | undefined;
}

/**
 * Returns the browser's preferred language, by its `Accept-Language`. On Express, adds this header to the answer's `Vary`, so that
 * caches keep the languages apart. A form's route adds it on all servers.
 *
 *     app.all("/", formRoute(form, { language: (req) => requestLanguage(req, [english, german]), … }))
 *
 * @param languages The application's languages. The first one is the default
 * @throws TypeError for an empty list
 */
export function requestLanguage(request: LanguageRequest, languages: readonly Language[]): Language {
  const { headers, res } = request;
  res?.vary("Accept-Language");
  const header =
    headers instanceof Headers ? (headers.get("Accept-Language") ?? undefined) : headers["accept-language"];
  return chooseLanguage(header, languages);
}
