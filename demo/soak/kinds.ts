import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { destructure } from "@turnform/schema";
import type { Answer, Ask, Client } from "./client.ts";
import { hostilePosts } from "./hostile-posts.ts";
import type { Ledger } from "./ledger.ts";
import { bodyOf, encode, newPreset, saveSomething } from "./saves.ts";

export interface Kind {
  readonly name: string;
  /** Approximate share of all requests, in percent. */
  readonly weight: number;
  /** True if the client leaves before the answer is complete. */
  readonly leaves?: true;
  /**
   * Sends a request of this kind.
   *
   * @throws {Error} if the answer is missing or has the wrong status
   */
  send(): Promise<void>;
}

const thousand = "/gallery/thousand-items";
const album = "/gallery/file-input";

/**
 * Returns all kinds of requests. They never change preset 1.
 */
export function kindsOf(client: Client, ledger: Ledger): readonly Kind[] {
  const kind = (name: string, weight: number, make: () => readonly [status: number, ask: Ask]): Kind => ({
    name,
    weight,
    send: async () => {
      const [status, ask] = make();
      check(await client.ask(ask), status, ask.path);
    },
  });
  const page = (name: string, weight: number, ...paths: string[]): Kind =>
    kind(name, weight, () => [200, { path: oneOf(paths) }]);
  const leaving = (name: string, weight: number, leave: () => Promise<void>): Kind => ({
    name,
    weight,
    leaves: true,
    send: leave,
  });

  return [
    page("landing", 2, "/"),
    page("list", 5, "/presets"),
    page("form", 12, "/presets/1", "/presets/new", "/names-and-titles"),
    page("gallery", 6, ...["date-parts", "recursive", "union", "themes"].map((name) => `/gallery/${name}`)),
    page("documents", 6, "/docs", "/docs/decisions", "/docs/search?q=list", "/docs/search?q=zzz+wizard"),
    page("export", 3, "/presets/1.json", "/presets.json"),
    page("1,000 items", 1, `${thousand}?parts=1000`),
    kind("1,000 saved", 1, () => [200, { path: thousand, body: parts("screw", "7") }]),
    kind("1,000 wrong", 1, () => [422, { path: thousand, body: parts("", "seven") }]),
    {
      name: "save",
      weight: 24,
      send: async () => check(await saveSomething(client, ledger), 303, "a save"),
    },
    kind("invalid", 10, () => [422, { path: "/presets/new", body: bodyOf({ ...newPreset(), name: "" }) }]),
    kind("too late", 4, () => [409, { path: "/presets/1", body: bodyOf(newPreset(), 99) }]),
    kind("edit", 4, () => [200, { path: "/presets/new", body: added(bodyOf(newPreset())) }]),
    kind("hostile", 12, () => oneOf(hostilePosts)),
    // The demo keeps these files for 15 minutes, so they are small.
    kind("upload", 3, () => [422, upload(album, 1_000)]),
    kind("refused upload", 1, () => [422, upload("/presets/import", 300_000)]),
    leaving("cut off post", 5, () =>
      client.leaveHalfway(
        oneOf([
          { path: "/presets/new", body: bodyOf(newPreset()) },
          { path: thousand, body: parts("screw", "7") },
          upload(album, 300_000),
          upload("/presets/import", 300_000),
        ]),
      ),
    ),
    leaving("left early", 2, async () => {
      const path = oneOf(["/turntable/events", `${thousand}?parts=1000`, "/presets.json"]);
      const { status, leave } = await client.open({ path });
      await wait(Math.random() * 200);
      await leave();
      if (status !== 200) throw new Error(`${path}: ${status}, not 200`);
    }),
  ];
}

function check({ status, body }: Answer, right: number, what: string): void {
  if (status !== right) throw new Error(`${what}: ${status}, not ${right}: ${textOf(body)}`);
}

/** Returns the beginning of a page's text. */
function textOf(html: string): string {
  return html.replaceAll(/<head.*<\/head>|<[^>]*>|\s+/gs, " ").slice(0, 500);
}

function oneOf<T>(things: readonly T[]): T {
  const thing = things[Math.floor(Math.random() * things.length)];
  if (thing === undefined) throw new Error("There is nothing to choose from");
  return thing;
}

function parts(name: string, count: string): string {
  const item = { name, count };
  return encode([
    ["__once__", randomUUID()],
    ...destructure({ parts: Array.from({ length: 1000 }, () => item) }),
    ["save", "save"],
  ]);
}

/** Changes a save of a preset into a press of Add below the cycles. */
function added(body: string): string {
  const end = "__end__=cycles%3Asequence";
  return body.replace(end, `__edit__=add&${end}`).replace("&save=save", "");
}

/** Returns a post with a file that its form refuses. */
function upload(path: string, size: number): Ask & { readonly body: Buffer } {
  const name = path === album ? "notes" : "file";
  const body = [
    "--xx",
    `Content-Disposition: form-data; name="${name}"; filename="ř.txt"`,
    "",
    "x".repeat(size),
    "--xx--",
    "",
  ];
  return { path, body: Buffer.from(body.join("\r\n")), type: "multipart/form-data; boundary=xx" };
}
