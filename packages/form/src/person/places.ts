import type { Control } from "@turnform/schema";
import { joinPath } from "@turnform/schema/tools";

type Key = string | number;

/** An open marker. */
interface Frame {
  readonly type: string;
  readonly path: readonly Key[];
  /** Number of values so far. */
  count: number;
}

/** The item that an edit button changes. */
export interface EditPlace {
  readonly list: string;
  readonly item: string;
  /** True if the button is outside of the items. */
  readonly isInList: boolean;
}

/** Follows the markers of a page, and gives each control its path. */
export class Places {
  readonly #open: Frame[] = [{ type: "mapping", path: [], count: 0 }];

  get #top(): Frame {
    return this.#open.at(-1) ?? { type: "mapping", path: [], count: 0 };
  }

  /** Opens a marker. Returns the path of its group, or undefined for a group that is no data. */
  start(value: Control[1]): string | undefined {
    const marker = typeof value === "string" ? value : "";
    const colon = marker.lastIndexOf(":");
    const type = marker.slice(colon + 1).trim();
    const path = this.#next(marker.slice(0, Math.max(colon, 0)).trim());
    this.#open.push({ type, path, count: 0 });
    return type === "ignore" ? undefined : joinPath(path);
  }

  end(): void {
    if (this.#open.length > 1) this.#open.pop();
    this.#top.count++;
  }

  /** Returns the path of the next value. */
  value(name: string): string {
    const path = joinPath(this.#next(name));
    // These controls are no items of a list.
    if (!name.startsWith("__")) this.#top.count++;
    return path;
  }

  /** Returns the path of the innermost group. */
  get group(): string {
    return joinPath(this.#top.path);
  }

  /** Returns the place of an edit button: the innermost list, and the item around the button or before it. */
  edit(): EditPlace | undefined {
    const list = this.#open.findLast(({ type }) => type === "sequence");
    if (!list) return undefined;
    const isInList = list === this.#top;
    const index = isInList ? list.count - 1 : list.count;
    return { list: joinPath(list.path), item: joinPath([...list.path, index]), isInList };
  }

  #next(name: string): readonly Key[] {
    const { type, path, count } = this.#top;
    if (type === "rename") return path;
    return [...path, type === "sequence" && !name.startsWith("__") ? count : name];
  }
}
