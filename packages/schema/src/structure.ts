import { bare } from "./bare.ts";
import type { Control } from "./control.ts";
import { INCLUDED, markAsPosted } from "./left-out.ts";
import type { Pstruct, PstructMapping } from "./pstruct.ts";
import { strip } from "./strip.ts";
import type { StructureError, StructureErrorCode } from "./structure-error.ts";

/**
 * An operation of an edit button: a change of a sequence, `choose` for the option of a union, or `refresh`, which changes nothing. `check`
 * comes from a script, which asks for the errors of the whole form.
 */
type EditOperation =
  | "add"
  | "duplicate"
  | "remove"
  | "up"
  | "down"
  | "choose"
  | "paste"
  | "refresh"
  | "check";

/** An edit requested by a submit button named `__edit__`. The button's place among the controls selects the sequence. */
export interface Edit {
  readonly op: EditOperation;
  /**
   * Kind of the item to add, such as the tag of a union's case: `add:circle`. An empty text is the kind of the item before: `add:`.
   * Undefined if the person chooses it later.
   */
  readonly kind?: string;
  /** Names and positions from the root to the sequence, or for `choose` to the innermost open marker. Empty for a `choose` outside of every marker, and for `check`. */
  readonly path: readonly (string | number)[];
  /** Position of the item in the sequence, or -1 if there is no item. `add` and `duplicate` insert after it. */
  readonly index: number;
}

/** A text in the control `__paste__` of a sequence. The edit `paste` makes items from it; it is no item itself. */
interface PastedText {
  /** Names and positions from the root to the sequence. */
  readonly path: readonly (string | number)[];
  readonly text: string;
}

/** Limits of {@link structure}. */
export interface StructureOptions {
  /** Levels of open markers, default 100. */
  readonly maxDepth?: number;
  /** Number of controls, default 100,000. */
  readonly maxControls?: number;
  /**
   * Number of slots in mappings for names that are numbers, default 1,000,000. JavaScript engines keep such values in a
   * table: a mapping with the single name `999` takes up 1,000 slots, and so does each copy.
   */
  readonly maxSlots?: number;
}

/** The pstruct with the requested edit, or the first error in the markers. */
export type StructureResult =
  | {
      readonly ok: true;
      readonly pstruct: PstructMapping;
      readonly edit?: Edit;
      /** The texts of the controls `__paste__`, except empty ones. */
      readonly pasted?: readonly PastedText[];
    }
  | { readonly ok: false; readonly error: StructureError };

const OPERATIONS: ReadonlySet<string> = new Set<EditOperation>([
  "add",
  "duplicate",
  "remove",
  "up",
  "down",
  "choose",
  "paste",
  "refresh",
  "check",
]);

/** An open marker. It collects values until its end marker. */
abstract class Frame {
  readonly name: string;
  /** Value of the control that includes the group, or leaves it out. */
  included: Control[1] | undefined;

  constructor(name: string) {
    this.name = name;
  }

  /** Adds a value. Returns the number of slots that its name takes up. */
  abstract add(name: string, value: Pstruct): number;

  /** Passes the collected value to the outer frame. Returns the number of slots added there. */
  abstract close(outer: Frame): number;

  /** Position of the next value in a sequence. Undefined for other frames. */
  get nextKey(): number | undefined {
    return undefined;
  }
}

class MappingFrame extends Frame {
  readonly mapping: Record<string, Pstruct> = bare();
  readonly #names: string[];
  #count = 0;
  #slots = 0;

  /** @param names Names of the last mapping with the same marker, in order. This mapping overwrites them */
  constructor(name: string, names: string[] = []) {
    super(name);
    this.#names = names;
  }

  add(name: string, value: Pstruct): number {
    // A text that was a key before is looked up faster. Without this, bodies were read at 0.89 of the speed (10 people).
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
    return outer.add(this.name, markAsPosted(this.mapping, this.included));
  }
}

class SequenceFrame extends Frame {
  readonly items: Pstruct[] = [];

  add(_: string, value: Pstruct): number {
    this.items.push(value);
    return 0;
  }

