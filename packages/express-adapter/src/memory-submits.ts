import { randomUUID } from "node:crypto";
import { parseDuration } from "./duration.ts";
import { parseSize } from "./size.ts";
import type { SubmitStore } from "./submit-store.ts";

/** Options of `memorySubmits()`. */
export interface MemorySubmitsOptions {
  /** Lifetime of a saved submit: milliseconds, or a text like `"10min"` (the default) */
  readonly ttl?: number | string;
  /** Most saved submits to remember (default 10,000). Submits that are being saved are always remembered, and don't count */
  readonly maxSubmits?: number;
}

interface Saved {
  readonly content: string;
  readonly answer: string;
  readonly until: number;
}

/**
 * Creates a store of submits in the process's memory. By default, each route has its own.
 *
 * @throws TypeError if an option is no finite number
 */
export function memorySubmits(options: MemorySubmitsOptions = {}): SubmitStore {
  const ttl = parseDuration("memorySubmits({ ttl })", options.ttl ?? "10min");
  const maxSubmits = parseSize("maxSubmits", options.maxSubmits ?? 10_000, "memorySubmits");
  const running = new Map<string, { readonly claim: string; readonly content: string }>();
  const saved = new Map<string, Saved>();

  /** Forgets old submits. A map keeps its entries in the order of insertion, so the oldest come first. */
  function sweep(): void {
    for (const [page, { until }] of saved) {
      if (until > Date.now() && saved.size <= maxSubmits) break;
      saved.delete(page);
    }
  }

  return {
    async claim(page, content) {
      sweep();
      if (running.has(page)) return { kind: "busy" };
      const last = saved.get(page);
      if (last?.content === content) return { kind: "saved", answer: last.answer };
      const claim = randomUUID();
      running.set(page, { claim, content });
      saved.delete(page);
      return { kind: "claimed", claim };
    },

    async finish(page, claim, answer) {
      const submit = running.get(page);
      if (submit?.claim !== claim) return;
      running.delete(page);
      saved.set(page, { content: submit.content, answer, until: Date.now() + ttl });
      sweep();
    },

    async release(page, claim) {
      if (running.get(page)?.claim === claim) running.delete(page);
    },
  };
}
