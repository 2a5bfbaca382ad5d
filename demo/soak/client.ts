import { Agent, type IncomingHttpHeaders, request } from "node:http";
import { text } from "node:stream/consumers";

/** Milliseconds until an answer counts as missing. */
const PATIENCE = 30_000;

/** A request. */
export interface Ask {
  readonly path: string;
  /** The body of a POST; without one, it is a GET. */
  readonly body?: string | Buffer;
  /** Default that of a form. */
  readonly type?: string;
}

/** An answer. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Keeps connections for the next request, and uses the one that was idle for longest: the server closes it after 5 s. */
function newAgent(): Agent {
  return new Agent({ keepAlive: true, scheduling: "fifo" });
}

/** Sends requests as browsers do: keeps connections, and may leave at any time. Follows no redirect. */
export class Client {
  readonly #url: string;
  #agent = newAgent();

  constructor(url: string) {
    this.#url = url;
  }

  /**
   * Sends a request.
   *
   * @throws Error where no answer comes, or not all of it
   */
  ask(ask: Ask): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const req = this.#request(ask);
      // A server may answer before it has read all, and a body can't be sent to one that has closed.
      req.on("error", reject).once("response", (res) => {
        text(res).then(
          (body) => resolve({ status: res.statusCode ?? 0, headers: res.headers, body }),
          reject,
        );
      });
      req.end(ask.body);
    });
  }

  /** Sends a POST up to its middle, and leaves. */
  leaveHalfway(ask: Ask & { readonly body: string | Buffer }): Promise<void> {
    const req = this.#request(ask);
    req.setHeader("Content-Length", Buffer.byteLength(ask.body));
    return new Promise((resolve) => {
      req.on("error", () => undefined).once("close", resolve);
      req.write(ask.body.slice(0, ask.body.length / 2), () =>
        setTimeout(() => req.destroy(), Math.random() * 50),
      );
    });
  }

  /**
   * Sends a request, and stays as long as it likes.
   *
   * @returns the answer's status, once it begins; `leave` drops what is left of it
   * @throws Error where no answer comes
   */
  open(ask: Ask): Promise<{ readonly status: number; leave: () => Promise<void> }> {
    return new Promise((resolve, reject) => {
      const req = this.#request(ask);
      req.on("error", reject).once("response", (res) => {
        const closed = new Promise<void>((done) => res.once("close", done));
        res.on("error", () => undefined).resume();
        resolve({
          status: res.statusCode ?? 0,
          leave: () => {
            req.destroy();
            return closed;
          },
        });
      });
      req.end(ask.body);
    });
  }

  /** Closes its connections; the next request opens new ones. */
  close(): void {
    this.#agent.destroy();
    this.#agent = newAgent();
  }

  #request({ path, body, type = "application/x-www-form-urlencoded" }: Ask): ReturnType<typeof request> {
    const req = request(this.#url + path, {
      agent: this.#agent,
      method: body === undefined ? "GET" : "POST",
      headers: body === undefined ? {} : { "Content-Type": type },
    });
    return req.setTimeout(PATIENCE, () => req.destroy(new Error(`No answer within ${PATIENCE / 1000} s`)));
  }
}
