/** A small application, as a newcomer would write it. It serves one page by GET and POST, and requests the page itself. */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { controls, FieldErrors, formAssets, formErrors, formRoute } from "@turnform/express-adapter";
import { createForm, type FilledForm } from "@turnform/form";
import { handlebars } from "@turnform/form/handlebars";
import { richText } from "@turnform/form/rich-text";
import { expectValid, fill, visit } from "@turnform/form/testing";
import express from "express";
import { z } from "zod";

const Move = z.object({ angle: z.number().max(180), note: z.string().optional() });
const Preset = z.object({
  name: z.string().meta({ title: "Name" }),
  story: z.string().default("").meta({ widget: richText() }),
  moves: z.array(Move).meta({ orderable: true }),
});
const form = createForm(Preset, {
  formId: "preset",
  buttons: ["save"],
  templates: { help: handlebars('<p class="tf-help" id="{{id}}-help">{{description}}</p>') },
});
const saved: z.output<typeof Preset>[] = [];

const app = express();
const assets = formAssets();
app.use(assets);
app.use(controls());
const page = (form: FilledForm) => `<!doctype html><title>Preset</title>${assets.tags(form)}${form}`;
app.route("/presets/:id").all(
  formRoute(
    form,
    (preset) => {
      if (preset.name === "taken") throw new FieldErrors({ name: "Taken" });
      saved.push(preset);
      return preset.moves.length;
    },
    {
      load: () => saved.at(-1) ?? { name: "", story: "", moves: [{ angle: 90 }] },
      view: page,
      redirect: (moves) => `/presets/${moves.toFixed()}`,
    },
  ),
);
app.use(formErrors());

const server = app.listen(0, "127.0.0.1");
await new Promise((resolve) => server.once("listening", resolve));
const { port } = server.address() as AddressInfo;
const site = `http://127.0.0.1:${port}`;
const post = (pairs: [string, string][]) =>
  fetch(`${site}/presets/1`, { method: "POST", body: new URLSearchParams(pairs), redirect: "manual" });
const preset = (name: string, angle: string): [string, string][] => [
  ["__formid__", "preset"],
  ["name", name],
  ["story", "<b>Once</b><script>alert(1)</script>"],
  ["__start__", "moves:sequence"],
  ["__start__", "move:mapping"],
  ["angle", angle],
  ["__end__", "move:mapping"],
  ["__end__", "moves:sequence"],
  ["save", "save"],
];

const shown = await fetch(`${site}/presets/1`);
const html = await shown.text();
assert.equal(shown.status, 200);
assert.match(html, /value="90"/);
const addresses = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, address]) => address);
assert.ok(addresses.length >= 4, "the stylesheet and script of the form, and those of rich text");
for (const address of addresses) assert.equal((await fetch(site + address)).status, 200, address);

const wrong = await post(preset("Sweep", "181"));
assert.equal(wrong.status, 422);
assert.match(await wrong.text(), /Must be 180 or less/);
assert.equal((await post(preset("taken", "1"))).status, 422);

const right = await post(preset("Sweep", "180"));
assert.equal(right.status, 303);
assert.equal(right.headers.get("location"), "/presets/1");
assert.deepEqual(saved, [{ name: "Sweep", story: "<strong>Once</strong>", moves: [{ angle: 180 }] }]);

const visitor = await visit(`${site}/presets/1`);
await visitor.set("Name", "Visit").press("Save");
assert.deepEqual([visitor.status, visitor.url, visitor.value("Name")], [200, `${site}/presets/1`, "Visit"]);
const typed: string = expectValid(form.validate(fill(form).set("Name", "Typed").press("Save"))).name;
assert.equal(typed, "Typed");
server.close();

for (const file of ["manifest.json", "turnform.js", "turnform.css", "third-party-licences.txt"])
  assert.ok(existsSync(fileURLToPath(import.meta.resolve(`@turnform/form/client/${file}`))), file);
