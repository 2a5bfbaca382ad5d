import { HttpError } from "./http-error.ts";

/** Details of a passed limit. */
export interface PassedLimit {
  /** The option of `controls()` for the limit, or qs's fixed `parameterLimit`. */
  readonly option:
    | "limit"
    | "maxPairs"
    | "maxNameLength"
    | "maxValueLength"
    | "maxPartHeaderSize"
    | "maxFiles"
    | "maxFileSize"
    | "maxUploadSize"
    | "receiveTimeout"
    | "parameterLimit";
  /** Bytes; controls for `maxPairs` and `parameterLimit`, files for `maxFiles`, milliseconds for `receiveTimeout`. */
  readonly limit: number;
  /** The amount found, in the unit of `limit`. Reading stops there for `limit` and `maxPairs`, so the form may have more. */
  readonly actual: number;
}

/** The error of a form past one of the limits of `controls()`. Status 413, or 408 if the form took too long to arrive. */
export class LimitError extends HttpError implements PassedLimit {
  override readonly name = "LimitError";
  readonly option: PassedLimit["option"];
  readonly limit: number;
  readonly actual: number;

  constructor(message: string, passed: PassedLimit) {
    super(passed.option === "receiveTimeout" ? 408 : 413, message);
    this.option = passed.option;
    this.limit = passed.limit;
    this.actual = passed.actual;
  }
}
