/**
 * Writes `sbom.json`, in CycloneDX's format. It lists the packages, their dependencies, and the code bundled into the files
 * for browsers. `npm sbom` lists the whole project. For single workspaces, it omits dependencies shared with others.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { packages } from "./pack.ts";

const Bom = z.looseObject({
  metadata: z.looseObject({ component: z.looseObject({ name: z.string() }) }),
  components: z.array(z.looseObject({ "bom-ref": z.string() })),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()) })),
});
const Package = z.object({
  name: z.string(),
  version: z.string(),
  dependencies: z.record(z.string(), z.string()).default({}),
});

const root = new URL("../", import.meta.url);
const options = ["--sbom-format", "cyclonedx", "--sbom-type", "library"];
const report = execFileSync("npm", ["sbom", ...options], { cwd: root, maxBuffer: 2 ** 26 });
const bom = Bom.parse(JSON.parse(String(report)));
const needs = new Map(bom.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));

/** The listed packages, as `name@version`. */
const kept = new Set<string>();
function keep(ref: string): void {
  if (kept.has(ref)) return;
  kept.add(ref);
  needs.get(ref)?.forEach(keep);
}

// For the packages themselves, npm also lists development dependencies
const own = [...packages.values()].map((folder) =>
  Package.parse(JSON.parse(readFileSync(new URL(`${folder}/package.json`, root), "utf8"))),
);
for (const { name, version } of own) kept.add(`${name}@${version}`);
for (const { name, version, dependencies } of own)
  for (const ref of needs.get(`${name}@${version}`) ?? [])
    if (ref.slice(0, ref.lastIndexOf("@")) in dependencies) keep(ref);
const licences = new URL("packages/form/dist/client/third-party-licences.txt", root);
for (const [, ref = ""] of readFileSync(licences, "utf8").matchAll(/^# (\S+) \(.+\)$/gm)) kept.add(ref);

const unknown = [...kept].filter((ref) => !needs.has(ref));
if (unknown.length > 0)
  throw new Error(`npm sbom does not list ${unknown.join(", ")}. Run npm ci and npm run build`);

bom.metadata.component.name = "turnform"; // npm names it after its folder
bom.components = bom.components.filter((component) => kept.has(component["bom-ref"]));
bom.dependencies = bom.dependencies
  .filter(({ ref }) => kept.has(ref))
  .map((component) => ({ ...component, dependsOn: component.dependsOn.filter((ref) => kept.has(ref)) }));
writeFileSync(new URL("sbom.json", root), `${JSON.stringify(bom, null, 2)}\n`);
console.log(`sbom.json: ${bom.components.length} packages`);
