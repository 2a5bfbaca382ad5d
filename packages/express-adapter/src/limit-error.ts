import { HttpError } from "./http-error.ts";

/** Which limit was passed, what it allows, and what had come when the form was refused. */
export interface PassedLimit {
  /** The option of `controls()` that raises the limit, or qs's `parameterLimit`, which is fixed. */
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
  /** Bytes, or controls for `maxPairs` and `parameterLimit`, files for `maxFiles`, milliseconds for `receiveTimeout`. */
  readonly limit: number;
  /** In the unit of `limit`; for `limit` and `maxPairs` reading stops there, so that more may have been on its way. */
  readonly actual: number;
}

/** A form that passes one of the limits of `controls()`: status 413, or 408 where it took too long to come. */
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
