import { readFileSync } from "node:fs";
import { extname } from "node:path";
import type { Resource } from "@turnform/form";

interface AssetRequest {
  readonly method: string;
  /** The headers, by their lower-case names. */
  readonly header: (name: string) => string | undefined;
}

interface AssetAnswer {
  readonly status: 200 | 304 | 405;
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined for HEAD, 304 and 405. */
  readonly body: Buffer<ArrayBuffer> | undefined;
}

/** Answers requests for one file. */
export type Asset = (request: AssetRequest) => AssetAnswer;

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
};

/** Compressed copies next to each file, the smallest first. */
const ENCODINGS = [
  { coding: "br", suffix: ".br" },
  { coding: "gzip", suffix: ".gz" },
] as const;
const UNCOMPRESSED = { coding: undefined, suffix: "" } as const;

const IMMUTABLE = "public, max-age=31536000, immutable";

/**
 * Serves each file under two names. Browsers keep the hashed name for ever, and revalidate the plain name.
 *
 * @param resolve Returns the path of a file. A file is read on its first request and then kept, so that the package can be
 *   imported before its files are built
 */
export function assetFiles(
  resources: readonly Resource[],
  resolve: (file: string) => string,
): ReadonlyMap<string, Asset> {
  const contents = new Map<string, Buffer<ArrayBuffer>>();
  const read = (file: string): Buffer<ArrayBuffer> => {
    const content = contents.get(file) ?? built(file, resolve);
    contents.set(file, content);
    return content;
  };
  return new Map(
    resources.flatMap(({ name, file }): [string, Asset][] => [
      [file, (request) => answer(request, file, IMMUTABLE, read)],
      [name, (request) => answer(request, file, "no-cache", read)],
    ]),
  );
}

function answer(
  { method, header }: AssetRequest,
  file: string,
  caching: string,
  read: (file: string) => Buffer<ArrayBuffer>,
): AssetAnswer {
  if (method !== "GET" && method !== "HEAD") {
    return { status: 405, headers: { Allow: "GET, HEAD", "Content-Length": "0" }, body: undefined };
  }
  const accepts = acceptedCodings(header("accept-encoding") ?? "");
  const { coding, suffix } = ENCODINGS.find((encoding) => accepts(encoding.coding)) ?? UNCOMPRESSED;
  // The hashed name changes with the content, and the suffix with the encoding
  const etag = `"${file}${suffix}"`;
  const headers = { "Cache-Control": caching, ETag: etag, Vary: "Accept-Encoding" };
  if (names(header("if-none-match") ?? "", etag)) return { status: 304, headers, body: undefined };

  const content = read(`${file}${suffix}`);
  return {
    status: 200,
    headers: {
      ...headers,
      "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
      "Content-Length": String(content.length),
      ...(coding && { "Content-Encoding": coding }),
    },
    body: method === "HEAD" ? undefined : content,
  };
}

/** Parses an Accept-Encoding header (RFC 9110, 12.5.3). Without the header nothing is accepted. */
function acceptedCodings(header: string): (coding: string) => boolean {
  const accepted = new Map(
    header.split(",").map((entry) => {
      const [coding = "", ...parameters] = entry.split(";").map((part) => part.trim().toLowerCase());
      return [coding, !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter))];
    }),
  );
  return (coding) => accepted.get(coding) ?? accepted.get("*") ?? false;
}

/** Returns true if an If-None-Match header lists a tag (RFC 9110, 13.1.2). */
function names(header: string, etag: string): boolean {
  return header.trim() === "*" || [...header.matchAll(/"[^"]*"/g)].some(([tag]) => tag === etag);
}

function built(file: string, resolve: (file: string) => string): Buffer<ArrayBuffer> {
  try {
    return readFileSync(resolve(file));
  } catch (cause) {
    throw new Error(
      `@turnform/form/client/${file} is missing. Run "npm run build" in the checkout, and restart the server`,
      { cause },
    );
  }
}
