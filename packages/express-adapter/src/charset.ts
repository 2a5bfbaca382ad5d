import { MIMEType } from "node:util";
import type { Control } from "@turnform/schema";
import { HttpError } from "./http-error.ts";

const UTF_8 = /^utf-?8$/i;

/** @throws HttpError 415 if a `Content-Type` names another charset than UTF-8 */
export function checkCharset(contentType: string | undefined): void {
  // Browsers send no charset
  if (contentType?.includes(";") !== true) return;
  const charset = new MIMEType(contentType).params.get("charset");
  if (charset !== null && !UTF_8.test(charset)) throw notUtf8(415, charset);
}

/**
 * Checks the control `_charset_`, in which a browser writes the encoding it used.
 *
 * @throws HttpError 400 for any encoding but UTF-8
 */
export function checkCharsetControl(controls: readonly Control[]): void {
  for (const [name, value] of controls) {
    if (name === "_charset_" && typeof value === "string" && !UTF_8.test(value)) throw notUtf8(400, value);
  }
}

function notUtf8(status: number, charset: string): HttpError {
  return new HttpError(status, `Charset "${charset}" is not supported. Send the form as UTF-8`);
}