  close(outer: Frame): number {
    return outer.add(this.name, markAsPosted(this.items, this.included));
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

/** Returns true for a number from 0 to 9999. Engines reserve slots for it and all smaller numbers. Larger numbers take a single slot. */
function isSlot(name: string): boolean {
  // Most names begin with a letter. Without this check, `structure()` ran at 0.86 of the speed (a body with 1,000 people)
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
 * The time is linear in the controls and in the slots of names that are numbers. If a name repeats in a mapping, the
 * last value wins. In a sequence only the order counts. The control `__included__` is no value: it marks the list or mapping around it
 * as left out, or as included.
 *
 * @param controls Name/value pairs in document order
 * @returns the pstruct and the requested edit, if any; or an error if a start marker has an unknown type, the markers
 *   don't balance, an edit is unknown, repeated, or outside of every list and union, or a limit is exceeded
 * @see Peppercorn's marker protocol
 */
export function structure(controls: Iterable<Control>, options: StructureOptions = {}): StructureResult {
  const { maxDepth = 100, maxControls = 100_000, maxSlots = 1_000_000 } = options;
  const root = new MappingFrame("");
  const open: Frame[] = [root];
  const markers = new Map<Control[1], Marker>();
  let top: Frame = root;
  let edit: Edit | undefined;
  const pasted: PastedText[] = [];
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
      // Each marker text is parsed once. Without this cache, bodies were read at 0.89 of the speed (10 people).
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
      const { op, kind, field } = readOperation(value);
      if (op === undefined) {
        return fail(
          "unknown-edit",
          `Control ${index} asks for an unknown edit; expected ${[...OPERATIONS].join(", ")}`,
        );
      }
      const place = editPlace(op, open, field);
      if (!place) {
        return fail(
          "misplaced-edit",
          `Control ${index} is an edit outside of every list; move the button inside`,
        );
      }
      edit = { op, ...(kind !== undefined && { kind }), ...place };
    } else if (name === INCLUDED) {
      top.included = value;
    } else if (name === "__paste__" && top instanceof SequenceFrame) {
      if (typeof value === "string" && strip(value) !== "") pasted.push({ path: pathOf(open), text: value });
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
    const missing = open.length === 2 ? "1 end marker is" : `${open.length - 1} end markers are`;
    return fail("not-enough-ends", `"${shorten(top.name)}" is started but not ended; ${missing} missing`);
  }
  const { mapping: pstruct } = root;
  return { ok: true, pstruct, ...(edit && { edit }), ...(pasted.length > 0 && { pasted }) };
}

/** A parsed start marker. */
interface Marker {
  readonly name: string;
  readonly type: string;
  /** Undefined if the type is unknown. */
  readonly frame: FrameType | undefined;
  /** Names of the last mapping with this marker, in order. */
  readonly names: string[];
}

function readMarker(value: Control[1]): Marker {
  if (typeof value !== "string") return { name: "", type: "file", frame: undefined, names: [] };
  const colon = value.lastIndexOf(":");
  const type = strip(value.slice(colon + 1));
  return { name: strip(value.slice(0, Math.max(colon, 0))), type, frame: FRAMES.get(type), names: [] };
}

/** Start of the value of a button that adds an item of a kind. */
const ADD_KIND = "add:";

/** Start of the value of a button that draws the page again, before the name of its field. */
const REFRESH_FIELD = "refresh:";

/** Parses the value of an edit button. An unknown operation is undefined. */
function readOperation(value: Control[1]): {
  readonly op?: EditOperation;
  readonly kind?: string;
  readonly field?: string;
} {
  if (typeof value !== "string") return {};
  if (value.startsWith(ADD_KIND)) return { op: "add", kind: value.slice(ADD_KIND.length) };
  if (value.startsWith(REFRESH_FIELD)) return { op: "refresh", field: value.slice(REFRESH_FIELD.length) };
  return isOperation(value) ? { op: value } : {};
}

function isOperation(value: string): value is EditOperation {
  return OPERATIONS.has(value);
}

/**
 * Returns the path of the innermost open sequence, and the index of the item around the button or before it. For `choose`, returns the path
 * of the innermost open marker, or of the form itself. For `refresh`, the path ends with the button's field.
 */
function editPlace(
  op: EditOperation,
  open: readonly Frame[],
  field?: string,
): Pick<Edit, "path" | "index"> | undefined {
  if (op === "refresh")
    return { path: [...pathOf(open), ...(field === undefined ? [] : [field])], index: -1 };
  if (op === "check") return { path: [], index: -1 };
  if (op === "choose") return { path: pathOf(open), index: -1 };
  const at = open.findLastIndex((frame) => frame instanceof SequenceFrame);
  if (at < 1) return undefined;
  const count = open[at]?.nextKey ?? 0;
  return { path: pathOf(open.slice(0, at + 1)), index: at === open.length - 1 ? count - 1 : count };
}

/** Returns the names and positions of open frames, without the root. The value in a rename marker has the marker's name. */
function pathOf(open: readonly Frame[]): (string | number)[] {
  return open.slice(1).flatMap((frame, i) => {
    const outer = open[i];
    return outer instanceof RenameFrame ? [] : (outer?.nextKey ?? frame.name);
  });
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
