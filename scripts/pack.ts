import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";

/** The folders of the published packages, by name. */
export const packages: ReadonlyMap<string, string> = new Map([
  ["@turnform/schema", "packages/schema"],
  ["@turnform/form", "packages/form"],
  ["@turnform/express-adapter", "packages/express-adapter"],
  ["create-turnform", "packages/create-turnform"],
]);

const Report = z.array(
  z.object({
    name: z.string(),
    filename: z.string(),
    size: z.number(),
    unpackedSize: z.number(),
    files: z.array(z.object({ path: z.string() }).transform(({ path }) => path)),
  }),
);

/** A packed package, with sizes in bytes. */
export type Packed = Omit<z.output<typeof Report>[number], "filename"> & { readonly tarball: string };

/** Packs the built packages as they would be published. */
export async function pack(folder: string): Promise<Packed[]> {
  const workspaces = [...packages.values()].flatMap((name) => ["--workspace", name]);
  const options = ["--json", "--ignore-scripts", "--pack-destination", folder];
  const { stdout } = await promisify(execFile)("npm", ["pack", ...options, ...workspaces], {
    maxBuffer: 2 ** 24,
  });
  return Report.parse(JSON.parse(stdout)).map(({ filename, ...rest }) => ({
    ...rest,
    tarball: join(folder, filename),
  }));
}
