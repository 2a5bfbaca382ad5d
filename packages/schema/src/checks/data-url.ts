import { z } from "zod";
import { type CheckOptions, report } from "./check.ts";

/** Options of {@link dataUrl}: messages of its three failures. */
export interface DataUrlOptions extends CheckOptions {
  /** Message for an invalid MIME type. */
  readonly typeMessage?: string;
  /** Message for invalid Base64 data. */
  readonly base64Message?: string;
}

/** A top-level media type registered with IANA, and a subtype (RFC 6838, section 4.2). */
const MIME_TYPE =
  /^(?:application|audio|example|font|haptics|image|message|model|multipart|text|video)\/[a-z\d][\w!#$&^.+-]*$/i;
const BASE64 = /^[A-Za-z\d+/]*={0,2}$/;

/**
 * Makes a check for data URLs: `data:text/plain,hi`, `data:;base64,aGk=`.
 *
 *     z.string().check(dataUrl({ message: "Please choose a picture" }))
 *
 * The type is optional; parameters such as `charset` are refused. Base64 data may contain white space. Other data is not
 * checked.
 *
 * @returns a check that reports the issues `dataUrl`, or `mimeType` and `base64`
 */
export function dataUrl(options: DataUrlOptions = {}): z.core.$ZodCheck<string> {
  return z.check<string>((payload) => {
    const parts = split(payload.value);
    if (!parts) return report(payload, "dataUrl", options);
    if (parts.type !== "" && !MIME_TYPE.test(parts.type))
      report(payload, "mimeType", { message: options.typeMessage });
    if (parts.isBase64 && !isBase64(parts.data))
      report(payload, "base64", { message: options.base64Message });
  });
}

interface Parts {
  readonly type: string;
  readonly isBase64: boolean;
  readonly data: string;
}

function split(text: string): Parts | undefined {
  const comma = text.indexOf(",");
  const [found, type = "", base64] =
    /^data:([^;\s]*)(;base64)?$/i.exec(text.slice(0, Math.max(comma, 0))) ?? [];
  return found === undefined
    ? undefined
    : { type, isBase64: base64 !== undefined, data: text.slice(comma + 1) };
}

/** Returns true for complete groups of four characters, with padding at the end. */
function isBase64(text: string): boolean {
  const packed = text.replaceAll(/\s/g, "");
  return packed.length % 4 === 0 && BASE64.test(packed);
}
