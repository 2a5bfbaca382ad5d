import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** Serves a handler of web requests with `node:http`. Errors of the handler are a 500. */
export function bridge(handle: (request: Request) => Promise<Response> | Response): RequestListener {
  return (req, res) => {
    const answer = async (): Promise<void> => send(await handle(webRequest(req, res)), res);
    answer().catch((error: unknown) => {
      if (!res.headersSent) res.writeHead(500);
      res.end(String(error));
    });
  };
}

function webRequest(req: IncomingMessage, res: ServerResponse): Request {
  const { method = "GET", url = "/" } = req;
  const sender = new AbortController();
  res.once("close", () => {
    if (!res.writableEnded) sender.abort();
  });
  const headers = new Headers();
  for (let index = 0; index < req.rawHeaders.length; index += 2)
    headers.append(req.rawHeaders[index] ?? "", req.rawHeaders[index + 1] ?? "");
  const init: RequestInit & { duplex: "half" } = { method, headers, signal: sender.signal, duplex: "half" };
  if (method !== "GET" && method !== "HEAD") init.body = Readable.toWeb(req) as ReadableStream<Uint8Array>;
  return new Request(`http://${req.headers.host}${url}`, init);
}

async function send(response: Response, res: ServerResponse): Promise<void> {
  res.statusCode = response.status;
  for (const [name, value] of response.headers) if (name !== "set-cookie") res.setHeader(name, value);
  res.setHeader("Set-Cookie", response.headers.getSetCookie());
  if (response.body === null) res.end();
  else await pipeline(Readable.fromWeb(response.body), res);
}
