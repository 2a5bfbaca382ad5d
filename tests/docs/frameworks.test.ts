/** Calls the routes of the recipe as the frameworks call them. */
import { rmSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { folderNamed, folderOf, writePage } from "./folder.ts";
import { readPage } from "./page.ts";

type Route = (...given: unknown[]) => Response | Promise<Response>;

/** The default export for runtimes that serve it. */
interface Server {
  readonly fetch: Route;
}

const page = readPage("docs/recipes/frameworks.md");
const folder = folderNamed("frameworks");
const files = folderOf(folder, page);
writePage(files, page);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const address = "http://localhost/team";
const event = (request: Request) => [{ request, url: new URL(request.url) }];
const plain = (request: Request) => [request, { params: Promise.resolve({}) }];

describe.each([
  ["Next.js", "app/team/route.ts", "GET", "POST", "app/assets/[file]/route.ts", "GET", plain],
  ["Astro", "src/pages/team.ts", "ALL", "ALL", "src/pages/assets/[file].ts", "GET", event],
  [
    "SvelteKit",
    "src/routes/team/+server.ts",
    "GET",
    "POST",
    "src/routes/assets/[file]/+server.ts",
    "GET",
    event,
  ],
  ["React Router", "app/routes/team.ts", "loader", "action", "app/routes/assets.ts", "loader", event],
  ["Bun and Deno", "serve.ts", "default", "default", "serve.ts", "default", plain],
])("the routes for %s", (_name, file, get, post, assets, getAsset, given) => {
  async function call(path: string, name: string, request: Request): Promise<Response> {
    const module: Record<string, Route | Server> = await import(/* @vite-ignore */ `${files}${path}`);
    const exported = module[name];
    const route = typeof exported === "object" ? exported.fetch : exported;
    if (!route) throw new Error(`${path} exports no ${name}`);
    return route(...given(request));
  }
  const posted = (fields: string) =>
    new Request(address, { method: "POST", body: new URLSearchParams(fields) });

  it("show, check and save the form", async () => {
    expect(await (await call(file, get, new Request(address))).text()).toContain('id="team"');
    expect((await call(file, post, posted("name="))).status).toBe(422);
    const people = "__start__=people:sequence&person=Bob&__end__=";
    const saved = await call(file, post, posted(`name=Larks&${people}`));
    expect([saved.status, saved.headers.get("Location")]).toEqual([303, "/team"]);
    const Cookie = saved.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    const shown = await (await call(file, get, new Request(address, { headers: { Cookie } }))).text();
    expect(shown).toMatch(/id="team:notice".*>Saved<.*value="Larks"/s);
  });

  it("serve the files in the page", async () => {
    const html = await (await call(file, get, new Request(address))).text();
    const [, script = ""] = /src="([^"]+)"/.exec(html) ?? [];
    const answer = await call(assets, getAsset, new Request(`http://localhost${script}`));
    expect([answer.status, answer.headers.get("Content-Type")]).toEqual([
      200,
      "text/javascript; charset=utf-8",
    ]);
  });
});
