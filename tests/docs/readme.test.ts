import { rmSync } from "node:fs";
import { format } from "node:util";
import { createForm } from "@turnform/form";
import Handlebars from "handlebars";
import { afterAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { z } from "zod";
import { submittedControls } from "../../packages/form/src/testing/submitted.ts";
import { folderNamed, write } from "./folder.ts";
import { readPage } from "./page.ts";
import { Shell } from "./shell.ts";

const folder = folderNamed("readme");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Returns the fenced blocks of a README in one language. */
function blocks(path: string, language: string): string[] {
  return readPage(path)
    .blocks.filter((block) => block.language === language)
    .map(({ code }) => code);
}

/** Starts a program that serves until the test ends. */
async function serve(source: string): Promise<{ address: string; shell: Shell }> {
  const shell = await Shell.open(folder);
  onTestFinished(() => shell.close());
  write(`${folder}server.ts`, shell.withPort(source));
  await shell.run("npx tsx server.ts");
  return { address: `http://localhost:${shell.port}`, shell };
}

type Pairs = [name: string, value: string][];

function post(address: string, ...controls: Pairs): Promise<Response> {
  return fetch(address, { method: "POST", redirect: "manual", body: new URLSearchParams(controls) });
}

describe("README.md", () => {
  it("shows a program with the right output", async () => {
    const [source = ""] = blocks("README.md", "ts");
    const [printed = ""] = blocks("README.md", "json");
    const { address, shell } = await serve(source);
    expect(await (await fetch(address)).text()).toContain('id="teams-teams-0"');
    const person = (name: string, title: string): Pairs => [
      ["__start__", ":mapping"],
      ["name", name],
      ["title", title],
      ["__end__", ":mapping"],
    ];
    const team = (...people: Pairs[]): Pairs => [
      ["__start__", ":sequence"],
      ...people.flat(),
      ["__end__", ":sequence"],
    ];
    const save = (...teams: Pairs[]) =>
      post(
        address,
        ["__start__", "teams:sequence"],
        ...teams.flat(),
        ["__end__", "teams:sequence"],
        ["save", "save"],
      );
    expect((await save(team(person("Ann", "Dr"), person("Bob", "")), team())).status).toBe(303);
    await expect.poll(() => shell.said).toContain(printed);
    const again = await save(team(person("", "Dr")));
    expect(again.status).toBe(422);
    expect(await again.text()).toContain("Team 1, Person 1, Name: Required");
  });
});

describe("packages/express-adapter/README.md", () => {
  const path = "packages/express-adapter/README.md";
  const [cycle = "", days = "", account = ""] = blocks(path, "ts");
  const parts = `
    import { formsRoute, formTurn } from "@turnform/express-adapter";
    const profile = createForm(z.object({ name: z.string() }), { formId: "profile" });
    const password = createForm(z.object({ old: z.string() }), { formId: "password" });
    const findProfile = () => ({ name: "Ann" });
    const [saveProfile, savePassword] = [() => {}, () => {}];
    ${days}
    ${account}`;
  const errors = "app.use(formErrors());";

  it("shows a program with the answers in its tables", async () => {
    expect(cycle).toContain(errors);
    const { address } = await serve(cycle.replace(errors, `${parts}\n${errors}`));
    const angles = (...pairs: Pairs): Pairs => [
      ["name", "Turn"],
      ["__start__", "angles:sequence"],
      ...pairs,
      ["__end__", ""],
    ];
    const [one, two] = [`${address}/presets/1`, `${address}/presets/2`];
    const answers = [
      [await fetch(one)],
      [await fetch(two), await post(two, ...angles(["angle", "90"]))],
      [await post(one, ...angles(["angle", "90"]))],
      [await post(one, ...angles(["angle", "270"]))],
      [await post(one, ...angles(["angle", "270"], ["__edit__", "add"]))],
      [await post(one, ["__end__", ""])],
      [await fetch(one, { method: "DELETE" }), await fetch(one, { method: "PUT" })],
    ];
    const rows = readPage(path).source.matchAll(/^\| `(?:GET|POST|DELETE)`?.*? \| .*?(\d{3}).* \|$/gm);
    const stated = Array.from(rows, ([, status]) => Number(status));
    expect(answers.map((same) => new Set(same.map(({ status }) => status)))).toEqual(
      stated.map((status) => new Set([status])),
    );

    const [posted = "", pairs = ""] = days.split("\n// ").at(1)?.split(" → ") ?? [];
    const answer = await fetch(`${address}/days`, {
      method: "POST",
      body: posted,
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
    });
    expect(await answer.json()).toEqual(JSON.parse(pairs));

    const both = await (await post(`${address}/account`, ["__formid__", "password"], ["old", ""])).text();
    expect(both).toContain("Old: Required");
    expect(both).toContain('value="Ann"');
  });
});

describe("packages/form/README.md on own markup", () => {
  it("shows a template that posts the same as the whole form", () => {
    const Person = z.object({
      name: z.string(),
      email: z.string(),
      address: z.object({ street: z.string(), city: z.string() }),
    });
    const [source = ""] = blocks("packages/form/README.md", "handlebars");
    const page = createForm(Person).render({
      name: "<Ann>",
      email: "a@b.example",
      address: { street: "Main", city: "Bern" },
    });
    const html = Handlebars.compile(source)({ form: page });
    expect(submittedControls(html)).toEqual(submittedControls(String(page)));
  });
});

describe.each(["schema", "form"])("packages/%s/README.md", (name) => {
  it("shows programs with the right output in their last lines", async () => {
    const print = vi.spyOn(console, "log").mockReturnValue(undefined);
    onTestFinished(() => print.mockRestore());
    for (const [index, source] of blocks(`packages/${name}/README.md`, "ts").entries()) {
      const file = `${folder}${name}-${index}.ts`;
      write(file, source);
      print.mockClear();
      await import(/* @vite-ignore */ file);
      const printed = print.mock.calls.map((values) => format(...values)).join("\n");
      expect(printed.trim()).toBe(source.trim().split("\n").at(-1)?.replace("// ", ""));
    }
  });
});
