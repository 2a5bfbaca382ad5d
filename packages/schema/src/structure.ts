import { bare } from "./bare.ts";
import type { Control } from "./control.ts";
import type { Pstruct, PstructMapping } from "./pstruct.ts";
import { strip } from "./strip.ts";
import type { StructureError, StructureErrorCode } from "./structure-error.ts";

/** What a pressed edit button asks for: a change of a sequence's item, or to `choose` the case of a union. */
type EditOperation = "add" | "duplicate" | "remove" | "up" | "down" | "choose";

/** An edit asked for by a submit button named `__edit__`; its place among the controls says where. */
export interface Edit {
  readonly op: EditOperation;
  /** Names and positions from the root to the sequence; for `choose` to the innermost open marker. */
  readonly path: readonly (string | number)[];
  /** Position in the sequence of the item meant; -1 where there is none. `add` and `duplicate` go after it. */
  readonly index: number;
}

/** Limits of {@link structure}, each finite. */
export interface StructureOptions {
  /** Levels of open markers, default 100. */
  readonly maxDepth?: number;
  /** Number of controls, default 100,000. */
  readonly maxControls?: number;
  /**
   * Slots in mappings for names that are numbers, default 1,000,000. Engines keep such values in a table, so a mapping of the
   * one name `999` takes up 1,000 slots, in each copy of it.
   */
  readonly maxSlots?: number;
}

/** The pstruct, with the edit that was asked for, or the first thing wrong with the markers. */
export type StructureResult =
  | { readonly ok: true; readonly pstruct: PstructMapping; readonly edit?: Edit }
  | { readonly ok: false; readonly error: StructureError };

const OPERATIONS: ReadonlySet<string> = new Set<EditOperation>([
  "add",
  "duplicate",
  "remove",
  "up",
  "down",
  "choose",
]);

/** An open marker: it collects values until its end marker comes. */
abstract class Frame {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  /** Takes a value, and returns the number of slots that its name adds to the mapping. */
  abstract add(name: string, value: Pstruct): number;

  /** Hands what was collected to the frame around this one, and returns the number of slots added there. */
  abstract close(outer: Frame): number;

  /** The key that the next value gets inside this frame; undefined where that depends on the value's own name. */
  get nextKey(): number | undefined {
    return undefined;
  }
}

class MappingFrame extends Frame {
  readonly mapping: Record<string, Pstruct> = bare();
  readonly #names: string[];
  #count = 0;
  #slots = 0;

  /** @param names Names of the last mapping with the same marker, in order; replaced by the names of this one */
  constructor(name: string, names: string[] = []) {
    super(name);
    this.#names = names;
  }

  add(name: string, value: Pstruct): number {
    // An equal text that has been a key is found faster: without it, bodies became structures at 0.89 of the speed (10 people)
    const last = this.#names[this.#count];
    const key = last === name ? last : name;
    this.mapping[key] = value;
    this.#names[this.#count++] = key;
    if (!isSlot(name)) return 0;
    const added = Math.max(Number(name) + 1 - this.#slots, 0);
    this.#slots += added;
    return added;
  }

  close(outer: Frame): number {
    return outer.add(this.name, this.mapping);
  }
}

class SequenceFrame extends Frame {
  readonly items: Pstruct[] = [];

  add(_: string, value: Pstruct): number {
    this.items.push(value);
    return 0;
  }

  close(outer: Frame): number {
    return outer.add(this.name, this.items);
  }

  override get nextKey(): number {
    return this.items.length;
  }
}

class RenameFrame extends Frame {
  #first: Pstruct | undefined;

  add(_: string, value: Pstruct): number {
    this.#first ??= value;
    return 0;
  }

  close(outer: Frame): number {
    return outer.add(this.name, this.#first ?? "");
  }
}

class IgnoreFrame extends Frame {
  add(): number {
    return 0;
  }

