import qs from "qs";
import { HttpError } from "./http-error.ts";
import { LimitError } from "./limit-error.ts";

/** The options that express.urlencoded({ extended: true }) gives qs. */
const PARAMETER_LIMIT = 1000;
const DEPTH = 32;
const MIN_ARRAY_LIMIT = 100;
const AMPERSAND = 0x26;

/**
 * Parses a urlencoded body into the same nested object as `express.urlencoded({ extended: true })`.
 *
 * @returns the value for `req.body`
 * @throws HttpError 413 past qs's limits: 1,000 controls, 32 levels of brackets
 */
export function parseExtended(bytes: Uint8Array): unknown {
  let count = 1;
  for (const byte of bytes) if (byte === AMPERSAND) count++;
  if (count > PARAMETER_LIMIT) {
    const message = `The form has ${count} controls; req.body takes at most ${PARAMETER_LIMIT}. Read req.controls, which takes more`;
    throw new LimitError(message, { option: "parameterLimit", limit: PARAMETER_LIMIT, actual: count });
  }
  try {
    return qs.parse(new TextDecoder().decode(bytes), {
      allowPrototypes: true,
      arrayLimit: Math.max(MIN_ARRAY_LIMIT, count),
      depth: DEPTH,
      parameterLimit: PARAMETER_LIMIT,
      strictDepth: true,
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new HttpError(
      413,
      `A control's name has too many brackets; req.body takes at most ${DEPTH} levels`,
      {
        cause: error,
      },
    );
  }
}
