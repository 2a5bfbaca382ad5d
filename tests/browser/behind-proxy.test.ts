/** Posts forms through a reverse proxy to apps with helmet. The site's name makes its plain http as insecure as on a real network. */
import { createServer, type RequestListener } from "node:http";
import { controls, formAssets, formErrors, formRoute } from "@turnform/express-adapter";
import { formHandler } from "@turnform/express-adapter/web";
import { createForm } from "@turnform/form";
import express, { type Express } from "express";
import helmet from "helmet";
import { createProxyServer } from "httpxy";
import { describe, expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { bridge } from "../server/web-bridge.ts";
import { send } from "./next-page.ts";
import { openPage } from "./pages.ts";

const Team = z.object({ name: z.string(), people: z.array(z.string()) });
const form = createForm(Team, { formId: "team", buttons: ["save"] });
const assets = formAssets();
const view = (page: unknown) =>
  `<!doctype html><html lang="en"><title>Team</title>${assets.tags(form)}${String(page)}</html>`;

/** Helmet's defaults, without the rule that makes browsers load files by https, which this site does not have. */
const contentSecurityPolicy = { directives: { upgradeInsecureRequests: null } };

let saved: unknown[] = [];
const save = (value: unknown) => void saved.push(value);

function appWith(policy: "no-referrer" | "same-origin"): Express {
  const app = express();
  app.use(helmet({ contentSecurityPolicy, referrerPolicy: { policy } }), assets, controls());
  app.all("/", formRoute(form, save, { view, redirect: "/", notice: "Saved" }));
  return app;
}

async function listen(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}

/** Serves an app behind a proxy that changes `Host` and adds `X-Forwarded` headers. Returns the address for browsers. */
async function proxied(listener: RequestListener): Promise<string> {
  saved = [];
  const target = `http://127.0.0.1:${await listen(listener)}`;
  const proxy = createProxyServer({ target, changeOrigin: true, xfwd: true });
  onTestFinished(() => proxy.close());
  return `http://shop.example:${await listen((req, res) => void proxy.web(req, res))}/`;
}

/** Opens the form, adds a person and sends it. Returns the text of the answer, and the post's origin. */
async function submit(address: string): Promise<{ text: string; origin: string | undefined }> {
  const { page } = await openPage();
  await page.goto(address);
  await page.getByRole("button", { name: "Add Item" }).click();
  await page.getByRole("textbox", { name: "Item" }).fill("Ann");
  await page.getByLabel("Name").fill("Owls");
  const posted = page.waitForRequest((request) => request.method() === "POST");
  await send(page);
  return { text: await page.innerText("body"), origin: (await (await posted).allHeaders())["origin"] };
}

const value = { name: "Owls", people: ["Ann"] };

describe("a form behind a reverse proxy on plain http", () => {
  it("is saved by its token with helmet's policy no-referrer", async () => {
    const { text, origin } = await submit(await proxied(appWith("no-referrer")));
    expect(origin).toBe("null");
    expect(text).toContain("Saved");
    expect(saved).toEqual([value]);
  });

  it("is refused without a token, and the answer names the settings", async () => {
    const app = express().use(assets, controls());
    const noReferrer = (page: unknown) => `<meta name="referrer" content="no-referrer">${view(page)}`;
    app.all("/", formRoute(form, save, { view: noReferrer, redirect: "/" })).use(formErrors());
    const { text } = await submit(await proxied(app));
    expect(text).toContain('"Referrer-Policy: same-origin"');
    expect(text).toContain('"token: true"');
    expect(saved).toEqual([]);
  });

  it("is saved by its origin if Express trusts the proxy", async () => {
    const address = await proxied(appWith("same-origin").set("trust proxy", "loopback"));
    const { text, origin } = await submit(address);
    expect(origin).toBe(new URL(address).origin);
    expect(text).toContain("Saved");
    expect(saved).toEqual([value]);
  });

  it("is refused if Express does not trust the proxy", async () => {
    const app = appWith("same-origin").use(formErrors());
    expect((await submit(await proxied(app))).text).toContain("sent from another site");
    expect(saved).toEqual([]);
  });

  it.each([
    ["x-forwarded", "Saved", [value]],
    [undefined, "sent from another site", []],
  ] as const)("is answered by a handler of web requests that trusts %s", async (trustProxy, text, values) => {
    const handle = formHandler(form, save, { view, redirect: "/", notice: "Saved", trustProxy });
    const answer = bridge(handle);
    const address = await proxied((req, res) => assets(req, res, () => answer(req, res)));
    expect((await submit(address)).text).toContain(text);
    expect(saved).toEqual(values);
  });
});
