import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import type { Control } from "@turnform/schema";
import { discardBody, readBody } from "./body.ts";
import type { ControlsOptions } from "./controls.ts";
import { HttpError } from "./http-error.ts";
import { LimitError, type PassedLimit } from "./limit-error.ts";
import { parseSize } from "./size.ts";

/**
 * Reads a multipart/form-data body into memory, files too: all of it is at most `limit` bytes.
 *
 * @returns the controls in the order of the body
 * @throws LimitError past a limit of `controls()`, HttpError 400 where the parts can't be read
 */
export async function readFormData(
  message: Readable & Pick<IncomingMessage, "headers">,
  options: ControlsOptions,
): Promise<readonly Control[]> {
  const check = checker(options);
  try {
    const bytes = await readBody(message, parseSize("limit", options.limit ?? "1mb"));
    const controls: readonly Control[] = [...(await parse(bytes, message.headers["content-type"] ?? ""))];
    check("maxPairs", controls.length, "The form", "controls");
    for (const [name, value] of controls) {
      check("maxNameLength", Buffer.byteLength(name), "A name", "bytes");
      if (typeof value === "string")
        check("maxValueLength", Buffer.byteLength(value), `The value of "${name}"`, "bytes");
    }
    return controls;
  } catch (error) {
    await discardBody(message);
    throw error;
  }
}

async function parse(bytes: Buffer<ArrayBuffer>, type: string): Promise<FormData> {
  try {
    return await new Response(bytes, { headers: { "Content-Type": type } }).formData();
  } catch (cause) {
    throw new HttpError(400, "The parts of the form could not be read", { cause });
  }
}

type Limit = Exclude<PassedLimit["option"], "limit" | "parameterLimit">;

function checker({ maxPairs = 10_000, maxNameLength = "1kb", maxValueLength = "1mb" }: ControlsOptions) {
  const limits: Readonly<Partial<Record<PassedLimit["option"], number>>> = {
    maxPairs: parseSize("maxPairs", maxPairs),
    maxNameLength: parseSize("maxNameLength", maxNameLength),
    maxValueLength: parseSize("maxValueLength", maxValueLength),
  };
  return (option: Limit, actual: number, what: string, unit: string): void => {
    const limit = limits[option] ?? 0;
    if (actual > limit)
      throw new LimitError(`${what} has ${actual} ${unit}; at most ${limit} are allowed`, {
        option,
        limit,
        actual,
      });
  };
}
