import { HttpError } from "./http-error.ts";
import { unreadable } from "./unreadable.ts";

/** The header of a part of a multipart body. */
export interface PartHeader {
  readonly name: string;
  /** Undefined if the part is no file; empty if no file was chosen. */
  readonly filename: string | undefined;
  /** Media type, `text/plain` by default. */
  readonly type: string;
}

const PARAMETER = /\s*;\s*([^\s=;"]+)\s*=\s*(?:"([^"]*)"|([^\s;"]*))/y;
const UTF_8 = /^"?utf-?8"?$/i;

/**
 * Parses the header of a part as browsers write it: in UTF-8, with a quote as `%22` and line breaks as `%0D` and `%0A`.
 * A backslash escapes nothing.
 *
 * @param header The bytes from the boundary to the blank line before the content. The result holds none of their memory
 * @throws HttpError 400 for an invalid header or one without a name, 415 for a charset but UTF-8 or a transfer encoding
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
    throw new HttpError(415, `Charset "${charset}" is not supported in a part. Send the form as UTF-8`);
  }
  const encoding = fields.get("content-transfer-encoding") ?? "binary";
  if (!/^(?:7bit|8bit|binary)$/i.test(encoding)) {
    throw new HttpError(
      415,
      `Content-Transfer-Encoding "${encoding}" is not supported. Send parts unencoded`,
    );
  }
  return { name, filename: filename && copyOf(filename.replace(/^.*[/\\]/s, "")), type: copyOf(type) };
}

/** Returns the header fields by their lower-case names, one character a byte. The first of equal names counts. */
function fieldsOf(header: Buffer): ReadonlyMap<string, string> {
  const [padding = "", ...lines] = header.toString("latin1").split("\r\n");
  if (padding.trim() !== "") throw unreadable("a boundary is followed by text on its line");
  const fields = new Map<string, string>();
  for (const line of lines) {
    const [, name, value] = /^([^\s:]+):([^\r\n]*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) throw unreadable("a part has an invalid header");
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

/** Copies a text: in V8 a substring keeps the whole text in memory. */
function copyOf(text: string): string {
  return Buffer.from(text).toString();
}
