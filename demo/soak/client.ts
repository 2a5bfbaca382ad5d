import { Agent, type IncomingHttpHeaders, request } from "node:http";
import { text } from "node:stream/consumers";

/** Longest wait for an answer, in milliseconds. */
const PATIENCE = 30_000;

export interface Ask {
  readonly path: string;
  /** Body of a POST. Without it, the request is a GET. */
  readonly body?: string | Buffer;
  /** Content type. Default: `application/x-www-form-urlencoded`. */
  readonly type?: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Creates an agent that reuses the connection idle for longest, because the server closes idle ones after 5 s. */
function newAgent(): Agent {
  return new Agent({ keepAlive: true, scheduling: "fifo" });
}

/** Sends requests like browsers: it keeps connections and may leave at any time. It does not follow redirects. */
export class Client {
  readonly #url: string;
  #agent = newAgent();

  constructor(url: string) {
    this.#url = url;
  }

  /**
   * Sends a request.
   *
   * @throws {Error} if the answer is missing or incomplete
   */
  ask(ask: Ask): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const req = this.#request(ask);
      // The server may answer and close before it has read the whole body. The error of sending then comes too late to matter.
      req.on("error", reject).once("response", (res) => {
        text(res).then(
          (body) => resolve({ status: res.statusCode ?? 0, headers: res.headers, body }),
          reject,
        );
      });
      req.end(ask.body);
    });
  }

  /** Sends half of a POST, then drops the connection. */
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
   * Sends a request and leaves the answer open.
   *
   * @returns the answer's status, once it begins; `leave` drops the rest of the answer
   * @throws {Error} if no answer comes
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

  /** Closes all connections. The next request opens a new one. */
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
