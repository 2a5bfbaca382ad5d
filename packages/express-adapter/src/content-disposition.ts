import { HttpError } from "./http-error.ts";
import { unreadable } from "./unreadable.ts";

/** What the header of a part says. */
export interface PartHeader {
  readonly name: string;
  /** There where the part is a file; empty where no file was chosen. */
  readonly filename: string | undefined;
  /** Media type, `text/plain` where none is given. */
  readonly type: string;
}

const PARAMETER = /\s*;\s*([^\s=;"]+)\s*=\s*(?:"([^"]*)"|([^\s;"]*))/y;
const UTF_8 = /^"?utf-?8"?$/i;

/**
 * Reads the header of a part as browsers write them: UTF-8, with `%22`, `%0D` and `%0A` for what can't stand in quotes, and
 * a backslash that means itself.
 *
 * @param header From the boundary to the blank line before the content; the texts read off it hold none of its memory
 * @throws HttpError 400 where it is no header or has no name, 415 where its text is not in UTF-8 or transfer-encoded
 * @see https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data
 */
export function readPartHeader(header: Buffer): PartHeader {
  const fields = fieldsOf(header);
  const parameters = readParameters(fields.get("content-disposition") ?? "");
  const name = parameters?.get("name");
  if (parameters === undefined || name === undefined) {
    throw unreadable("a part has no name");
  }
  const filename = parameters.get("filename");
  const type = fields.get("content-type") ?? "text/plain";
  const [, charset = "utf-8"] = /;\s*charset=([^\s;]+)/i.exec(type) ?? [];
  if (filename === undefined && !UTF_8.test(charset)) {
    throw new HttpError(415, `A form must be sent as UTF-8; a part says ${charset}`);
  }
  const encoding = fields.get("content-transfer-encoding") ?? "binary";
  if (!/^(?:7bit|8bit|binary)$/i.test(encoding)) {
    throw new HttpError(415, `The parts of a form must be sent as they are; one is ${encoding}`);
  }
  return { name, filename: filename && copyOf(filename.replace(/^.*[/\\]/s, "")), type: copyOf(type) };
}

/** Returns the values by their names in lower case, bytes as characters. Of equal names the first one counts. */
function fieldsOf(header: Buffer): ReadonlyMap<string, string> {
  const [padding = "", ...lines] = header.toString("latin1").split("\r\n");
  if (padding.trim() !== "") throw unreadable("a boundary does not end its line");
  const fields = new Map<string, string>();
  for (const line of lines) {
    const [, name, value] = /^([^\s:]+):([^\r\n]*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) throw unreadable("a part has a header that is none");
    const key = name.toLowerCase();
    if (!fields.has(key)) fields.set(key, value.trim());
  }
  return fields;
}

function readParameters(disposition: string): ReadonlyMap<string, string> | undefined {
  const [, kind = ""] = /^(\s*form-data)\s*(?:;|$)/i.exec(disposition) ?? [];
  if (kind === "") return undefined;
  const parameters = new Map<string, string>();
  PARAMETER.lastIndex = kind.length;
  let end = kind.length;
  for (let match; (match = PARAMETER.exec(disposition)); end = PARAMETER.lastIndex) {
    const [, key = "", quoted, token = ""] = match;
    parameters.set(key.toLowerCase(), decode(quoted ?? token));
  }
  return disposition.slice(end).trim() === "" ? parameters : undefined;
}

function decode(bytes: string): string {
  return Buffer.from(bytes, "latin1")
    .toString("utf8")
    .replace(/%(22|0D|0A)/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Copies a text: in V8 a part of a text holds all of it in memory. */
function copyOf(text: string): string {
  return Buffer.from(text).toString();
}
