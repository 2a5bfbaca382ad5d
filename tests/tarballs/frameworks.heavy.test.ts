/** Builds and starts each example of the recipe with its real framework and the packed packages, and fills in its form. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { visit } from "@turnform/form/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readPage, root } from "../docs/page.ts";
import { freeAddress, ScratchProjects } from "./scratch-project.ts";

/** Folders in `frameworks/`, and the sections of the recipe that complete them. */
const frameworks = [
  ["next", "Next.js"],
  ["astro", "Astro"],
  ["sveltekit", "SvelteKit"],
  ["react-router", "React Router"],
  ["fastify", "Fastify"],
  ["hono", "Hono"],
  ["bun", "Bun and Deno"],
  ["deno", "Bun and Deno"],
  ["worker", "Workers"],
] as const;

/** Some frameworks need a newer Node.js than the packages. */
const NODE = { [`node-${process.platform}-${process.arch}`]: "24.21.0" };

let projects: ScratchProjects;
beforeAll(async () => {
  projects = await ScratchProjects.pack();
  await projects.useTools(NODE);
});
afterAll(() => projects[Symbol.asyncDispose]());

const page = readPage("docs/recipes/frameworks.md");

/** Writes the files that a section of the recipe shows. */
async function writeSection(section: string, folder: string, port: string): Promise<void> {
  const lines = page.source.split("\n");
  const start = lines.indexOf(`## ${section}`) + 1;
  if (start === 0) throw new Error(`The recipe has no section "${section}"`);
  const end = lines.findIndex((line, at) => at >= start && line.startsWith("## "));
  for (const { file, code, line } of page.blocks) {
    if (file === undefined || line <= start || (end >= 0 && line > end)) continue;
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), code.replaceAll("3000", port));
  }
}

it.each(frameworks)("%s shows, edits and saves the form", async (name, section) => {
  const address = await freeAddress();
  await projects.copy(`${root}tests/tarballs/frameworks/${name}`, name);
  for (const each of ["The form", section]) await writeSection(each, projects.folderOf(name), address.PORT);
  await projects.install(name);
  await projects.run(name, "npm run build --if-present", address);
  await projects.serve(name, "npm start", address);

  const visitor = await visit(`${address.ORIGIN}/team`);
  expect(visitor.value("people.0")).toBe("Ann");
  const files = Array.from(
    visitor.html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g),
    ([, path = ""]) => path,
  );
  expect(files.length).toBeGreaterThan(1);
  for (const file of files) expect((await fetch(address.ORIGIN + file)).status, file).toBe(200);

  await visitor.add("people");
  await visitor.set("people.1", "Bob").set("Name", "").press("Save");
  expect([visitor.status, visitor.value("people.1")]).toEqual([422, "Bob"]);
  expect(visitor.html).toContain("Required");
  await visitor.set("Name", "Larks").remove("people.0");
  await visitor.press("Save");
  expect([visitor.status, visitor.url]).toEqual([200, `${address.ORIGIN}/team`]);
  expect(visitor.html).toContain("Saved");
  expect([visitor.value("Name"), visitor.value("people.0")]).toEqual(["Larks", "Bob"]);
});
