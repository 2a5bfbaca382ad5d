import { FieldErrors } from "@turnform/express-adapter";
import { createForm, textArea } from "@turnform/form";
import { z } from "zod";
import { Preset } from "./preset.ts";
import { MOST_PRESETS } from "./store/preset-store.ts";

/** Largest import in bytes. */
export const MOST_BYTES = 5_000_000;
/** Most problems listed at a field. */
const MOST_PROBLEMS = 20;

const Presets = z
  .array(Preset)
  .min(1, "Import at least one preset")
  .max(MOST_PRESETS, `Import at most ${MOST_PRESETS} presets`);

const Import = z.strictObject({
  file: z
    .file()
    .max(MOST_BYTES)
    .optional()
    .meta({ title: "File", description: "An exported JSON file with one preset or a list of presets." }),
  text: z
    .string()
    .max(MOST_BYTES)
    .optional()
    .meta({ title: "Or paste its content", widget: textArea({ rows: 12 }) }),
});

export const importForm = createForm(Import, {
  formId: "import",
  buttons: [{ name: "import", title: "Import" }],
});

/**
 * Reads presets from the submitted file or text, each with one preset or a list of presets.
 *
 * @throws {FieldErrors} at the submitted field, with each problem's place in the JSON
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
  const messages = issues.slice(0, MOST_PROBLEMS).map(({ path, message }) => {
    const place = placeOf(single ? path.slice(1) : path);
    return place === "" ? message : `${place}: ${message}`;
  });
  const more = issues.length - messages.length;
  throw new FieldErrors({ [field]: more > 0 ? [...messages, `And ${more} more`] : messages });
}

function readJson(text: string, field: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new FieldErrors({
      [field]: `This is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    });
  }
}

/** Formats a path into JSON as JavaScript would: `[2].cycles[0][1].angle`. */
function placeOf(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");
}
