/**
 * Reads and writes a view of the playground in the fragment of an address. Browsers do not send fragments. Code is compressed, then written
 * in base64url.
 */

/** A view of the playground: the code, or the name of an example, and the settings that differ from the page's first ones. */
export interface SharedView {
  readonly code?: string | undefined;
  readonly settings: ReadonlyMap<string, string>;
}

/** Returns a view as a fragment, such as `code=y0hNzMlX…&theme=compact`. */
export async function fragmentOf({ code, settings }: SharedView): Promise<string> {
  const packed: [string, string][] = code === undefined ? [] : [["code", await pack(code)]];
  return new URLSearchParams([...packed, ...settings]).toString();
}

/** Returns the view in a fragment, with or without its `#`. Code that can't be read is left out. */
export async function viewIn(fragment: string): Promise<SharedView> {
  const settings = new Map(new URLSearchParams(fragment.replace(/^#/, "")));
  const packed = settings.get("code");
  settings.delete("code");
  return { code: packed === undefined ? undefined : await unpack(packed), settings };
}

async function pack(code: string): Promise<string> {
  const packed = new Blob([code]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

async function unpack(text: string): Promise<string | undefined> {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (char) =>
      char.charCodeAt(0),
    );
    const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    return await new Response(unpacked).text();
  } catch {
    return undefined;
  }
}
