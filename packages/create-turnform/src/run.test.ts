import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import root from "../../../package.json" with { type: "json" };
import own from "../package.json" with { type: "json" };
import { UsageError } from "./arguments.ts";
import { run } from "./run.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "create-turnform-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs the command. With answers, a person types them, one a line. */
async function call(args: readonly string[], answers?: string) {
  const [input, output, errors] = [new PassThrough(), new PassThrough(), new PassThrough()];
  if (answers !== undefined) input.end(answers);
  const code = await run(args, { input, output, errors, isInteractive: answers !== undefined });
  output.end();
  errors.end();
  return { code, said: await text(output), errors: await text(errors) };
}

async function manifestOf(app: string) {
  return JSON.parse(await readFile(join(app, "package.json"), "utf8"));
}

describe("run", () => {
  it("writes an application, and says how to start it", async () => {
    const app = join(folder, "Our Trips!");
    const { code, said } = await call([app, "--server", "hono"]);
    expect(code).toBe(0);
    expect(said).toMatch(/^Wrote \d+ files to .*Our Trips!\n/);
    expect(said).toMatch(/\n {2}cd ".*Our Trips!"\n {2}npm install\n {2}npm test\n {2}npm run dev\n/);
    expect((await readdir(app)).toSorted()).toEqual([
      ".dockerignore",
      ".gitignore",
      "Dockerfile",
      "README.md",
      "package.json",
      "src",
      "test",
      "tsconfig.build.json",
      "tsconfig.json",
    ]);
    const { name, dependencies } = await manifestOf(app);
    expect(name).toBe("our-trips");
    expect(dependencies["@turnform/form"]).toBe(`^${own.version}`);
  });

  it.each([
    ["express", "hono"],
    ["hono", "express"],
  ])("writes the files for %s, without a trace of %s", async (server, other) => {
    const app = join(folder, server);
    await call([app, "-s", server]);
    const names = ["src/app.ts", "src/page.ts", "src/server.ts", "src/trip.ts"];
    const files = [...names, "test/app.test.ts", "test/trip.test.ts", "package.json", "README.md"];
    for (const file of files) {
      const source = (await readFile(join(app, file), "utf8")).replaceAll("@turnform/express-adapter", "");
      expect(source, file).not.toMatch(new RegExp(`\\b${other}\\b|\\.${server}\\.|\\{\\{`, "i"));
      const imports = Array.from(source.matchAll(/from "(\.[^"]+)"/g), ([, path = ""]) => path);
      expect(imports.filter((path) => !existsSync(join(app, file, "..", path)))).toEqual([]);
    }
    expect(Object.keys((await manifestOf(app)).dependencies)).toContain(server);
  });

  it.each(["express", "hono"])(
    "writes an application for %s that needs a secret in production",
    async (server) => {
      const start = (env: NodeJS.ProcessEnv) =>
        promisify(execFile)(
          process.execPath,
          ["--conditions=@turnform/source", "--import", "tsx", `template/src/app.${server}.ts`],
          { cwd: new URL("..", import.meta.url), env: { ...process.env, ...env } },
        );
      const production = { NODE_ENV: "production", SECRET: undefined };
      await expect(start(production)).rejects.toThrow("needs a secret");
      await start({ ...production, SECRET: "a-secret-of-32-characters-or-more" });
      await start({ NODE_ENV: undefined, SECRET: undefined });
    },
  );

  it("uses the versions that the project is tested with", async () => {
    for (const server of ["express", "hono"]) {
      const app = join(folder, `versions-${server}`);
      await call([app, "--server", server]);
      const { dependencies, devDependencies } = await manifestOf(app);
      const others = Object.entries({ ...dependencies, ...devDependencies }).filter(
        ([name]) => !name.startsWith("@turnform/"),
      );
      const tested: Readonly<Record<string, string>> = root.devDependencies;
      expect(others).toEqual(others.map(([name]) => [name, `^${tested[name]}`]));
    }
  });

  it("asks for what is left out, until it knows the server", async () => {
    const app = join(folder, "asked");
    const { code, said } = await call([], `${app}\nkoa\n Hono\n`);
    expect(code).toBe(0);
    expect(said.match(/Server, express or hono \[express\]: /g)).toHaveLength(2);
    expect(Object.keys((await manifestOf(app)).dependencies)).toContain("hono");
  });

  it("takes the default for an empty answer", async () => {
    const app = join(folder, "default");
    await call([app], "\n");
    expect(Object.keys((await manifestOf(app)).dependencies)).toContain("express");
  });

  it("writes nothing if the input ends before the answers", async () => {
    const app = join(folder, "ended");
    expect(await call([app], "")).toMatchObject({ code: 1, errors: expect.stringContaining("input ended") });
    expect(existsSync(app)).toBe(false);
  });

  it("asks nobody if its input is no terminal", async () => {
    expect(await call([])).toMatchObject({ code: 1, errors: expect.stringContaining("A folder is missing") });
    expect(await call([join(folder, "quiet")])).toMatchObject({ code: 0 });
  });

  it("takes an empty folder, and refuses one with files or a file", async () => {
    const app = join(folder, "full");
    await mkdir(app);
    expect(await call([app])).toMatchObject({ code: 0 });
    const before = await readdir(app);
    expect(await call([app])).toMatchObject({ code: 1, errors: expect.stringContaining("is not empty") });
    expect(await readdir(app)).toEqual(before);
    await writeFile(join(folder, "file"), "");
    expect(await call([join(folder, "file")])).toMatchObject({
      code: 1,
      errors: expect.stringContaining("is no folder"),
    });
  });

  it("refuses an unknown server or option, and a second folder", async () => {
    const refused = async (...args: string[]) => (await call(args)).errors;
    expect(await refused("app", "--server", "koa")).toBe(
      'The server "koa" is unknown. Choose express or hono\n',
    );
    expect(await refused("app", "--port", "1")).toContain("--help");
    expect(await refused("our", "app")).toContain('"app" is a second one');
  });

  it("shows its usage", async () => {
    expect(await call(["app", "-h"])).toMatchObject({ code: 0, said: expect.stringContaining("--server") });
    expect(existsSync("app")).toBe(false);
  });

  it("passes on errors of the disk", async () => {
    const path = join(folder, "long".repeat(100));
    await expect(call([path])).rejects.toThrow("ENAMETOOLONG");
    await expect(call([path])).rejects.not.toBeInstanceOf(UsageError);
  });
});
