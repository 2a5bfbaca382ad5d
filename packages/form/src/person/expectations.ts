import type { Invalid } from "@turnform/schema";
import { joinPath } from "@turnform/schema/tools";

/** A failed expectation. Test runners show its difference between `actual` and `expected`. */
export class ExpectationError extends Error {
  override readonly name = "ExpectationError";
  readonly actual: unknown;
  readonly expected: unknown;

  constructor(message: string, actual: unknown, expected: unknown) {
    super(message);
    this.actual = actual;
    this.expected = expected;
  }
}

/** A result of `validate`, in general. */
interface Result {
  readonly kind: string;
  readonly value?: unknown;
  readonly error?: unknown;
}

/** The value of a valid result. */
type ValueOf<R> = R extends { readonly kind: "valid"; readonly value: infer Value } ? Value : never;

/**
 * Returns the value of a valid result.
 *
 * @param result Result of `validate`
 * @throws ExpectationError with all messages by path, if the result is not valid
 */
export function expectValid<R extends Result>(result: R): ValueOf<R> {
  if (isValid(result)) return result.value;
  const errors = errorsOf(result);
  throw new ExpectationError(
    `Expected valid data, but the result is ${result.kind}${lines(errors)}`,
    errors,
    {},
  );
}

function isValid<R extends Result>(
  result: R,
): result is R & { readonly kind: "valid"; readonly value: ValueOf<R> } {
  return result.kind === "valid";
}

/**
 * Checks all messages of an invalid result, and returns its page.
 *
 *     const page = expectErrors(result, { name: "Required", "cycles.0.angle": /less than 360/ });
 *
 * @param result Result of `validate`
 * @param expected Messages, or patterns for them, by path as `joinPath` writes it; `""` is the form itself. Several messages of one field are
 *   joined by `; `
 * @throws ExpectationError if a message is missing, different, or not expected
 */
export function expectErrors<Page>(
  result: Result & { readonly form: Page },
  expected: Readonly<Record<string, string | RegExp>>,
): Page {
  const errors = errorsOf(result);
  const paths = new Set([...Object.keys(expected), ...Object.keys(errors)]);
  const wrong = [...paths].flatMap((path) => {
    const [wanted, message] = [expected[path], errors[path]];
    if (message === undefined) return [`${path || "the form"}: no error; expected ${shown(wanted)}`];
    if (wanted === undefined) return [`${path || "the form"}: unexpected "${message}"`];
    const fits = typeof wanted === "string" ? wanted === message : new RegExp(wanted).test(message);
    return fits ? [] : [`${path || "the form"}: "${message}"; expected ${shown(wanted)}`];
  });
  if (result.kind !== "invalid") wrong.unshift(`The result is ${result.kind}`);
  if (wrong.length > 0)
    throw new ExpectationError(
      `The errors differ from the expected ones:\n  ${wrong.join("\n  ")}`,
      errors,
      expected,
    );
  return result.form;
}

function shown(wanted: string | RegExp | undefined): string {
  return typeof wanted === "string" ? `"${wanted}"` : String(wanted);
}

/** Returns the messages of a result by path. */
function errorsOf({ error }: Result): Readonly<Record<string, string>> {
  const errors: Record<string, string> = {};
  if (isInvalid(error))
    for (const { path, message } of error.flatten()) {
      const at = joinPath(path);
      errors[at] = at in errors ? `${errors[at]}; ${message}` : message;
    }
  else if (error instanceof Error || hasMessage(error)) errors[""] = error.message;
  return errors;
}

function isInvalid(error: unknown): error is Invalid {
  return typeof error === "object" && error !== null && "flatten" in error;
}

function hasMessage(error: unknown): error is { readonly message: string } {
  return (
    typeof error === "object" && error !== null && "message" in error && typeof error.message === "string"
  );
}

function lines(errors: Readonly<Record<string, string>>): string {
  const texts = Object.entries(errors).map(([path, message]) => `\n  ${path || "the form"}: ${message}`);
  return texts.length > 0 ? `:${texts.join("")}` : "";
}
