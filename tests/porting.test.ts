import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { isDecimal } from "@turnform/schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const PAGE = "docs/porting-from-colander.md";
const page = readFileSync(new URL(`../${PAGE}`, import.meta.url), "utf8");
const folder = new URL(".porting/", import.meta.url);

/** What a reader who knows Colander will look for. */
const NAMES: Readonly<Record<string, string>> = {
  types: "String Integer Float Decimal Money Boolean Date DateTime Time Enum Mapping Sequence Tuple Set List",
  options: `encoding allow_empty strict quant rounding normalize false_choices true_choices false_val true_val format
    default_tzinfo attr unknown accept_scalar`,
  validators: `All Any Function Regex Email DataURL Range Length OneOf NoneOf ContainsOnly luhnok url file_uri uuid min_err
    max_err`,
  keywords: `typ name default missing required drop null missing_msg preparer validator after_bind widget title description
    insert_before`,
  methods: `deserialize serialize deferred bind clone add insert add_before get flatten unflatten get_value set_value
    cstruct_children raise_invalid Invalid asdict messages paths pos positional children separator translate`,
};

interface Block {
  readonly language: string;
  readonly code: string;
  /** Number of its first line, from 1. */
  readonly line: number;
  readonly heading: string;
}

const blocks: readonly Block[] = Array.from(
  page.matchAll(/^```(\w+)\n([^]*?)^```$/gm),
  ({ 1: language = "", 2: code = "", index }) => {
    const before = page.slice(0, index);
    const heading = [...before.matchAll(/^#+ (?!→)(.*)$/gm)].at(-1)?.[1] ?? "";
    return { language, code, heading, line: before.split("\n").length + 1 };
  },
);

/** The examples: all TypeScript but for what they have in common. */
function programsOf(blocks: readonly Block[]): readonly Block[] {
  return blocks.filter(({ language }) => language === "ts").slice(1);
}

/** A statement of one line or several, and what it is said to give: `// → result`, there or on the lines below. */
const CLAIM = /^([^\s)\]}/].*?(?:\n[\s)\]}].*?)*?);?(\s*)\/\/ → (.*(?:\n\/\/ {3}.*)*)$/gm;

/** Turns each claim of a block into a call, which leaves all lines where they are. */
function withCalls({ code, line }: Block): string {
  return code.replaceAll(CLAIM, (_, statement: string, space: string, result: string, offset: number) => {
    const at = line + code.slice(0, offset).split("\n").length - 1;
    const [, thrown] = /^throws (\w+)$/.exec(result) ?? [];
    const expected = thrown ? `"${thrown}"` : `() => (${result.replaceAll(/^\/\/ {3}/gm, "")})`;
    return `await claim(${at}, async () => (${statement}),${space}${expected});`;
  });
}

/** The page as a module: its first block stands at the top, each other one is a function; lines keep their numbers. */
function moduleOf(): string {
  const lines = page.split("\n").map(() => "");
  const imports: string[] = [];
  const put = (at: number, code: readonly string[]): unknown => lines.splice(at - 1, code.length, ...code);
  const shared = blocks.find(({ language }) => language === "ts");
  if (shared) put(shared.line, shared.code.trimEnd().split("\n"));
  for (const block of programsOf(blocks)) {
    const code = withCalls(block).replaceAll(/^import .*$/gm, (found) => (imports.push(found), ""));
    put(block.line - 1, [
      `programs.set(${block.line}, async (claim) => {`,
      ...code.trimEnd().split("\n"),
      "});",
    ]);
  }
  const head = `type Claim = (line: number, actual: () => Promise<unknown>, expected: unknown) => Promise<void>;
    export const programs = new Map<number, (claim: Claim) => Promise<void>>();`;
  return [[...imports, head.replaceAll(/\n\s+/g, " ")].join(" "), ...lines.slice(1)].join("\n");
}

/** Runs one claim of the page. */
async function claim(line: number, actual: () => Promise<unknown>, expected: unknown): Promise<void> {
  const place = `${PAGE}:${line}`;
  if (typeof expected === "function") expect(await actual(), place).toEqual(expected());
  else await expect(actual(), place).rejects.toMatchObject({ name: expected });
}

/** The messages of recorded cases. */
function messagesIn(file: string): readonly string[] {
  const path = new URL(`../vectors/${file}.json`, import.meta.url);
  const cases: readonly { readonly errors?: Readonly<Record<string, string>> }[] = JSON.parse(
    readFileSync(path, "utf8"),
  );
  return cases.flatMap(({ errors = {} }) => Object.values(errors));
}

/** Two decimals are equal when they are written the same. */
function areEqualDecimals(a: unknown, b: unknown): boolean | undefined {
  return isDecimal(a) && isDecimal(b) ? String(a) === String(b) : undefined;
}

describe(PAGE, () => {
  let programs: ReadonlyMap<number, (run: typeof claim) => Promise<void>>;

  beforeAll(async () => {
    expect.addEqualityTesters([areEqualDecimals]);
    mkdirSync(folder, { recursive: true });
    writeFileSync(new URL("page.ts", folder), moduleOf());
    writeFileSync(
      new URL("tsconfig.json", folder),
      JSON.stringify({
        extends: "../../tsconfig.json",
        include: ["page.ts"],
        compilerOptions: { noUnusedLocals: false },
      }),
    );
    ({ programs } = await import(new URL("page.ts", folder).href));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("names what Colander has", () => {
    const python = blocks.filter(({ language }) => language === "python").map(({ code }) => code);
    const words = new Set(python.join().match(/\w+/g));
    const names = Object.values(NAMES).flatMap((list) => list.split(/\s+/));
    expect(names.filter((name) => !words.has(name))).toEqual([]);
  });

  it("shows TypeScript after each piece of Python, and says what comes of it", () => {
    const alone = blocks.filter(({ language }, i) => language !== "ts" && blocks[i + 1]?.language !== "ts");
    expect(alone).toEqual([]);
    const claims = programsOf(blocks).map((block) => block.code.match(/\/\/ → /g)?.length ?? 0);
    expect(claims).not.toContain(0);
    // None is written in a way that is not seen.
    const calls = moduleOf().match(/^await claim\(/gm)?.length;
    expect(calls).toBe(claims.reduce((sum, count) => sum + count));
  });

  it("quotes messages that were recorded of Colander", () => {
    const quoted = Array.from(page.matchAll(/# → Invalid \{".*?": (['"])(.*)\1\}$/gm), ({ 2: text = "" }) =>
      text.replaceAll('\\"', '"'),
    );
    const recorded = new Set(["types", "validators", "submissions"].flatMap(messagesIn));
    expect(quoted.length).toBeGreaterThan(20);
    expect(quoted.filter((message) => !recorded.has(message))).toEqual([]);
  });

  it("shows programs whose types are right", async () => {
    const tsc = new URL("../node_modules/.bin/tsc", import.meta.url).pathname;
    const said = await new Promise<string>((resolve) => {
      execFile(tsc, ["--noEmit", "-p", folder.pathname], (_, stdout) => resolve(stdout));
    });
    expect(said).toBe("");
  });

  it.for(programsOf(blocks))("is right about $heading", async ({ line }) => {
    expect.hasAssertions();
    await programs.get(line)?.(claim);
  });
});
