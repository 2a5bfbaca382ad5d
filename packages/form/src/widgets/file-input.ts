import type { Pstruct } from "@turnform/schema";
import { formatBytes } from "../languages/format-values.ts";
import type { FieldConstants, FieldPage, FieldView } from "../field/view.ts";
import { checkKind } from "./check-kind.ts";
import { holdsList, isListRequired } from "./choices.ts";
import { keepingControl, SavedFile } from "../field/saved-file.ts";
import type { Makes, Widget, WidgetField, WidgetOptions, WidgetPlace } from "../field/widget.ts";

const UPLOAD_TEXTS = [
  "uploading",
  "uploadedPart",
  "uploaded",
  "uploadCancelled",
  "uploadFailed",
  "cancel",
] as const;

/** Options of {@link fileInput}. */
export interface FileInputOptions extends WidgetOptions<FileInputView> {
  /** Files that the browser offers, such as `image/*` or `.pdf`; default the media types that the schema allows. */
  readonly accept?: string;
  /** Lets a person choose several files, for a list of files. Default: false. */
  readonly multiple?: boolean;
  /** Lists the chosen files, with small images; needs JavaScript. Default: true. */
  readonly preview?: boolean;
  /**
   * Returns the address of a saved file, or undefined for a file that was just uploaded. Default: that of a `SavedFile`. An image is
   * shown small, other files are linked. Your application must check who may open the address.
   */
  readonly address?: (file: File) => string | undefined;
}

/** A control for files, and the files that the server keeps. */
export interface FileInputView extends FieldView, FileInputConstants, FileInputPage {}

/** Constants of {@link FileInputView}. */
export interface FileInputConstants extends FieldConstants {
  readonly accept?: string | undefined;
  readonly multiple: boolean;
  readonly preview: boolean;
}

/** Page properties of {@link FileInputView}. */
export interface FileInputPage extends FieldPage {
  /** True if the browser asks for a file: one is required, and none is kept. */
  readonly needsFile: boolean;
  readonly keptFiles: readonly KeptFileView[];
}

/** A file on the server. */
export interface FileView {
  /** Name and size. */
  readonly text: string;
  readonly address?: string | undefined;
  /** Text of the link, such as `Show`. */
  readonly show: string;
  /** Text of the link for screen readers, with the file's name. */
  readonly showThis: string;
  readonly isImage: boolean;
}

/** A file kept by the server, with a checkbox to drop it. */
export interface KeptFileView extends FileView {
  /** Label of the checkbox. */
  readonly keep: string;
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly describedBy?: string | undefined;
  readonly invalid: boolean;
  readonly disabled: boolean;
}

/** Files of a readonly field. */
export interface FilesView extends FieldView, FilesPage {}

/** Page properties of {@link FilesView}. */
export interface FilesPage extends FieldPage {
  readonly files: readonly FileView[];
}

/**
 * Creates a file input. The server keeps the files while a person corrects the rest of the form.
 *
 *     z.object({ photos: z.array(z.file()).meta({ widget: fileInput({ multiple: true }) }) })
 *
 * A field for one file takes the last posted file: a chosen file replaces the kept one. A field for several files takes all
 * of them, kept files first. Texts are never read as files.
 */
export function fileInput(options: FileInputOptions = {}): Widget & Makes<File & never[] & Set<never>> {
  const { multiple = false, preview = true } = options;
  return {
    options,
    template: "file-input",
    readonlyTemplate: "file-input-readonly",
    ignoresReadonly: true,
    multipart: true,
    resources: [
      "turnform-file-input.css",
      ...(preview ? ["turnform-file-input.js"] : []),
      "turnform-upload.js",
    ],
    scriptTexts: UPLOAD_TEXTS,
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
      const keptFiles = keptFilesOf(place, options, describedBy);
      return {
        errors,
        describedBy,
        keptFiles,
        needsFile: place.constants.required && keptFiles.length === 0,
      };
    },
    check(field) {
      const [fileField = field] = holdsList(field) ? field.children : [];
      checkKind(fileField, "fileInput", ["file"]);
    },
    inTitles: () => false,
    text: (place) =>
      filesOf(place)
        .map(({ name }) => name)
        .join(", "),
  };
}

/** Returns the posted files: the items of a sequence, the files in Deform's `{ upload, uid }`, or a single file. */
function filesIn(pstruct: Pstruct): File[] {
  if (typeof pstruct === "string") return [];
  const given = pstruct instanceof File ? [pstruct] : Object.values(pstruct);
  // An empty control posts a file without name and content.
  return given.filter(
    (value): value is File => value instanceof File && (value.name !== "" || value.size > 0),
  );
}

function filesOf({ value }: WidgetPlace): File[] {
  return [value].flat().filter((file): file is File => file instanceof File);
}

function fileView(field: WidgetField, file: File, { address }: FileInputOptions): FileView {
  const text = `${file.name} (${formatBytes(file.size, field.language.tag)})`;
  return {
    text,
    show: field.say("show"),
    showThis: field.say("showFile", { file: text }),
    address: address ? address(file) : savedAddress(file),
    isImage: file.type.startsWith("image/"),
  };
}

function savedAddress(file: File): string | undefined {
  return file instanceof SavedFile ? file.address : undefined;
}

/** Returns the files kept by the server, which have an id. A page can't keep files without an id. */
function keptFilesOf(
  place: WidgetPlace,
  options: FileInputOptions,
  describedBy: string | undefined,
): KeptFileView[] {
  const files: readonly unknown[] = Array.isArray(place.value) ? place.value : [place.value];
  return files.flatMap((file, index) => {
    const control = file instanceof File ? keepingControl(file) : undefined;
    if (!(file instanceof File) || !control) return [];
    const invalid = place.error?.children.has(index) ?? false;
    const view = fileView(place.field, file, options);
    return {
      ...view,
      keep: place.field.say("keepFile", { file: view.text }),
      id: `${place.id}-${index}`,
      ...control,
      describedBy: invalid ? describedBy : undefined,
      invalid,
      disabled: options.disabled ?? false,
    };
  });
}

/** Returns the errors of single files, each with the file's name. */
function errorsOfFiles({ value, error }: WidgetPlace): string[] {
  return [...(error?.children ?? [])].flatMap(([key, { messages }]) => {
    const file: unknown = Array.isArray(value) ? value[Number(key)] : undefined;
    return messages.map((message) => (file instanceof File ? `${file.name}: ${message}` : message));
  });
}
