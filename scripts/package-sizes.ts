import { build } from "esbuild";
import { installed, installedSize } from "./installed.ts";
import { modulesOf, readManifest } from "./manifest.ts";
import { type Packed, packages } from "./pack.ts";

/** Import specifiers of the packages. */
const entries = ["schema", "form", "express-adapter"].flatMap((folder) =>
  modulesOf(readManifest(folder)).map(({ name }) => name),
);

/** Packages that an application installs together. */
const installations = [
  ["@turnform/schema", "zod"],
  ["@turnform/form", "zod"],
  ["@turnform/form", "zod", "handlebars"],
  ["@turnform/express-adapter", "@turnform/form", "zod"],
  ["@turnform/express-adapter", "@turnform/form", "zod", "express"],
];

/** Writes three tables in kB: the sizes of the packages, of whole installations, and of the files that imports load. */
export async function sizeTables(packed: readonly Packed[]): Promise<string> {
  const imports = await Promise.all(
    entries.map(async (entry) => [`\`${entry}\``, ...(await closure(entry))]),
  );
  return [
    table(
      ["package", "files", "packed", "unpacked"],
      packed.map(({ name, files, size, unpackedSize }) => [
        `\`${name}\``,
        files.length,
        kB(size),
        kB(unpackedSize),
      ]),
    ),
    table(
      ["installation", "packages", "unpacked"],
      installations.map((names) => [
        names.map((name) => `\`${name}\``).join(", "),
        ...installation(names, packed),
      ]),
    ),
    table(["import", "files", "all", "of Turnform", "of zod"], imports),
  ].join("\n\n");
}

/** @returns the number of packages that are installed, and their kB */
function installation(names: readonly string[], packed: readonly Packed[]): number[] {
  const own = new Map(packed.map(({ name, unpackedSize }) => [packages.get(name), unpackedSize]));
  const folders = installed(names);
  return [
    folders.length,
    kB(folders.reduce((sum, folder) => sum + (own.get(folder) ?? installedSize(folder)), 0)),
  ];
}

/** @returns the number of files that an import loads, and their kB: of all, of Turnform, and of zod */
async function closure(entry: string): Promise<number[]> {
  const { metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    // Node.js also loads files that a bundler would drop as unused
    ignoreAnnotations: true,
    platform: "node",
    format: "esm",
    outfile: "none.js",
    write: false,
    metafile: true,
  });
  const inputs = Object.entries(metafile.inputs);
  const sum = (part: string) =>
    inputs.reduce((sum, [path, { bytes }]) => (path.includes(part) ? sum + bytes : sum), 0);
  return [inputs.length, kB(sum("")), kB(sum("packages/")), kB(sum("node_modules/zod/"))];
}

function kB(bytes: number): number {
  return Math.round(bytes / 1000);
}

function table(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;
  return [line(heads), `|---${"|--:".repeat(heads.length - 1)}|`, ...rows.map(line)].join("\n");
}

/** Returns true if two texts differ only in numbers, and none of them by more than a tenth. */
export function isAbout(stated: string, actual: string): boolean {
  const [numbers, others] = [stated, actual].map((text) => [...text.matchAll(/\b\d+\b/g)].map(Number));
  return (
    stated.replaceAll(/\b\d+\b/g, "") === actual.replaceAll(/\b\d+\b/g, "") &&
    numbers?.every((number, at) => Math.abs(number - (others?.[at] ?? 0)) <= number / 10) === true
  );
}
