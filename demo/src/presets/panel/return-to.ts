import type { Request } from "express";

/** @returns the path of this site's page that a form stood on, as the browser says; else the presets */
export function returnTo<Params>(req: Request<Params>): string {
  const referer = req.get("Referer") ?? "";
  if (!URL.canParse(referer)) return "/";
  const { host, pathname } = new URL(referer);
  return host === req.get("Host") && /^\/presets\/\d+$/.test(pathname) ? pathname : "/";
}
