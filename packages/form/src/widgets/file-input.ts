import type { Pstruct } from "@turnform/schema";
import { bytesInWords } from "../languages/in-words.ts";
import type { FieldConstants, FieldPage, FieldView } from "../field/view.ts";
import { isListRequired } from "./choices.ts";
import { UPLOAD } from "../field/reserved-names.ts";
import type { Widget, WidgetField, WidgetOptions, WidgetPlace } from "../field/widget.ts";

/** Options of {@link fileInput}. */
export interface FileInputOptions extends WidgetOptions<FileInputView> {
  /** What the browser offers to choose, such as `image/*` or `.pdf`; default the media types that the schema allows. */
  readonly accept?: string;
  /** Whether several files can be chosen, for a list of files; default false. */
  readonly multiple?: boolean;
  /** Whether what was just chosen is listed, images shown small; needs JavaScript. Default true. */
  readonly preview?: boolean;
  /**
   * The address at which the app shows a file that it has; default none, since a file that was just uploaded has no address.
   * An image is shown small, other files are linked to. Who may see it is for the app to check.
   */
  readonly address?: (file: File) => string | undefined;
}

/** A file to choose, or several, with those that the server keeps. */
export interface FileInputView extends FieldView, FileInputConstants, FileInputPage {}

/** The properties of {@link FileInputView} that are the same on every page. */
export interface FileInputConstants extends FieldConstants {
  readonly accept?: string | undefined;
  readonly multiple: boolean;
  readonly preview: boolean;
}

/** The properties of {@link FileInputView} that differ from page to page. */
export interface FileInputPage extends FieldPage {
  /** True if the browser asks for a file: one is required, and none is kept. */
  readonly needsFile: boolean;
  readonly kept: readonly KeptFileView[];
}

/** A file that is there. */
export interface FileView {
  /** Its name and size. */
  readonly text: string;
  /** Where it can be seen, and what leads there: `Show`, and what screen readers read of it. */
  readonly address?: string | undefined;
  readonly show: string;
  readonly showThis: string;
  readonly isImage: boolean;
}

/** A file that the server keeps, with a box to untick. */
export interface KeptFileView extends FileView {
  /** What its box says. */
  readonly keep: string;
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly describedBy?: string | undefined;
  readonly invalid: boolean;
  readonly disabled: boolean;
}

/** Files that can only be looked at. */
export interface FilesView extends FieldView, FilesPage {}

/** The properties of {@link FilesView} that differ from page to page. */
export interface FilesPage extends FieldPage {
  readonly files: readonly FileView[];
}

/**
 * A file to choose, kept by the server while the rest of the form is mended.
 *
 *     z.object({ photos: z.array(z.file()).meta({ widget: fileInput({ multiple: true }) }) })
 *
 * Of one file the last one posted counts: one just chosen replaces the one kept. Of several all count, in order, those
 * kept first. A text is never taken for a file.
 */
export function fileInput(options: FileInputOptions = {}): Widget {
  const { multiple = false, preview = true } = options;
  return {
    options,
    template: "file-input",
    readonlyTemplate: "file-input-readonly",
    ignoresReadonly: true,
    multipart: true,
    resources: ["turnform-file-input.css", ...(preview ? ["turnform-file-input.js"] : [])],
    deserialize(_, pstruct) {
      if (pstruct === undefined) return multiple ? [] : "";
      const files = [...new Set(filesIn(pstruct))];
      return multiple ? files : (files.at(-1) ?? "");
    },
    constants(field, readonly) {
      const { node } = field;
      const [first] = node.kind === "array" ? node.children : [node];
      const required = !readonly && (node.kind === "array" ? isListRequired(field) : field.isRequired);
      return { required, accept: options.accept ?? first?.constraints.mime?.join(","), multiple, preview };
    },
    view(place) {
      const { field, readonly } = place;
      if (readonly) return { files: filesOf(place).map((file) => fileView(field, file, options)) };
      const errors = [...(place.error?.messages ?? []), ...errorsOfFiles(place)];
      const describedBy = place.describedBy(errors.length > 0);
      const kept = keptOf(place, options, describedBy);
      return { errors, describedBy, kept, needsFile: field.constants(false).required && kept.length === 0 };
    },
    inTitles: () => false,
    text: (place) =>
      filesOf(place)
        .map(({ name }) => name)
        .join(", "),
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

/** The files of a field, whether it holds one or several. */
function filesOf({ value }: WidgetPlace): File[] {
  return [value].flat().filter((file): file is File => file instanceof File);
}

function fileView(field: WidgetField, file: File, { address }: FileInputOptions): FileView {
  const text = `${file.name} (${bytesInWords(file.size, field.language.tag)})`;
  return {
    text,
    show: field.say("show"),
    showThis: field.say("showFile", { file: text }),
    address: address?.(file),
    isImage: file.type.startsWith("image/"),
  };
}

/** The files that the server has: each has an id. Others are gone, since a page can't hold them. */
function keptOf(
  place: WidgetPlace,
  options: FileInputOptions,
  describedBy: string | undefined,
): KeptFileView[] {
  const files: readonly unknown[] = Array.isArray(place.value) ? place.value : [place.value];
  return files.flatMap((file, index) => {
    if (!(file instanceof File) || !("id" in file) || typeof file.id !== "string") return [];
    const invalid = place.error?.children.has(index) ?? false;
    const view = fileView(place.field, file, options);
    return {
      ...view,
      keep: place.field.say("keepFile", { file: view.text }),
      id: `${place.id}-${index}`,
      name: UPLOAD,
      value: file.id,
      describedBy: invalid ? describedBy : undefined,
      invalid,
      disabled: options.disabled ?? false,
    };
  });
}

/** What is wrong with single files of several, by their names. */
function errorsOfFiles({ value, error }: WidgetPlace): string[] {
  return [...(error?.children ?? [])].flatMap(([key, { messages }]) => {
    const file: unknown = Array.isArray(value) ? value[Number(key)] : undefined;
    return messages.map((message) => (file instanceof File ? `${file.name}: ${message}` : message));
  });
}
