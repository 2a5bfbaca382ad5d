import { HttpError } from "@turnform/express-adapter";
import type { Request, Response } from "express";
import type { Turntable, TurntableStatus } from "../../turntable/index.ts";
import { liveView } from "./live-view.ts";

/** Limits of {@link EventStreams}. */
export interface EventStreamOptions {
  /** Most streams open at once; one more gets a 503. Default: 100. */
  readonly most?: number;
  /** Milliseconds between comments that keep a silent connection open. Default: 15,000. */
  readonly heartbeatMs?: number;
  /** Ends all streams and refuses new ones. */
  readonly stopping?: AbortSignal;
}

/** Least milliseconds between two states to one client: 25 states a second. */
const PACE_MS = 40;

/** Streams the states of a turntable as server-sent events. */
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
   * Answers a request with a stream that stays open until either side ends it.
   *
   * @throws {HttpError} 503 if too many streams are open or the server is stopping
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
      // The connection closes with the stream, so that a stopping server need not wait for it.
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
    const show = pacedSender(res);
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

/** Sends the newest state at most every {@link PACE_MS}, and no faster than the client reads. Skips states in between. */
function pacedSender(res: Response): (status: TurntableStatus) => void {
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
