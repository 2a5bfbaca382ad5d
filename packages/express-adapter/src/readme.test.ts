import { readFileSync } from "node:fs";
import { controls, formAssets, formErrors, formRoute } from "@turnform/express-adapter";
import { createForm } from "@turnform/form";
import express from "express";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { post, serve } from "./testing/serve.ts";

const Preset = z.object({ name: z.string(), angles: z.array(z.number().max(180)) });
const form = createForm(Preset, { formId: "preset", buttons: ["save"] });
const presets = new Map<string, z.output<typeof Preset>>([["1", { name: "Half turn", angles: [90, 180] }]]);

const app = express();
app.use(controls());
const assets = formAssets();
app.use(assets);
app.route("/presets/:id").all(
  formRoute(form, (preset, req) => presets.set(req.params.id, preset), {
    load: (req) => presets.get(req.params.id),
    view: (form) => `<!doctype html><title>Preset</title>${assets.tags(form)}${form}`,
    redirect: (_saved, req) => req.originalUrl,
  }),
);
app.use(formErrors());

describe("README.md", () => {
  it("shows the example of this test", () => {
    const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
    const [, example = ""] = /```ts\n(.*?)```/s.exec(readme) ?? [];
    const source = readFileSync(new URL(import.meta.url), "utf8").split("\n");
    expect(example.split("\n").filter((line) => !source.includes(line))).toEqual(["app.listen(3000);"]);
  });

  it("lists the example's answers", async () => {
    const url = `${await serve(app)}/presets`;
    expect((await fetch(`${url}/1`)).status).toBe(200);
    expect((await fetch(`${url}/2`)).status).toBe(404);

    expect((await post(`${url}/2`, "name=Left")).status).toBe(404);

    const angles = "__start__=angles:sequence&angle=45&__end__=angles:sequence";
    const valid = await post(`${url}/1`, `name=Left&${angles}&save=save`);
    expect([valid.status, valid.headers.get("Location")]).toEqual([303, "/presets/1"]);
    expect(presets.get("1")).toEqual({ name: "Left", angles: [45] });

    expect((await post(`${url}/1`, angles)).status).toBe(422);
    expect((await post(`${url}/1`, angles.replace("&__end__", "&__edit__=add&__end__"))).status).toBe(200);
    expect((await post(`${url}/1`, "__end__=")).status).toBe(400);
    expect((await fetch(`${url}/2`, { method: "DELETE" })).status).toBe(405);
  });
});
