/** Reads and writes code in the fragment of an address, which browsers do not send. It is compressed, then written in base64url. */

/** Returns code as a fragment, such as `code=y0hNzMlX…`. */
export async function fragmentOf(code: string): Promise<string> {
  const packed = new Blob([code]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return `code=${text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
}

/** Returns the code in a fragment, with or without its `#`. Returns undefined if it holds none. */
export async function codeIn(fragment: string): Promise<string | undefined> {
  const text = new URLSearchParams(fragment.replace(/^#/, "")).get("code");
  if (text === null) return undefined;
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
