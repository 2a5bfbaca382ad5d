import { z } from "zod";
import { type Containment, Parts } from "../containment.ts";
import type { SchemaNode } from "../node.ts";
import { ANY_NAME, ANY_POSITION } from "../paths/edge.ts";
import { definitionOf, isType } from "../zod/definition.ts";
import { containmentOf, insidesOf, partsOf } from "../zod/type-parts.ts";
import type { ValueShape } from "./value-shape.ts";

/** A schema in any form: a zod type, a compiled schema or one of its nodes. */
export type Root = z.core.$ZodType | SchemaNode | { readonly node: SchemaNode };

/** Possible types of the data at a path, without wrappers and unions. */
export class TypeSet {
  readonly #types: readonly TypeInSet[];
  /** The shapes of values with parts: none, one or two. */
  readonly shapes: readonly ValueShape[];
  /** The shape of values with parts. Undefined if no type has parts, or their shapes differ. */
  readonly shape: ValueShape | undefined;
  /** True if the schema allows anything here: `z.any()` or the result of a function. */
  readonly isOpen: boolean;
  /** True if all types have the shape. */
  readonly #isOfShape: boolean;

  constructor(types: readonly TypeInSet[]) {
    const shapes = [...new Set(types.flatMap(({ shape }) => shape ?? []))];
    const shape = shapes.length === 1 ? shapes[0] : undefined;
    this.#types = types;
    this.shapes = shapes;
    this.shape = shape;
    this.isOpen = types.some(({ isOpen }) => isOpen);
    this.#isOfShape = types.every((type) => type.shape === shape);
  }

  /**
   * Returns the shape of a value with parts. An application's own objects have parts only where nothing else is allowed.
   *
   * @returns undefined if the value is compared and written as a whole
   */
  shapeOf(value: unknown): ValueShape | undefined {
    const { shape } = this;
    return shape?.fits(value, this.#isOfShape) ? shape : undefined;
  }

  /** Splits a value into its parts. A whole value has none. */
  split(value: unknown): ReturnType<ValueShape["split"]> {
    return this.shapeOf(value)?.split(value) ?? [];
  }

  /**
   * Returns the types at a name or position.
   *
   * @returns undefined if the schema has nothing there
   */
  child(key: string | number): TypeSet | undefined {
    const children: TypeSet[] = [];
    for (const type of this.#types) {
      const child = type.child(key);
      if (child) children.push(child);
    }
    if (children.length === 0) return this.isOpen ? anything : undefined;
    if (children.length === 1) return children[0];
    // Without duplicates: several options that contain the union itself would double the types at each level.
    return new TypeSet([...new Set(children.flatMap((child) => child.#types))]);
  }
}

/** A type that is neither a wrapper nor a union, with its parts. */
class TypeInSet {
  readonly shape: ValueShape | undefined;
  readonly isOpen: boolean;
  readonly #type: z.core.$ZodType;
  readonly #containment: Containment;
  readonly #others: z.core.$ZodType | undefined;
  #parts: Parts<TypeSet> | undefined;

  constructor(type: z.core.$ZodType) {
    const { containment, others, isOpen = false } = containmentOf(type);
    this.#type = type;
    this.#containment = containment;
    this.#others = others;
    this.shape = containment.shape;
    this.isOpen = isOpen;
  }

  child(key: string | number): TypeSet | undefined {
    if (!this.shape) return undefined;
    this.#parts ??= partsWithNames(this.#type);
    const others = this.#others;
    const child = this.#containment.child(this.#parts, key) ?? (others && typeSetOfType(others));
    return child === never ? undefined : child;
  }
}

function partsWithNames(type: z.core.$ZodType): Parts<TypeSet> {
  return new Parts(
    partsOf(type).flatMap(([edge, part]) => {
      if (edge === ANY_POSITION || edge === ANY_NAME) return [["*", typeSetOfType(part)] as const];
      return typeof edge === "string" ? [[edge, typeSetOfType(part)] as const] : [];
    }),
  );
}

/** Returns the types at the root of a schema. */
export function typeSetOf(root: Root): TypeSet {
  if (isType(root)) return typeSetOfType(root);
  return typeSetOfType("node" in root ? root.node.type : root.type);
}

const typeSets = new WeakMap<z.core.$ZodType, TypeSet>();
const types = new WeakMap<z.core.$ZodType, TypeInSet>();

/** The set for a place without values. */
const never = new TypeSet([]);
const anything = typeSetOfType(/* @__PURE__ */ z.unknown());

function typeSetOfType(type: z.core.$ZodType): TypeSet {
  if (definitionOf(type).type === "never") return never;
  const existing = typeSets.get(type);
  if (existing) return existing;
  const made = new TypeSet(membersOf(type));
  typeSets.set(type, made);
  return made;
}

/** Returns the types inside wrappers and unions. */
function membersOf(type: z.core.$ZodType): readonly TypeInSet[] {
  const seen = new Set([type]);
  const found: TypeInSet[] = [];
  for (const member of seen) {
    const insides = insidesOf(member);
    if (insides.length === 0) found.push(inSet(member));
    for (const inside of insides) seen.add(inside);
  }
  return found;
}

/** Returns the same object for the same type, so that a `Set` removes duplicates. */
function inSet(type: z.core.$ZodType): TypeInSet {
  const found = types.get(type) ?? new TypeInSet(type);
  types.set(type, found);
  return found;
}
