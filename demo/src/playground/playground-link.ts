import { deflateRawSync } from "node:zlib";

/** Modules that the playground has. */
const KNOWN = /^(?:zod|@turnform\/(?:schema(?:\/(?:checks|conditions|tools))?|form(?:\/rich-text)?))$/;

/**
 * Returns the address of the playground with code in its fragment, which the page reads.
 *
 * @returns undefined if the code imports another module
 */
export function playgroundLink(code: string): string | undefined {
  const modules = [...code.matchAll(/\bfrom "([^"]+)"/g)].map(([, name = ""]) => name);
  if (!modules.every((name) => KNOWN.test(name))) return undefined;
  return `/playground#code=${deflateRawSync(code).toString("base64url")}`;
}
