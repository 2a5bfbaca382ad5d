import { readFileSync } from "node:fs";
import { formAssets } from "@turnform/express-adapter";
import { createForm } from "@turnform/form";
import ejs from "ejs";
import express, { type Express } from "express";
import Handlebars from "handlebars";
import nunjucks from "nunjucks";
import pug from "pug";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { listening } from "../server/listen.ts";

const folder = import.meta.dirname;
const assets = formAssets();
const form = createForm(
  z.object({ name: z.string().meta({ title: "Name & <title>" }), names: z.array(z.string()) }),
).render({ name: `<b>"it's" &amp; {{name}} #{name} <%= name %></b>\n  second line`, names: ["a\n\n b"] });

type SetUp = (app: Express) => unknown;

describe.each<[string, string, SetUp]>([
  ["Handlebars", "hbs", (app) => app.engine("hbs", renderHandlebars)],
  ["EJS", "ejs", (app) => app.engine("ejs", ejs.renderFile)],
  ["Pug", "pug", (app) => app.engine("pug", pug.renderFile)],
  ["Nunjucks", "njk", (app) => nunjucks.configure(folder, { express: app, autoescape: true })],
])("a form in a view of %s", (engine, extension, setUp) => {
  const app = express();
  app.locals["assets"] = assets;
  app.set("views", folder);
  setUp(app);
  app.get("/", (_req, res) => res.render(`form.${extension}`, { title: "A & B", form }));
  const url = listening(app);

  it("is written unescaped, with the tags that it needs", async () => {
    const page = await (await fetch(url())).text();
    expect(page).toContain("<title>A &amp; B</title>");
    expect(page).toContain(String(assets.tags(form)));
    expect(page).toContain(String(form));
  });

  it("is written as in the README", () => {
    const readme = readFileSync(new URL("../../packages/express-adapter/README.md", import.meta.url), "utf8");
    const row = readme.split("\n").find((line) => line.startsWith(`| ${engine} |`)) ?? "";
    const [tags = "", body = ""] = [...row.matchAll(/`([^`]+)`/g)].map(([, code = ""]) =>
      code.replace("\\|", "|"),
    );
    const view = readFileSync(`${folder}/form.${extension}`, "utf8").trimEnd().split("\n");
    expect(view.slice(-2)).toEqual([tags, body]);
  });
});

function renderHandlebars(path: string, context: object, done: (error: unknown, html: string) => void): void {
  done(null, Handlebars.compile(readFileSync(path, "utf8"))(context));
}