  close(): number {
    return 0;
  }
}

/** Returns true for a number up to 9999: engines keep a slot for it, and for all below it. Larger ones are kept one by one. */
function isSlot(name: string): boolean {
  // Most names begin with a letter. Without this check bodies became structures at 0.86 of the speed (1,000 people)
  const first = name.charCodeAt(0);
  return first >= 0x30 && first <= 0x39 && /^(?:0|[1-9]\d{0,3})$/.test(name);
}

type FrameType = new (name: string, names: string[]) => Frame;

const FRAMES: ReadonlyMap<string, FrameType> = new Map<string, FrameType>([
  ["mapping", MappingFrame],
  ["sequence", SequenceFrame],
  ["rename", RenameFrame],
  ["ignore", IgnoreFrame],
]);

/**
 * Rebuilds nested data from the controls of a form post.
 *
 *     [['__start__', 'at:mapping'], ['day', '10'], ['__end__', 'at:mapping']]
 *     // → { at: { day: '10' } }
 *
 * Iterative. The time is linear in the controls, and in the slots of names that are numbers. In a mapping the last of several equal
 * names wins, in a sequence only the order counts.
 *
 * @param controls Name/value pairs in document order; repeats are kept
 * @param options Limits on depth, controls and slots
 * @returns the pstruct and the edit asked for, if any, or an error where a start marker names no known type, the
 *   markers don't balance, an edit is not one or stands outside every sequence, or a limit is passed
 * @see Peppercorn's marker protocol
 */
export function structure(controls: Iterable<Control>, options: StructureOptions = {}): StructureResult {
  const { maxDepth = 100, maxControls = 100_000, maxSlots = 1_000_000 } = options;
  const root = new MappingFrame("");
  const open: Frame[] = [root];
  const markers = new Map<Control[1], Marker>();
  let top: Frame = root;
  let edit: Edit | undefined;
  let index = 0;
  let slots = 0;
  const fail = (code: StructureErrorCode, message: string): StructureResult => ({
    ok: false,
    error: { code, message, index },
  });

  for (const [name, value] of controls) {
    if (index >= maxControls) {
      return fail("too-many-controls", `The form has more than ${maxControls} controls`);
    }
    if (name === "__start__") {
      // A marker's text is read once: read each time, bodies became structures at 0.89 of the speed (10 people)
      let marker = markers.get(value);
      if (!marker) markers.set(value, (marker = readMarker(value)));
      if (!marker.frame) {
        return fail(
          "unknown-start",
          `Control ${index} starts a "${shorten(marker.type)}"; expected mapping, sequence, rename or ignore`,
        );
      }
      if (open.length > maxDepth) {
        return fail("too-deep", `Control ${index} is nested deeper than ${maxDepth} levels`);
      }
      top = new marker.frame(marker.name, marker.names);
      open.push(top);
    } else if (name === "__end__") {
      const outer = open.at(-2);
      if (!outer) return fail("too-many-ends", `Control ${index} is an end marker, but nothing is open`);
      slots += top.close(outer);
      open.pop();
      top = outer;
    } else if (name === "__edit__") {
      if (edit) return fail("repeated-edit", `Control ${index} is a second edit; a press sends one`);
      if (!isOperation(value)) {
        return fail(
          "unknown-edit",
          `Control ${index} asks for an unknown edit; expected ${[...OPERATIONS].join(", ")}`,
        );
      }
      const place = editPlace(value, open);
      if (!place) {
        return fail("misplaced-edit", `Control ${index} is an edit outside of whatever it could change`);
      }
      edit = { op: value, ...place };
    } else {
      slots += top.add(name, value);
    }
    if (slots > maxSlots) {
      return fail(
        "too-many-slots",
        `Names that are numbers take up more than ${maxSlots} slots, at control ${index}; use a sequence for items`,
      );
    }
    index++;
  }
  if (top !== root) {
    return fail(
      "not-enough-ends",
      `"${shorten(top.name)}" is started but not ended; ${open.length - 1} end markers are missing`,
    );
  }
  const { mapping: pstruct } = root;
  return edit ? { ok: true, pstruct, edit } : { ok: true, pstruct };
}

/** What a start marker says. */
interface Marker {
  readonly name: string;
  readonly type: string;
  /** What it opens; undefined where the type is unknown. */
  readonly frame: FrameType | undefined;
  /** Names of the last mapping that it opened, in order. */
  readonly names: string[];
}

function readMarker(value: Control[1]): Marker {
  if (typeof value !== "string") return { name: "", type: "file", frame: undefined, names: [] };
  const colon = value.lastIndexOf(":");
  const type = strip(value.slice(colon + 1));
  return { name: strip(value.slice(0, Math.max(colon, 0))), type, frame: FRAMES.get(type), names: [] };
}

function isOperation(value: string | File): value is EditOperation {
  return typeof value === "string" && OPERATIONS.has(value);
}

/** The innermost open sequence and its item in which an edit stands, or else the last one before it. */
function editPlace(op: EditOperation, open: readonly Frame[]): Pick<Edit, "path" | "index"> | undefined {
  const innermost = open.length - 1;
  const at = op === "choose" ? innermost : open.findLastIndex((frame) => frame instanceof SequenceFrame);
  if (at < 1) return undefined;
  const path = open.slice(1, at + 1).map((frame, i) => open[i]?.nextKey ?? frame.name);
  const count = open[at]?.nextKey ?? 0;
  if (op === "choose") return { path, index: -1 };
  return { path, index: at === innermost ? count - 1 : count };
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
