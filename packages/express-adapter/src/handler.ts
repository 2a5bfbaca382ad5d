import type { FilledForm } from "@turnform/form";
import { controlsReader, type ReadingOptions } from "./controls-reader.ts";
import { answerCall } from "./cycle.ts";
import { checkTrustProxy, type TrustProxyOption } from "./forwarded.ts";
import { HttpError } from "./http-error.ts";
import { keyringFrom } from "./keyring.ts";
import { setOwner } from "./owner.ts";
import { problem } from "./problem.ts";
import type { Turn } from "./turn.ts";
import { messageOf, type WebExchange, webExchange } from "./web-exchange.ts";

/** Options of a handler that do not depend on its forms. Share them between the handlers of an application. */
export interface HandlerOptions<Context> extends ReadingOptions, TrustProxyOption {
  /**
   * Signs the keys of visitors and the tokens in pages: at least 32 characters, the same in all processes. In a list, the first
   * secret signs, and all are accepted. Default: a random secret, which is lost with the process.
   */
  readonly secret?: string | readonly string[] | undefined;
  /**
   * Returns the key of a request's sender, such as the id of the signed-in user or of the session. Nobody else gets the sender's
   * uploads back, or may send the sender's pages. Return `""` for an unknown sender. Default: a random key in a cookie.
   */
  readonly owner?: (request: Request, context: Context) => string | Promise<string>;
  /**
   * The site's origin as browsers see it, such as `"https://example.org"`, if a proxy hides it. Default: that of `trustProxy`, or of
   * the request.
   */
  readonly origin?: string | undefined;
}

/** Answers web requests. Callbacks also get the context, which a server may give beside the request. */
export type Handler<Context> = (
  request: Request,
  ...context: undefined extends Context ? [context?: Context] : [context: Context]
) => Promise<Response>;

/** Draws the page with all forms of a handler. */
type Draw<Context> = (
  pages: readonly FilledForm[],
  request: Request,
  context: Context,
) => Promise<{ readonly status: number; readonly html: string }>;

/**
 * Returns the handler of a page of forms.
 *
 * @throws TypeError for options that make no sense, and without a `view`
 */
export function handler<Context>(
  turns: readonly Turn<Request, Context>[],
  options: HandlerOptions<Context> & { readonly view: unknown },
  draw: Draw<Context>,
): Handler<Context> {
  const { owner, view, trustProxy } = options;
  if (typeof view !== "function")
    throw new TypeError(
      "A handler needs a view. Set the option view to a function that returns the page's HTML",
    );
  const origin = checkedOrigin(options.origin);
  checkTrustProxy(options);
  const keyring = "secret" in options ? keyringFrom("The option secret", options.secret) : undefined;
  const readControls = controlsReader(options);

  async function answer(request: Request, context: Context, exchange: WebExchange): Promise<Response> {
    if (owner) setOwner(exchange, () => owner(request, context));
    const { controls } = await readControls(messageOf(request), exchange);
    const call = {
      request,
      context,
      exchange,
      get controls() {
        return typeof controls === "function" ? controls() : controls;
      },
    };
    const { headers } = exchange;
    return answerCall(turns, call, {
      async page(pages) {
        const { status, html } = await draw(pages, request, context);
        return respond(exchange, status, "text/html; charset=utf-8", html);
      },
      async redirect(location) {
        headers.set("Location", location);
        return new Response(null, { status: 303, headers });
      },
      async toScript(location) {
        headers.set("X-Turnform-Location", location);
        return new Response(null, { status: 204, headers });
      },
      async json({ status, type, body }) {
        return respond(exchange, status, type, body);
      },
      async nothing() {
        throw new HttpError(404, "There is nothing at this address");
      },
    });
  }

  return async (request, ...context) => {
    checkRequest(request);
    const exchange = webExchange(request, { keyring, origin, trustProxy });
    try {
      return await answer(request, contextOf<Context>(context), exchange);
    } catch (error) {
      if (!(error instanceof HttpError)) throw error;
      const { type, body } = problem(exchange, error.status, error.message);
      return respond(exchange, error.status, type, body);
    }
  };
}

function respond({ method, headers }: WebExchange, status: number, type: string, body: string): Response {
  headers.set("Content-Type", type);
  return new Response(method === "HEAD" ? null : body, { status, headers });
}

/** Returns the context among the arguments of a handler. By its type, it is missing only if undefined is a context too. */
function contextOf<Context>(context: readonly unknown[]): Context {
  return Reflect.get(Object(context), 0);
}

function checkedOrigin(origin: string | undefined): string | undefined {
  if (origin === undefined || (URL.canParse(origin) && new URL(origin).origin === origin)) return origin;
  throw new TypeError(
    `The option origin is ${JSON.stringify(origin)}. Give scheme and host alone, such as "https://example.org"`,
  );
}

/** @throws TypeError for another server's request, and Error for a body that is gone */
function checkRequest(request: Request): void {
  const headers: unknown = Reflect.get(Object(request), "headers");
  if (typeof Reflect.get(Object(headers), "get") !== "function")
    throw new TypeError("A handler takes a web Request. In Hono it is c.req.raw; Express has formRoute()");
  if (request.bodyUsed) throw new Error("The body was already read. Give the request to the handler first");
}
