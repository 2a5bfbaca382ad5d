import { randomBytes } from "node:crypto";
import type { Ask } from "./client.ts";

/** A post that every form refuses, with the expected status. */
export type HostilePost = readonly [status: number, ask: Ask];

const start = (marker: string): string => `__start__=${encodeURIComponent(marker)}`;
const end = "__end__=";
const path = "/presets/new";

export const hostilePosts: readonly HostilePost[] = [
  [400, { path, body: `${start("cycles:sequence")}&${start("0:seq")}` }],
  [400, { path, body: `name=x&${end}` }],
  [400, { path, body: `${start("a:sequence")}&name=x` }],
  [400, { path, body: `${start("a:mapping")}&`.repeat(4_000) }],
  [400, { path, body: "_charset_=utf-16&name=x" }],
  [413, { path, body: "a=1&".repeat(20_000) }],
  [413, { path, body: `name=${"x".repeat(2_000_000)}` }],
  [413, { path, body: `${"n".repeat(5_000)}=x` }],
  [415, { path, body: '{"name":"x"}', type: "application/json" }],
  [415, { path, body: "name=x", type: "application/x-www-form-urlencoded; charset=utf-16" }],
  [400, { path: "/gallery/file-input", body: randomBytes(10_000), type: "multipart/form-data; boundary=xx" }],
  [422, { path, body: Array.from({ length: 500 }, () => randomBytes(9).toString("base64")).join("&") }],
  [422, { path, body: `${start("__proto__:mapping")}&polluted=yes&${end}&constructor=1&__proto__=2` }],
  [422, { path, body: `name=x&${start("cycles:mapping")}&length=9&${end}` }],
  [422, { path, body: "name=%FF%FE%00%&__once__=&__formid__=preset" }],
  [422, { path: "/names-and-titles", body: "groups=1&groups=2" }],
];
