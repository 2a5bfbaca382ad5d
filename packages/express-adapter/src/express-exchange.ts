import type { Application, Request } from "express";
import { type Exchange, knownExchange, rememberExchange } from "./exchange.ts";
import { forwardedAddress } from "./forwarded.ts";
import { Keyring, keyringFrom, keyringOfThisProcess } from "./keyring.ts";

/** Keyrings of Express applications. */
const SETTING = "turnform keyring";

/** The members of a request that its exchange uses. None of them depends on the parameters of the path. */
type ExpressRequest = Pick<
  Request,
  "app" | "get" | "host" | "ip" | "method" | "originalUrl" | "protocol" | "res" | "socket"
>;

/**
 * Sets the secret that signs the keys of an application's visitors and the tokens in its pages.
 *
 *     setSecret(app, process.env.SECRET);
 *
 * By default, each process signs with a random secret. Another process, or the same one after a restart, then recognises
 * nobody: kept uploads are lost, and pages with a token must be loaded again.
 *
 * @param secret At least 32 characters, the same in all processes. In a list, the first secret signs, and all are accepted:
 *   to replace a secret, put the new one in front
 * @throws TypeError if a secret is shorter, or none is given
 */
export function setSecret(app: Application, secret: string | readonly string[] | undefined): void {
  app.set(SETTING, keyringFrom("setSecret()", secret));
}

/** Returns the exchange of an Express request, always the same one. */
export function exchangeOf(req: ExpressRequest): Exchange {
  const exchange = knownExchange(req) ?? new ExpressExchange(req);
  rememberExchange(req, exchange);
  return exchange;
}

class ExpressExchange implements Exchange {
  readonly #req: ExpressRequest;
  readonly answer: Exchange["answer"];

  constructor(req: ExpressRequest) {
    this.#req = req;
    const { res } = req;
    this.answer = {
      get: (name) => res?.get(name),
      set: (name, value) => void res?.set(name, value),
      addCookie: (cookie) => void res?.append("Set-Cookie", cookie),
      vary: (name) => void res?.vary(name),
    };
  }

  get method(): string {
    return this.#req.method;
  }

  get path(): string {
    return this.#req.originalUrl;
  }

  get protocol(): string {
    return this.#forwarded.protocol ?? this.#req.protocol;
  }

  get host(): string {
    return this.#forwarded.host ?? this.#req.host ?? "";
  }

  /** Returns the address in `Forwarded`, which Express does not read, if Express trusts the proxy and the proxy sends no other header. */
  get #forwarded(): ReturnType<typeof forwardedAddress> {
    const { app, socket } = this.#req;
    const header = (name: string): string | undefined => this.#req.get(name);
    const hasOthers = (header("X-Forwarded-Proto") ?? header("X-Forwarded-Host")) !== undefined;
    if (hasOthers || header("Forwarded") === undefined) return {};
    const isTrusted: unknown = Reflect.apply(app.get("trust proxy fn"), app, [socket.remoteAddress, 0]);
    return isTrusted === true ? forwardedAddress(header, "forwarded") : {};
  }

  get ip(): string | undefined {
    return this.#req.ip;
  }

  get keyring(): Keyring {
    const set: unknown = this.#req.app.get(SETTING);
    return set instanceof Keyring ? set : keyringOfThisProcess();
  }

  header(name: string): string | undefined {
    return this.#req.get(name);
  }

  watchSender(): () => boolean {
    const { res } = this.#req;
    let hasLeft = false;
    res?.once("close", () => (hasLeft = !res.writableEnded));
    return () => hasLeft;
  }

  closeAfterAnswer(): void {
    this.answer.set("Connection", "close");
  }
}
