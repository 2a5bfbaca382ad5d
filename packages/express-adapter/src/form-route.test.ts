import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createForm, english, select } from "@turnform/form";
import { dependsOn } from "@turnform/schema/conditions";
import express, { type ErrorRequestHandler } from "express";
import { describe, expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { controls } from "./controls.ts";
import { formErrors } from "./form-errors.ts";
import { formRoute } from "./form-route.ts";
import { requestLanguage } from "./request-language.ts";
import { post, serve } from "./testing/serve.ts";

const Preset = z.object({
  name: z.string().refine(async (name) => name !== "taken", "Taken"),
  angles: z.array(z.number().max(180)),
});
const form = createForm(Preset, { formId: "preset", buttons: ["save", "copy"] });
const page = (name: string, ...angles: (string | number)[]) =>
  new URLSearchParams([
    ["name", name],
    ["__start__", "angles:sequence"],
    ...angles.map((angle): [string, string] => ["angle", String(angle)]),
    ["__end__", "angles:sequence"],
  ]).toString();

/** Creates an app with one form, and records its saves. */
function presets() {
  const saved = new Map<string, object>([["old", { name: "Old", angles: [90] }]]);
  const app = express().use(controls());
  app.route("/presets/:id").all(
    formRoute(
      form,
      async (preset, req, button) => {
        if (preset.angles.length === 0) throw new Error("No database");
        saved.set(req.params.id, { ...preset, button });
        return { id: req.params.id, turns: preset.angles.length };
      },
      {
        load: async (req) => {
          if (req.params.id === "broken") throw new Error("No database");
          return req.params.id === "new" ? {} : saved.get(req.params.id);
        },
        view: async (form, req) => `<!doctype html><title>${req.params.id}</title>${String(form)}`,
        redirect: ({ id, turns }, req) => `${req.baseUrl}/presets/${id}?turns=${turns}`,
      },
    ),
  );
  app.use(formErrors(), ((error: Error, _req, res, _next) => {
    res.status(500).send(error.message);
  }) satisfies ErrorRequestHandler);
  return { app, saved };
}

describe("formRoute", () => {
  it("shows the loaded data", async () => {
    const response = await fetch(`${await serve(presets().app)}/presets/old`);
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Type")).toBe("text/html; charset=utf-8");
    expect(await response.text()).toMatch(/<title>old<\/title>.*<form.*value="Old".*value="90"/s);
  });

  it("answers HEAD without a body", async () => {
    const response = await fetch(`${await serve(presets().app)}/presets/old`, { method: "HEAD" });
    expect([response.status, await response.text()]).toEqual([200, ""]);
  });

  it("leaves missing data to the app's 404", async () => {
    const { app } = presets();
    app.use((_req, res) => void res.status(404).send("Nothing here"));
    const url = `${await serve(app)}/presets/unknown`;
    for (const response of [await fetch(url), await post(url, page("New", 1))]) {
      expect([response.status, await response.text()]).toEqual([404, "Nothing here"]);
    }
  });

  it("hands the changed paths to save", async () => {
    const changes: (readonly string[])[] = [];
    const options = { view: String, redirect: "/" };
    const save = (_value: unknown, _req: unknown, _button: unknown, changed: readonly string[]) =>
      void changes.push(changed);
    const load = () => ({ name: "Old", angles: [90, 45], id: 7 });
    const app = express().use(controls());
    app.all("/old", formRoute(form, save, { ...options, load }));
    app.all("/new", formRoute(form, save, options));
    const url = await serve(app);
    for (const body of [page("Old", 90, 45), page("New", 90, 46), page("Old", 90)])
      await post(`${url}/old`, body);
    await post(`${url}/new`, page("New", 90));
    expect(changes).toEqual([[], ["name", "angles.1"], ["angles"], [""]]);
  });

  it("waits for promised choices, and passes a rejection to the app with the name of the field", async () => {
    const city = select({
      values: dependsOn(["country"], async ({ country }: { country?: string }) => {
        if (country === "broken") throw new Error("No database");
        return [`City of ${country}`];
      }),
    });
    const Stop = z.object({ country: z.string(), city: z.string().meta({ widget: city }) });
    const stops = createForm(Stop, { formId: "stop" });
    const load = () => ({ country: "no", city: "City of no" });
    const saved: unknown[] = [];
    const route = formRoute(stops, (value) => void saved.push(value), {
      load,
      view: String,
      redirect: "/done",
    });
    const failed: ErrorRequestHandler = (error: Error, _req, res, _next) =>
      void res.status(500).send(error.message);
    const url = await serve(express().use(controls()).all("/", route).use(failed));
    expect(await (await fetch(url)).text()).toContain('<option value="City of no" selected>');
    const refreshed = await post(url, "country=ch&city=City+of+no&__edit__=refresh");
    expect([refreshed.status, await refreshed.text()]).toEqual([200, expect.stringContaining("City of ch")]);
    expect((await post(url, "country=ch&city=City+of+no")).status).toBe(422);
    const broken = await post(url, "country=broken&city=City+of+no");
    expect([broken.status, await broken.text()]).toEqual([
      500,
      'The function for the choices of field "city" failed: No database',
    ]);
    expect((await post(url, "country=ch&city=City+of+ch")).status).toBe(303);
    expect(saved).toEqual([{ country: "ch", city: "City of ch" }]);
  });

  it("saves valid data with its button and redirects with 303", async () => {
    const { app, saved } = presets();
    const response = await post(`${await serve(app)}/presets/new`, `${page("New", 1, 2)}&copy=copy`);
    expect(response.status).toBe(303);
    expect(response.headers.get("Location")).toBe("/presets/new?turns=2");
    expect(saved.get("new")).toEqual({ name: "New", angles: [1, 2], button: "copy" });
  });

  describe("with a redirect to a stranger's text", () => {
    const goTo = async (address: string) => {
      const to = createForm(z.object({ to: z.string() }));
      const route = formRoute(to, (value) => value, { view: String, redirect: (value) => value.to });
      const url = await serve(express().use(controls()).all("/", route).use(silent));
      const body = `to=${encodeURIComponent(address)}`;
      const answers = [await post(url, body), await post(url, body, { "X-Turnform": "fetch" })];
      return answers.map(({ status, headers }) => {
        expect(headers.has("Set-Cookie")).toBe(false);
        return [status, headers.get("Location") ?? headers.get("X-Turnform-Location")];
      });
    };
    const silent: ErrorRequestHandler = (_error, _req, res, _next) => void res.status(500).end();

    it.each([
      ["/ř a", "/%C5%99%20a"],
      ["/a?b\r\nSet-Cookie: b=c", "/a?b%0ASet-Cookie:%20b=c"],
      ["?a=https://example.org", "?a=https://example.org"],
      ["next#a:b", "next#a:b"],
      ["https://example.org/", "https://example.org/"],
      ["https://example.org?a=b@c", "https://example.org?a=b@c"],
    ])("encodes %j for a header", async (address, written) => {
      expect(await goTo(address)).toEqual([
        [303, written],
        [204, written],
      ]);
    });

    it.each([
      "//example.org",
      " //example.org",
      "/\\example.org",
      "\\\\example.org",
      "/a\\b",
      "/\t/example.org",
      "/a\r\nSet-Cookie: b=c",
      "https:example.org",
      "https:/example.org",
      "http:example.org",
      " http:example.org",
      "HTTPS:\\\\example.org",
      "https:///example.org",
      "https://own.example@example.org",
      "https://own.example%40:b@example.org/",
      "https://",
      "javascript:evil()",
      "\u0001javascript:evil()",
      "data:text/html,evil",
    ])("does not redirect to %j", async (address) => {
      expect(await goTo(address)).toEqual([
        [500, null],
        [500, null],
      ]);
    });
  });

  it("throws for a fixed redirect that leads elsewhere", () => {
    expect(() => formRoute(form, () => {}, { view: String, redirect: "https:example.org" })).toThrow(
      "Can't redirect to",
    );
  });

  describe("with caches", () => {
    const headersOf = async (answer: Promise<Response>) => {
      const { headers } = await answer;
      return [headers.get("Cache-Control"), headers.get("Vary")];
    };
    const save = () => {};
    const options = { view: String, redirect: "/" };

    it("forbids storing pages with data or a token, and sharing other pages", async () => {
      const app = express().use(controls());
      app.all("/blank", formRoute(form, save, options));
      app.all("/data", formRoute(form, save, { ...options, load: () => ({ name: "Ann" }) }));
      app.all("/token", formRoute(form, save, { ...options, token: true }));
      const url = await serve(app);
      expect(await headersOf(fetch(`${url}/blank`))).toEqual(["private, no-cache", "Cookie"]);
      const never = ["private, no-store", "Cookie"];
      expect(await headersOf(fetch(`${url}/data`))).toEqual(never);
      expect(await headersOf(fetch(`${url}/token`))).toEqual(never);
      expect(await headersOf(post(`${url}/blank`, "name="))).toEqual(never);
    });

    it("adds Accept-Language to Vary if the language is chosen", async () => {
      const language = (req: express.Request) => requestLanguage(req, [english]);
      const app = express()
        .use(controls())
        .all("/", formRoute(form, save, { ...options, language }));
      expect(await headersOf(fetch(await serve(app)))).toEqual([
        "private, no-cache",
        "Accept-Language, Cookie",
      ]);
    });

    it("keeps a Cache-Control that the application sets, before or in its view", async () => {
      const app = express().use(controls());
      app.all("/before", (_req, res, next) => {
        res.set("Cache-Control", "max-age=60");
        next();
      });
      app.all("/before", formRoute(form, save, { ...options, load: () => ({}) }));
      const view = (_form: unknown, req: express.Request) => {
        req.res?.set("Cache-Control", "max-age=120");
        return "";
      };
      app.all("/view", formRoute(form, save, { ...options, view }));
      const url = await serve(app);
      const shared = await fetch(`${url}/before`);
      expect(await headersOf(Promise.resolve(shared))).toEqual(["max-age=60", "Cookie"]);
      // A cached page with a cookie would give everybody the same key
      expect(shared.headers.has("Set-Cookie")).toBe(false);
      expect(await headersOf(fetch(`${url}/view`))).toEqual(["max-age=120", "Cookie"]);
    });
  });

  it("shows invalid data again with 422, asynchronous checks included", async () => {
    const { app, saved } = presets();
    const url = `${await serve(app)}/presets/new`;
    const response = await post(url, page("New", 999));
    expect(response.status).toBe(422);
    expect(await response.text()).toMatch(/<title>new<\/title>.*value="999"/s);
    expect((await post(url, page("taken", 1))).status).toBe(422);
    expect(saved.has("new")).toBe(false);
  });

  it("shows the edited form with 200", async () => {
    const body = page("New", 10, 20).replace("&__end__", "&__edit__=add&__end__");
    const response = await post(`${await serve(presets().app)}/presets/new`, body);
    expect(response.status).toBe(200);
    expect(await response.text()).toMatch(/value="10".*value="20"/s);
  });

  it("keeps the loaded values of read-only fields", async () => {
    const Account = z.object({
      email: z.string().meta({ widget: { readonly: true } }),
      plan: z.object({ name: z.string().meta({ widget: { disabled: true } }), seats: z.number() }),
    });
    const saved: unknown[] = [];
    const app = express().use(controls());
    app.all(
      "/",
      formRoute(createForm(Account), (account) => saved.push(account), {
        load: () => ({ email: "ann@example.org", plan: { name: "Basic", seats: 1 } }),
        view: String,
        redirect: "/",
      }),
    );
    const url = await serve(app);
    const forged = "email=eve%40example.org&__start__=plan:mapping&name=Gold&seats=";
    const refused = await post(url, `${forged}&__end__=`);
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringMatching(/ann@.*Basic/s)]);
    await post(url, `${forged}2&__end__=`);
    expect(saved).toEqual([{ email: "ann@example.org", plan: { name: "Basic", seats: 2 } }]);
  });

  it("answers a malformed post with 400, as a page or as JSON", async () => {
    const url = `${await serve(presets().app)}/presets/new`;
    const html = await post(url, "__start__=a:sequence", { Accept: "text/html" });
    expect([html.status, await html.text()]).toEqual([400, expect.stringContaining("<h1>Bad Request</h1>")]);
    const json = await post(url, "__start__=a:sequence", { Accept: "application/json" });
    expect(await json.json()).toMatchObject({ status: 400, detail: expect.any(String) });
  });

  it("answers 413 if the page of a post would be too long", async () => {
    const List = z.object({ words: z.array(z.string()) });
    const form = createForm(List, { maxPageSize: 10_000 });
    const app = express().use(controls());
    app.all(
      "/",
      formRoute(form, () => {}, { view: String, redirect: "/" }),
    );
    const url = await serve(app.use(formErrors()));
    const refused = await post(url, `__start__=words:sequence${"&item=".repeat(100)}&__end__=`);
    expect([refused.status, await refused.text()]).toEqual([413, expect.stringMatching(/at most 10000 are/)]);
  });

  it("answers 415 to a body that is no form", async () => {
    const url = `${await serve(presets().app)}/presets/new`;
    expect((await post(url, "{}", { "Content-Type": "application/json" })).status).toBe(415);
  });

  it("allows only GET, HEAD and POST", async () => {
    const response = await fetch(`${await serve(presets().app)}/presets/old`, { method: "DELETE" });
    expect([response.status, response.headers.get("Allow")]).toEqual([405, "GET, HEAD, POST"]);
  });

  it("hands the errors of load and save to the app", async () => {
    const url = `${await serve(presets().app)}/presets`;
    expect(await (await fetch(`${url}/broken`)).text()).toBe("No database");
    expect(await (await post(`${url}/new`, page("New"))).text()).toBe("No database");
  });

  it("renders a view of the app, and shows a blank form without load", async () => {
    const views = mkdtempSync(join(tmpdir(), "views-"));
    onTestFinished(() => rmSync(views, { recursive: true }));
    writeFileSync(join(views, "preset.page"), "<main>{{form}}</main>");
    const app = express().use(controls()).set("views", views).set("view engine", "page");
    app.engine("page", (path, locals, done) =>
      done(null, readFileSync(path, "utf8").replace("{{form}}", String(Reflect.get(locals, "form")))),
    );
    app.all(
      "/",
      formRoute(form, () => {}, { view: "preset", redirect: "/done" }),
    );
    const url = await serve(app);
    expect(await (await fetch(url)).text()).toMatch(/^<main><form.*name="name"/s);
    expect((await post(url, page("New", 999))).status).toBe(422);
    expect((await post(url, page("New", 1))).headers.get("Location")).toBe("/done");
  });

  it("explains that controls() is missing", async () => {
    const app = express().all(
      "/",
      formRoute(form, () => {}, { view: "preset", redirect: "/" }),
    );
    app.use(((error: Error, _req, res, _next) => {
      res.status(500).send(error.message);
    }) satisfies ErrorRequestHandler);
    expect(await (await fetch(await serve(app))).text()).toContain("call app.use(controls())");
  });
});
