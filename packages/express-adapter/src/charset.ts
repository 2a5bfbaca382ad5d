import { MIMEType } from "node:util";
import type { Control } from "@turnform/schema";
import { HttpError } from "./http-error.ts";

const UTF_8 = /^utf-?8$/i;

/** @throws HttpError 415 where a `Content-Type` names another charset than UTF-8 */
export function checkCharset(contentType: string | undefined): void {
  // Browsers name none
  if (contentType?.includes(";") !== true) return;
  const charset = new MIMEType(contentType).params.get("charset");
  if (charset !== null && !UTF_8.test(charset)) throw notUtf8(415, charset);
}

/**
 * Checks what a browser writes there: which encoding it used. The standard has long been UTF-8 alone.
 *
 * @throws HttpError 400 where a control `_charset_` says another
 */
export function checkCharsetControl(controls: readonly Control[]): void {
  for (const [name, value] of controls) {
    if (name === "_charset_" && typeof value === "string" && !UTF_8.test(value)) throw notUtf8(400, value);
  }
}

function notUtf8(status: number, charset: string): HttpError {
  return new HttpError(status, `A form must be sent as UTF-8; this one says "${charset}"`);
}
