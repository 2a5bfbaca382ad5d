import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startDemo, temporaryFolder, type Demo } from "./demo-server.ts";

const folder = temporaryFolder();
let demo: Demo;
beforeAll(async () => {
  demo = await startDemo(folder.path);
});
afterAll(async () => {
  await demo.stop();
  folder.remove();
});

interface Post {
  readonly what: string;
  readonly body: string;
  readonly headers?: Record<string, string>;
  /** Status of the answer, and a pattern of its text. */
  readonly status: number;
  readonly says: RegExp;
}

const type = "application/x-www-form-urlencoded";
const start = (marker: string): string => `__start__=${encodeURIComponent(marker)}`;
const end = "__end__=";

/** Posts that no form of the demo can read. */
const unreadable: readonly Post[] = [
  {
    what: "a truncated body",
    body: `${start("cycles:sequence")}&${start("0:seq")}`,
    status: 400,
    says: /seq/,
  },
  { what: "an end without its start", body: `name=x&${end}`, status: 400, says: /marker/i },
  { what: "a start without its end", body: `${start("a:sequence")}&name=x`, status: 400, says: /marker/i },
  { what: "an unknown marker", body: `${start("cycles:table")}&${end}`, status: 400, says: /table/ },
  { what: "endless depth", body: `${start("a:mapping")}&`.repeat(4_000), status: 400, says: /deep|levels/i },
  { what: "too many controls", body: "a=1&".repeat(20_000), status: 413, says: /at most/i },
  { what: "too large a body", body: `name=${"x".repeat(2_000_000)}`, status: 413, says: /at most/i },
  { what: "a foreign _charset_", body: "_charset_=utf-16&name=x", status: 400, says: /utf-8/i },
  {
    what: "a foreign charset",
    body: "name=x",
    headers: { "content-type": `${type}; charset=utf-16` },
    status: 415,
    says: /utf-8/i,
  },
  {
    what: "another content type",
    body: `{"name":"x"}`,
    headers: { "content-type": "application/json" },
    status: 415,
    says: /application\/json/,
  },
];

/** Readable posts without a valid preset. */
const invalid: readonly Post[] = [
  { what: "nothing at all", body: "", status: 422, says: /Required/ },
  {
    what: "__proto__",
    body: `${start("__proto__:mapping")}&polluted=yes&${end}`,
    status: 422,
    says: /Required/,
  },
  { what: "a scalar for a sequence", body: "name=x&cycles=1", status: 422, says: /Cycles/ },
  {
    what: "a sequence for a scalar",
    body: `${start("name:sequence")}&a=1&${end}`,
    status: 422,
    says: /There was a problem/,
  },
  {
    what: "a mapping for a sequence",
    body: `name=x&${start("cycles:mapping")}&length=9&${end}`,
    status: 422,
    says: /There was a problem/,
  },
  {
    what: "bytes that are no UTF-8",
    body: "name=%FF%FE%00",
    status: 422,
    says: /There was a problem/,
  },
];

async function post(path: string, { body, headers }: Post): Promise<{ response: Response; page: string }> {
  const response = await fetch(demo.url + path, {
    method: "POST",
    body,
    headers: { "content-type": type, ...headers },
    redirect: "manual",
  });
  return { response, page: await response.text() };
}

describe.each([
  ["/presets/new", [...unreadable, ...invalid]],
  ["/presets/1", [...unreadable, ...invalid]],
  ["/names-and-titles", unreadable],
])("a hostile post to %s", (path, posts) => {
  it.each(posts)("with $what gets an error page", async (hostile) => {
    const { response, page } = await post(path, hostile);
    expect(response.status).toBe(hostile.status);
    expect(response.headers.get("content-type")).toMatch(/^text\/html/);
    expect(page).toMatch(hostile.says);
    expect(page).not.toMatch(/\n\s+at |node_modules|\.ts:\d/);
    expect(Object.prototype).not.toHaveProperty("polluted");
  });

  it("by another method is refused", async () => {
    const response = await fetch(demo.url + path, {
      method: "PUT",
      body: "name=x",
      headers: { "content-type": type },
    });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, HEAD, POST");
    expect(await response.text()).toContain("<h1>Method Not Allowed</h1>");
  });

  it("changes nothing in the database", async () => {
    const page = await (await fetch(`${demo.url}/presets`)).text();
    expect(page.match(/class="preset-name"/g)).toHaveLength(1);
  });
});
