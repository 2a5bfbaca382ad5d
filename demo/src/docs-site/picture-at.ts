import { existsSync, readFileSync } from "node:fs";
import { imageSize } from "image-size";
import type { Picture } from "./markdown.ts";

/**
 * Returns the picture at an address of the site, such as `/docs/presets.png`. A file `presets-dark.png` beside it is its picture for dark
 * mode.
 *
 * @param root The repository's folder
 * @returns undefined if there is no such file
 */
export function pictureAt(address: string, root: URL): Picture | undefined {
  if (!address.startsWith("/docs/")) return undefined;
  const url = fileAt(address, root);
  if (!existsSync(url)) return undefined;
  const { width, height } = imageSize(readFileSync(url));
  const dark = address.replace(/(?=\.\w+$)/, "-dark");
  return { width, height, dark: existsSync(fileAt(dark, root)) ? dark : undefined };
}

function fileAt(address: string, root: URL): URL {
  return new URL(address.slice(1), root);
}
