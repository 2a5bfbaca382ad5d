import type { Pstruct } from "@turnform/schema";
import type { FileInputView, KeptFileView } from "../view.ts";
import type { Place } from "../place.ts";
import type { Widget } from "./widget.ts";

/** Options of {@link fileInput}. */
export interface FileInputOptions {
  /** What the browser offers to choose, such as `image/*` or `.pdf`; default the media types that the schema allows. */
  readonly accept?: string;
  /** Whether several files can be chosen, for a list of files; default false. */
  readonly multiple?: boolean;
}

/** Name of the control that keeps an upload. A server puts the file in the place of its id, or nothing. */
const KEPT = "__upload__";

/**
 * A file to choose, kept by the server while the rest of the form is mended.
 *
 *     z.object({ photos: z.array(z.file()).meta({ widget: fileInput({ multiple: true }) }) })
 *
 * Of one file the last one posted counts: one just chosen replaces the one kept. Of several all count, in order, those
 * kept first. A text is never taken for a file.
 */
export function fileInput(options: FileInputOptions = {}): Widget {
  const { multiple = false } = options;
  return {
    template: "file-input",
    multipart: true,
    deserialize(_, pstruct) {
      if (pstruct === undefined) return multiple ? [] : "";
      const files = [...new Set(filesIn(pstruct))];
      return multiple ? files : (files.at(-1) ?? "");
    },
    view(place): FileInputView {
      const { node } = place.field;
      const view = place.fieldView();
      const kept = keptOf(place);
      const [first] = node.kind === "array" ? node.children : [node];
      const needed = node.kind === "array" ? (node.constraints.minLength ?? 0) > 0 : view.required;
      return {
        ...view,
        errors: [...view.errors, ...errorsOfFiles(place)],
        describedBy: describedBy(view.id, view.help, view.invalid),
        required: needed,
        mustChoose: needed && kept.length === 0,
        accept: options.accept ?? first?.constraints.mime?.join(","),
        multiple,
        kept,
      };
    },
    focusId: (_, id) => id,
  };
}

/** The files among what was posted: of a marker's sequence, of Deform's `{ upload, uid }`, or one alone. */
function filesIn(pstruct: Pstruct): File[] {
  if (typeof pstruct === "string") return [];
  const given = pstruct instanceof File ? [pstruct] : Object.values(pstruct);
  // A control where nothing was chosen posts a file without name and content.
  return given.filter(
    (value): value is File => value instanceof File && (value.name !== "" || value.size > 0),
  );
}

/** The files that the server has: each has an id. Others are gone, since a page can't hold them. */
function keptOf(place: Place): KeptFileView[] {
  const files: readonly unknown[] = Array.isArray(place.value) ? place.value : [place.value];
  return files.flatMap((file, index) => {
    if (!(file instanceof File) || !("id" in file) || typeof file.id !== "string") return [];
    return {
      id: `${place.id}-${index}`,
      name: KEPT,
      value: file.id,
      label: `Keep ${file.name} (${sizeInWords(file.size)})`,
      invalid: place.error?.children.has(index) ?? false,
    };
  });
}

/** What is wrong with single files of several, by their names. */
function errorsOfFiles({ value, error }: Place): string[] {
  return [...(error?.children ?? [])].flatMap(([key, { messages }]) => {
    const file: unknown = Array.isArray(value) ? value[Number(key)] : undefined;
    return messages.map((message) => (file instanceof File ? `${file.name}: ${message}` : message));
  });
}

function describedBy(id: string, help: string | undefined, invalid: boolean): string | undefined {
  const ids = [help && `${id}:help`, invalid && `${id}:error`].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

function sizeInWords(bytes: number): string {
  const units = ["bytes", "kB", "MB", "GB"];
  const power = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1);
  const size = bytes / 1000 ** power;
  return bytes === 1 ? "1 byte" : `${power === 0 ? size : size.toFixed(1)} ${units[power]}`;
}
