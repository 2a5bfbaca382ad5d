import { type Pstruct, type PstructMapping, strip } from "@turnform/schema";
import { isMapping, partOf } from "../field/cstruct.ts";
import type { Field } from "../field/field.ts";
import type { WidgetMessageId } from "../languages/english-texts.ts";
import { containerOf } from "../read/container.ts";
import { newValue } from "../read/new-value.ts";
import { parseCsv } from "./csv.ts";

/** Most rows of one text. */
const MOST_ROWS = 1000;

type Path = readonly (string | number)[];

/** The items made from a text, or the reason why none were made. */
export type PasteResult =
  | {
      readonly ok: true;
      /** The post with the new items. */
      readonly pstruct: PstructMapping;
      readonly pasted: PastedItems;
    }
  | PasteFault;

/** A text of which no items can be made. */
interface PasteFault {
  readonly ok: false;
  readonly code: WidgetMessageId;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Items made from a text. */
export interface PastedItems {
  /** Path of the first new item. */
  readonly first: Path;
  /** The field to focus in it. */
  readonly column: Field;
  /** Texts of the cells by the path of their field as JSON, without empty ones. */
  readonly cells: ReadonlyMap<string, string>;
  /** Cells with a text that means nothing to their widget. */
  readonly unread: readonly { readonly path: Path; readonly text: string; readonly field: Field }[];
}

/**
 * Returns the fields of an item that a row of text fills, in order: single values that a person can edit, except files and secrets.
 *
 * @param item A mapping or a single value; other items have no such fields
 */
export function pasteColumns(item: Field): readonly Field[] {
  const isLeaf = item.children.length === 0;
  if (!isLeaf && containerOf(item)?.fitsRow !== true) return [];
  return (isLeaf ? [item] : item.children).filter(
    ({ children, isFixed, widget }) =>
      children.length === 0 && !isFixed && !widget.multipart && !widget.secret && !widget.options?.hidden,
  );
}

/**
 * Makes items from rows of text, at the end of a list. They replace an empty last item.
 *
 * Tabs, semicolons or commas are between the cells: the first of these in the first line. A first line with titles or names of fields
 * gives the order of the cells.
 *
 * @param path Path of the list
 * @returns undefined if there is no list that accepts text
 */
export function pasteRows(
  root: Field,
  pstruct: PstructMapping,
  path: Path,
  text: string,
): PasteResult | undefined {
  const list = listAt(root, pstruct, path);
  if (!list) return undefined;
  const { field, items } = list;
  const columns = pasteColumns(field.item);
  const result = parseCsv(text, { delimiter: columns.length === 1 ? "\t" : delimiterOf(text) });
  if (!result.ok) return fault("csvQuotesInLine", { line: result.line });

  const lines = result.rows.map((row) => row.map(strip));
  const header = headerOf(lines[0] ?? [], columns);
  const order = header ?? columns;
  const rows = (header ? lines.slice(1) : lines).filter((row) => row.some((cell) => cell !== ""));
  if (rows.length === 0) return fault("noRows");
  const long = lines.findIndex((row) => row.findLastIndex((cell) => cell !== "") >= order.length);
  if (long !== -1) return fault("tooManyColumns", { line: long + 1, max: order.length });
  const blank = newValue(field.item);
  const kept = items.length > 0 && isEmpty(items.at(-1), blank) ? items.slice(0, -1) : items;
  const room = (field.node.constraints.maxLength ?? Infinity) - kept.length;
  const max = Math.max(0, Math.min(room, MOST_ROWS));
  if (rows.length > max) return fault("tooManyRows", { count: rows.length, max });

  const cells = new Map<string, string>();
  const unread: PastedItems["unread"][number][] = [];
  const made = rows.map((row, index) => {
    const at = [...path, kept.length + index];
    const read = (column: Field, cell: string): Pstruct => {
      const where = column === field.item ? at : [...at, column.node.name];
      if (cell !== "") cells.set(JSON.stringify(where), cell);
      const post = column.widget.fromText ? column.widget.fromText(column, cell) : cell;
      if (post === undefined) unread.push({ path: where, text: cell, field: column });
      return post ?? "";
    };
    const texts = new Map(order.map((column, position) => [column, row[position] ?? ""]));
    return columns[0] === field.item
      ? read(field.item, row[0] ?? "")
      : itemPost(field.item, blank, (column) => {
          const cell = texts.get(column);
          return cell === undefined ? undefined : read(column, cell);
        });
  });
  const [column = field.item] = order;
  const pasted = { first: [...path, kept.length], column, cells, unread };
  return { ok: true, pstruct: replaced(pstruct, path, [...kept, ...made]), pasted };
}

function fault(code: WidgetMessageId, values: PasteFault["values"] = {}): PasteFault {
  return { ok: false, code, values };
}

/** Finds the list at a path of a post, with its posted items. */
function listAt(
  root: Field,
  pstruct: PstructMapping,
  path: Path,
): { field: Field; items: readonly Pstruct[] } | undefined {
  let field: Field | undefined = root;
  let value: Pstruct | undefined = pstruct;
  for (const key of path) {
    field = field.child(key, value);
    value = partIn(value, key);
    if (!field || field.isFixed) return undefined;
  }
  if (containerOf(field)?.paste !== true || !Array.isArray(value)) return undefined;
  return { field, items: value };
}

function delimiterOf(text: string): string {
  const [line = ""] = text.split("\n", 1);
  return ["\t", ";"].find((delimiter) => line.includes(delimiter)) ?? ",";
}

/** Returns the fields named by a line of titles or names, in its order; undefined for any other line. */
function headerOf(line: readonly string[], columns: readonly Field[]): readonly Field[] | undefined {
  const byName = new Map(
    columns.flatMap((column) => [column.node.name, column.title].map((name) => [name.toLowerCase(), column])),
  );
  const named = line.flatMap((cell) => byName.get(cell.toLowerCase()) ?? []);
  return named.length > 0 && new Set(named).size === line.length ? named : undefined;
}

/** Returns true for a posted item in which nothing is typed: its texts are empty or those of a blank item. */
function isEmpty(item: unknown, blank: unknown): boolean {
  if (isMapping(item))
    return Object.entries(item).every(([name, part]) => isEmpty(part, partOf(blank, name)));
  if (Array.isArray(item)) return item.length === 0;
  return item === "" || (typeof item === "string" && item === blank);
}

/** Returns the post of a new mapping. Fields without a cell post the texts of a blank item. */
function itemPost(item: Field, blank: unknown, read: (column: Field) => Pstruct | undefined): PstructMapping {
  const post: Record<string, Pstruct> = Object.create(null);
  for (const child of item.children) {
    const { name } = child.node;
    const initial = partOf(blank, name);
    const value = read(child) ?? (typeof initial === "string" ? initial : undefined);
    if (value !== undefined) post[name] = value;
  }
  return post;
}

/** Returns the part of a post at a key. */
function partIn(post: Pstruct | undefined, key: string | number): Pstruct | undefined {
  if (Array.isArray(post)) return post[Number(key)];
  return isPostMapping(post) && Object.hasOwn(post, key) ? post[key] : undefined;
}

function isPostMapping(post: Pstruct | undefined): post is PstructMapping {
  return isMapping(post);
}

/** Returns a copy of a post with other items in the list at a path. */
function replaced(post: PstructMapping, path: Path, items: readonly Pstruct[]): PstructMapping {
  const [name = "", ...rest] = path;
  return Object.assign(Object.create(null), post, { [name]: replacedIn(partIn(post, name), rest, items) });
}

function replacedIn(post: Pstruct | undefined, path: Path, items: readonly Pstruct[]): Pstruct {
  const [key, ...rest] = path;
  if (key !== undefined && Array.isArray(post))
    return post.with(Number(key), replacedIn(partIn(post, key), rest, items));
  return isPostMapping(post) ? replaced(post, path, items) : items;
}
