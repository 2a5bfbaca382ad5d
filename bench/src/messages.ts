/** Messages between the main process of a benchmark and its measuring processes. */
import { once } from "node:events";
import type { Result } from "./subject.ts";

/** The times of two sides for one call, and their ratio. */
export interface Comparison {
  /** Medians in milliseconds. */
  readonly ours: number;
  readonly theirs: number;
  /** The median of `theirs / ours` over all rounds: 2 means that our side is twice as fast. */
  readonly speed: number;
}

/** Limits of the rounds of a comparison. */
export interface Effort {
  /** Time in milliseconds; no round begins after it. */
  readonly budget?: number;
  /** The least and the most rounds. */
  readonly rounds?: readonly [least: number, most: number];
}

/** A message from a measuring process. */
export type Report =
  /** The side is warm, and waits for requests. */
  | { readonly ready: Effort }
  /** A requested sample: milliseconds for a call. */
  | { readonly time: number }
  /** A line of the table. */
  | { readonly result: Result };

/** A message to a measuring process: a request for a sample, or the result of all samples. */
export type Reply = { readonly take: "sample" } | { readonly comparison: Comparison };

/** Sends a message to the main process. */
export function send(report: Report): void {
  if (!process.send)
    throw new Error("This script has no parent process. Run `npm run bench`, which starts it");
  process.send(report);
}

/** Sends a message, and waits for the answer. */
export async function ask(report: Report): Promise<Reply> {
  const answered = once(process, "message");
  send(report);
  const [reply] = await answered;
  return reply;
}
