/**
 * Encodes forms as browsers do.
 *
 * @see https://html.spec.whatwg.org/#constructing-form-data-set, 4.10.21.6 to 4.10.21.8
 */
import { toUSVString } from "node:util";
import type { Control } from "@turnform/schema";

/** An encoded form: a body with its content type. */
export interface Encoded {
  readonly type: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** Converts a text as browsers do: line ends become CR LF, and invalid Unicode becomes U+FFFD. */
function asSent(text: string): string {
  return toUSVString(text.replaceAll(/\r\n?|\n/g, "\r\n"));
}

/** Converts controls as browsers do. */
export function controlsAsSent(controls: readonly Control[]): Control[] {
  return controls.map(([name, value]) => [asSent(name), typeof value === "string" ? asSent(value) : value]);
}

/** Encodes as application/x-www-form-urlencoded. A file is sent as its name. */
export function urlencoded(controls: readonly Control[]): Encoded {
  const pairs = controls.map(([name, value]): [string, string] => [
    asSent(name),
    asSent(typeof value === "string" ? value : value.name),
  ]);
  const body = new TextEncoder().encode(new URLSearchParams(pairs).toString());
  return { type: "application/x-www-form-urlencoded", body };
}

/** Encodes as multipart/form-data. */
export async function multipart(controls: readonly Control[]): Promise<Encoded> {
  const boundary = "----FormBoundary7MA4YWxkTrZu0gW";
  const parts: (string | Blob)[] = controls.flatMap(([name, value]) => {
    const start = `--${boundary}\r\nContent-Disposition: form-data; name="${escapeName(asSent(name))}"`;
    return typeof value === "string"
      ? [`${start}\r\n\r\n${asSent(value)}\r\n`]
      : [
          `${start}; filename="${escapeName(toUSVString(value.name))}"\r\n`,
          `Content-Type: ${value.type || "application/octet-stream"}\r\n\r\n`,
          value,
          "\r\n",
        ];
  });
  const body = new Uint8Array(await new Blob([...parts, `--${boundary}--\r\n`]).arrayBuffer());
  return { type: `multipart/form-data; boundary=${boundary}`, body };
}

function escapeName(name: string): string {
  return name.replaceAll(/[\r\n"]/g, (character) => encodeURIComponent(character));
}
