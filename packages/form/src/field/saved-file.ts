import { SAVED, UPLOAD } from "./reserved-names.ts";

/** Facts about a file that an application has saved. */
export interface SavedFileDetails {
  /** The application's own key of the file. It is in the page. Nobody gets a file by it who can't load the record. */
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Media type. Default: `""`. */
  readonly type?: string;
  /** Address of the file, for a link or a small image. Your application must check who may open it. Default: none. */
  readonly address?: string | undefined;
}

/**
 * A file that the application saved earlier, as a value for `load`. The form shows it with its size, a link and a ticked box to keep it.
 *
 *     load: () => ({ cover: new SavedFile({ id: "7", name: "cover.png", size: 2048, type: "image/png" }) })
 *
 * In the value for `save`, a kept file is the same `SavedFile`, a new file is another `File`, and a removed file is missing. The object
 * has no content: read it from your own storage.
 */
export class SavedFile extends File {
  readonly id: string;
  readonly address: string | undefined;
  declare readonly size: number;

  constructor({ id, name, size, type = "", address }: SavedFileDetails) {
    super([], name, { type, lastModified: 0 });
    this.id = id;
    this.address = address;
    Object.defineProperty(this, "size", { value: size, enumerable: true });
  }

  /** @throws TypeError because the content is in the application's storage */
  override stream(): never {
    throw noContent(this);
  }

  /** @throws TypeError because the content is in the application's storage */
  override arrayBuffer(): never {
    throw noContent(this);
  }

  /** @throws TypeError because the content is in the application's storage */
  override text(): never {
    throw noContent(this);
  }

  /** @throws TypeError because the content is in the application's storage */
  override slice(): never {
    throw noContent(this);
  }
}

/** Returns the control that keeps a file; undefined for a file that the server does not keep. */
export function keepingControl(file: File): { readonly name: string; readonly value: string } | undefined {
  if (!("id" in file) || typeof file.id !== "string") return undefined;
  return { name: file instanceof SavedFile ? SAVED : UPLOAD, value: file.id };
}

function noContent({ name, id }: SavedFile): TypeError {
  return new TypeError(
    `The saved file ${JSON.stringify(name)} holds no content. Read it from your own storage, by its id ${JSON.stringify(id)}`,
  );
}
