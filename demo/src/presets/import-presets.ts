import { FieldErrors } from "@turnform/express-adapter";
import { createForm, textArea } from "@turnform/form";
import { z } from "zod";
import { Preset } from "./preset.ts";
import { MOST_PRESETS } from "./store/preset-store.ts";

/** How many bytes an imported text has at most. */
export const MOST_BYTES = 5_000_000;
/** How many of what is wrong is said at once. */
const MOST_PROBLEMS = 20;

const Presets = z
  .array(Preset)
  .min(1, "Expected at least one preset")
  .max(MOST_PRESETS, `Expected at most ${MOST_PRESETS} presets`);

const Import = z.strictObject({
  file: z
    .file()
    .max(MOST_BYTES)
    .optional()
    .meta({ title: "File", description: "As exported: one preset or a list of them, as JSON." }),
  text: z
    .string()
    .max(MOST_BYTES)
    .optional()
    .meta({ title: "Or its text", widget: textArea({ rows: 12 }) }),
});

/** The form that takes exported presets. */
export const importForm = createForm(Import, {
  formId: "import",
  buttons: [{ name: "import", title: "Import" }],
});

/**
 * Reads presets from what was sent.
 *
 * @param sent A file or a text with a preset, or a list of presets
 * @returns the presets
 * @throws {FieldErrors} by the field that was filled in, with each problem's place in the JSON
 */
export async function readImport({ file, text }: z.output<typeof Import>): Promise<Preset[]> {
  if ((file === undefined) === (text === undefined))
    throw new FieldErrors({
      "": file ? "Send a file or a text, not both" : "Choose a file, or paste its text",
    });
  const field = file ? "file" : "text";
  const json = readJson(file ? await file.text() : (text ?? ""), field);
  const single = !Array.isArray(json);
  const result = Presets.safeParse(single ? [json] : json);
  if (result.success) return result.data;
  const { issues } = result.error;
  const told = issues.slice(0, MOST_PROBLEMS).map(({ path, message }) => {
    const place = placeOf(single ? path.slice(1) : path);
    return place === "" ? message : `${place}: ${message}`;
  });
  const more = issues.length - told.length;
  throw new FieldErrors({ [field]: more > 0 ? [...told, `And ${more} more`] : told });
}

function readJson(text: string, field: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new FieldErrors({
      [field]: `Expected JSON: ${error instanceof Error ? error.message : "unreadable"}`,
    });
  }
}

/** A way into JSON as people write it: `[2].cycles[0][1].angle`. */
function placeOf(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");
}
