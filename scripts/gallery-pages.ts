/**
 * Writes every page of the gallery to a folder, to compare two builds of the library.
 *
 *     npm run pages -- FOLDER                       in each of two checkouts
 *     npm run pages:compare -- OLD NEW        lists the pages that differ
 *
 * Widgets are written blank, filled, read-only, with errors and after each edit, in every language and theme. Features are
 * written as served by the demo.
 */
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bootstrap, createForm, type FilledForm, type Form } from "@turnform/form";
import { type Control, destructure } from "@turnform/schema";
import { z } from "zod";
import { findExamples } from "../demo/src/gallery/example.ts";
import { spoken } from "../demo/src/gallery/features/languages/spoken.ts";
import { submittedControls } from "../packages/form/src/testing/submitted.ts";
import { startDemo, temporaryFolder } from "../tests/browser/demo-server.ts";

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error("Name the folder to write to: npm run pages -- FOLDER");
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const write = (name: string, html: string): void => writeFileSync(join(folder, `${name}.html`), html);

const languageNames = new Intl.DisplayNames("en", { type: "language" });
for (const { name, form, filled } of await findExamples()) {
  for (const { language } of spoken) {
    const inEnglish = languageNames.of(language.tag)?.toLowerCase();
    for await (const [state, page] of statesOf(form.withLanguage(language), filled))
      write(`${name}.${state}.${inEnglish}`, String(page));
  }
  const themed = createForm(form.node.type as z.ZodObject, {
    formId: name,
    buttons: ["save"],
    theme: bootstrap(),
    layout: "horizontal",
  });
  try {
    for await (const [state, page] of statesOf(themed, filled))
      write(`${name}.${state}.bootstrap`, String(page));
  } catch (error) {
    // Some examples set their widgets in the form's options; this form of their schema lacks them
    if (!(error instanceof TypeError)) throw error;
  }
}
await writeFeatures();

/**
 * Renders a form in each of its states.
 *
 * @yields the name of the state, and its page
 */
async function* statesOf(
  form: Form<z.ZodObject>,
  filled: Readonly<Record<string, unknown>>,
): AsyncGenerator<[string, FilledForm]> {
  yield ["blank", await form.renderAsync()];
  yield ["filled", await form.renderAsync(filled)];
  yield ["readonly", await form.renderAsync(filled, { readonly: true })];
  yield ["notice", (await form.renderAsync(filled)).withNotice("Saved")];
  yield ["empty-post", (await form.validateAsync([])).form];
  yield ["hostile", (await form.validateAsync(destructure({ ...wrong(form) }))).form];
  for (const [state, page] of [
    ["blank", await form.renderAsync()],
    ["filled", await form.renderAsync(filled)],
  ] as const) {
    const html = String(page);
    yield [`${state}-posted`, (await form.validateAsync(submittedControls(html), filled)).form];
    yield [`${state}-draft`, await form.draftAsync(submittedControls(html), filled)];
    for (const [, id = ""] of [...html.matchAll(/<button[^>]*\sid="([^"]+)"\s+name="__edit__"/g)].slice(
      0,
      12,
    ))
      yield [
        `${state}-edit-${id.replaceAll(/[^\w-]/g, "_")}`,
        (await form.validateAsync(submittedControls(html, id))).form,
      ];
  }
}

/** Returns a long text with every special character of HTML for each field. */
function wrong({ node }: Form<z.ZodObject>): Record<string, Control[1]> {
  return Object.fromEntries(node.children.map(({ name }) => [name, `<"'&\`=> ${"x".repeat(200)}`]));
}

async function writeFeatures(): Promise<void> {
  const database = temporaryFolder();
  const demo = await startDemo(database.path);
  try {
    for (const file of readdirSync(new URL("../demo/src/gallery/features/", import.meta.url))) {
      const name = /^([\w-]+)\.ts$/.exec(file)?.[1];
      if (name === undefined) continue;
      const url = `${demo.url}/gallery/${name}`;
      const html = await (await fetch(url)).text();
      write(`feature.${name}.get`, steady(html));
      const body = new URLSearchParams();
      for (const [control, value] of submittedControls(html))
        body.append(control, typeof value === "string" ? value : "");
      const answer = await fetch(url, { method: "POST", body, headers: { origin: demo.url } });
      write(`feature.${name}.post`, steady(await answer.text()));
    }
  } finally {
    await demo.stop();
    database.remove();
  }
}

/** Replaces random keys and the addresses of files, which change with their content. */
function steady(html: string): string {
  return html
    .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "UUID")
    .replaceAll(/(\/turnform\/)[^"]+/g, "$1FILE")
    .replaceAll(/integrity="[^"]*"/g, "")
    .replaceAll(/localhost:\d+|127\.0\.0\.1:\d+/g, "HOST")
    .replaceAll(/<pre[^>]*>[^]*?<\/pre>/g, "");
}
