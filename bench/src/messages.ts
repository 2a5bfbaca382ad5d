/** What the processes that measure say to the one that started them, and what they are told. */
import { once } from "node:events";
import type { Result } from "./subject.ts";

/** How long two sides take for one call, and by how much they differ. */
export interface Comparison {
  /** Medians in milliseconds. */
  readonly ours: number;
  readonly theirs: number;
  /** The median of `theirs / ours` over the rounds: how many times as fast ours is. */
  readonly speed: number;
}

/** How many rounds there are. */
export interface Effort {
  /** Milliseconds after which no further one begins. */
  readonly budget?: number;
  /** How many there are at least, and at most. */
  readonly rounds?: readonly [least: number, most: number];
}

/** Said by a process that measures. */
export type Said =
  /** It is warm, and waits for its turns. */
  | { readonly ready: Effort }
  /** What it was asked for: milliseconds for a call. */
  | { readonly time: number }
  /** A line of the table. */
  | { readonly result: Result };

/** Told to one: to take a sample, or what has come of all of them. */
export type Told = { readonly take: "sample" } | { readonly comparison: Comparison };

/** Says something to the process that started this one. */
export function say(said: Said): void {
  if (!process.send) throw new Error("This is a part of `npm run bench`, and not to be run by itself");
  process.send(said);
}

/** Says something that is answered. */
export async function ask(said: Said): Promise<Told> {
  const answered = once(process, "message");
  say(said);
  const [told] = await answered;
  return told;
}
