import { HttpError } from "@turnform/express-adapter";
import type { Request, Response } from "express";
import type { Turntable, TurntableStatus } from "../../turntable/index.ts";
import { liveView } from "./live-view.ts";

/** Limits of {@link EventStreams}. */
export interface EventStreamOptions {
  /** How many may be open at once; one more is a 503. Default 100. */
  readonly most?: number;
  /** Milliseconds between comments that keep a silent line open, default 15,000. */
  readonly heartbeatMs?: number;
  /** Ends all streams, and lets no more begin. */
  readonly stopping?: AbortSignal;
}

/** Milliseconds between two states sent to one client: 25 a second. */
const PACE_MS = 40;

/** Streams of server-sent events, each with the states of one turntable as they change. */
export class EventStreams {
  readonly #turntable: Turntable;
  readonly #most: number;
  readonly #heartbeatMs: number;
  readonly #stopping: AbortSignal | undefined;
  #open = 0;

  constructor(turntable: Turntable, options: EventStreamOptions = {}) {
    this.#turntable = turntable;
    this.#most = options.most ?? 100;
    this.#heartbeatMs = options.heartbeatMs ?? 15_000;
    this.#stopping = options.stopping;
  }

  /**
   * Answers a request with a stream that lasts until either side ends it.
   *
   * @throws {HttpError} 503 where there are as many as may be, or the server is about to stop
   */
  start(req: Request, res: Response): void {
    if (this.#open >= this.#most || this.#stopping?.aborted) {
      res.set("Retry-After", "5");
      throw new HttpError(
        503,
        `At most ${this.#most} pages can watch the turntable at once. Try again later.`,
      );
    }
    res.status(200).set({
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-store, no-transform",
      // A stream's end is its connection's, so that a server that stops need not wait for it.
      Connection: "close",
      "X-Accel-Buffering": "no",
    });
    if (req.method === "HEAD") {
      res.end();
      return;
    }
    res.flushHeaders();
    res.write("retry: 1000\n\n");
    this.#open += 1;
    const show = paced(res);
    show(this.#turntable.status);
    const unsubscribe = this.#turntable.subscribe(show);
    const heartbeat = setInterval(() => res.write(": still here\n\n"), this.#heartbeatMs);
    const end = (): unknown => res.end();
    this.#stopping?.addEventListener("abort", end, { once: true });
    res.once("close", () => {
      this.#open -= 1;
      unsubscribe();
      clearInterval(heartbeat);
      this.#stopping?.removeEventListener("abort", end);
    });
  }
}

/** Sends the newest state at most so often, and no more than the client takes; what is overtaken is left out. */
function paced(res: Response): (status: TurntableStatus) => void {
  let newest: string | undefined;
  let sent: string | undefined;
  let timer: NodeJS.Timeout | undefined;
  function flush(): void {
    timer = undefined;
    if (newest === undefined || newest === sent || res.writableEnded) return;
    if (res.writableNeedDrain) {
      res.once("drain", flush);
      return;
    }
    sent = newest;
    res.write(`data: ${sent}\n\n`);
    timer = setTimeout(flush, PACE_MS);
  }
  res.once("close", () => clearTimeout(timer));
  return (status) => {
    newest = JSON.stringify(liveView(status));
    if (timer === undefined && !res.writableNeedDrain) flush();
  };
}
