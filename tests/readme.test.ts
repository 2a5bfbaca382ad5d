import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createForm } from "@turnform/form";
import Handlebars from "handlebars";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { submittedControls } from "../packages/form/src/testing/submitted.ts";

const root = new URL("../", import.meta.url);
const folder = new URL("tests/.readme/", root);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The fenced blocks of a README in some language. */
function blocks(readme: string, language: string): string[] {
  const text = readFileSync(new URL(readme, root), "utf8");
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, "gms"))].map(
    (match) => match[1] ?? "",
  );
}

/** Runs a program as a reader would, with the packages' sources in place of their builds. */
function run(name: string, source: string, env: Record<string, string> = {}) {
  mkdirSync(folder, { recursive: true });
  const file = new URL(`${name}.ts`, folder);
  writeFileSync(file, source);
  const args = ["--conditions=@turnform/source", "--import", "tsx", file.pathname];
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env } });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += String(text)));
  return { child, output: () => output };
}

/** A port that nothing listens on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address ? address.port : 0;
}

/** Waits until something holds, for at most ten seconds. */
async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 100; tries++) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("It did not come to hold");
}

describe("README.md", () => {
  it("shows a program that runs and prints what it says", async () => {
    const [source = ""] = blocks("README.md", "ts");
    const [printed = ""] = blocks("README.md", "json");
    const port = await freePort();
    const address = `http://127.0.0.1:${port}/`;
    const { child, output } = run("root", source, { PORT: String(port) });
    try {
      const page = await until(() =>
        fetch(address).then(
          (response) => response.text(),
          () => undefined,
        ),
      );
      expect(page).toContain('id="teams-teams-0"');
      type Pairs = [name: string, value: string][];
      const item = (name: string, title: string): Pairs => [
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
      const post = (...teams: Pairs[]) =>
        fetch(address, {
          method: "POST",
          redirect: "manual",
          body: new URLSearchParams([
            ["__start__", "teams:sequence"],
            ...teams.flat(),
            ["__end__", "teams:sequence"],
            ["save", "save"],
          ]),
        });
      expect((await post(team(item("Ann", "Dr"), item("Bob", "")), team())).status).toBe(303);
      await until(async () => output().includes(printed) || undefined);
      const again = await post(team(item("", "Dr")));
      expect(again.status).toBe(422);
      expect(await again.text()).toContain("Team 1, Person 1, Name: Required");
    } finally {
      child.kill();
    }
  });
});

describe("packages/form/README.md on markup of one's own", () => {
  it("shows a template that posts what the whole form does", () => {
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
  it("shows programs that print what their last line says", async () => {
    for (const [index, source] of blocks(`packages/${name}/README.md`, "ts").entries()) {
      const { child, output } = run(`${name}-${index}`, source);
      await once(child, "close");
      expect(output().trim()).toBe(source.trim().split("\n").at(-1)?.replace("// ", ""));
    }
  });
});
