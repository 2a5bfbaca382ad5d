import type { z } from "zod";
import type { DynamicPath } from "./paths.ts";

/** Kinds of blocks. A section of tabs is drawn as a panel. */
export type BlockKind = "section" | "row" | "columns" | "column" | "tabs" | "details";

/**
 * The order of an object's fields, in blocks. Fields without a place follow in the schema's order. `Name` is the union of the names of
 * the fields. `path()` marks a computed name.
 */
export type Arrangement<Name extends string = string> = readonly (
  | Name
  | DynamicPath
  | FittingBlock<{ readonly [N in Name]: never }>
)[];

/** An arrangement of the fields of a schema. */
export type ArrangementOf<S> = readonly (NameIn<S> | DynamicPath | FittingBlock<InputOf<S>>)[];

// With `infer`, the compiler compares these types by their structure: options for any schema then fit each schema.
type InputOf<S> = S extends { readonly _zod: { readonly input: infer Input } }
  ? string extends keyof Input
    ? unknown
    : Input
  : unknown;
type NameIn<S> = S extends { readonly _zod: { readonly input: infer Input } }
  ? Extract<keyof Input, string>
  : string;

/** Fields drawn together. A block changes neither their values nor their names. */
export interface Block<Name extends string = string>
  extends FittingBlock<DataOf<Name> & (string extends Name ? never : unknown)>, BlockOptions {
  readonly label?: string;
  readonly content: readonly unknown[];
}

/** A section of an arrangement. */
export interface Section<Name extends string = string> extends Block<Name> {
  readonly kind: "section";
}

/** A block for the fields of an object. */
interface FittingBlock<Data> {
  readonly kind: BlockKind;
  /** Never set: it exists for the compiler alone. The names in a block follow from the object, so editors complete them. */
  readonly of?: Data | null | undefined;
}

type DataOf<Name extends string> = { readonly [N in Name]: never };

/** Options of every block. */
export interface BlockOptions {
  /** Classes of the block's element. */
  readonly cssClass?: string;
}

/** Options of {@link details}. */
export interface DetailsOptions extends BlockOptions {
  /** Shows the block open at first. Default: false. */
  readonly open?: boolean;
}

/**
 * Groups fields under a heading.
 *
 *     createForm(Person, { arrange: [section("Who you are", ["name", "email"]), row(["zip", "city"])] })
 *
 * @param label Text of the heading
 * @param content Names of fields, and blocks
 */
export function section<Name extends string = string>(
  label: string,
  content: Arrangement<NoInfer<Name>>,
  options: BlockOptions = {},
): Section<Name> {
  return { ...options, kind: "section", label, content };
}

/** Puts fields side by side, if there is room. */
export function row<Name extends string = string>(
  content: Arrangement<NoInfer<Name>>,
  options: BlockOptions = {},
): Block<Name> {
  return { ...options, kind: "row", content };
}

/**
 * Puts columns of fields side by side, if there is room.
 *
 *     columns([["name", "email"], ["street", row(["zip", "city"])]])
 *
 * @param content The fields of each column
 */
export function columns<Name extends string = string>(
  content: readonly Arrangement<NoInfer<Name>>[],
  options: BlockOptions = {},
): Block<Name> {
  return {
    ...options,
    kind: "columns",
    content: content.map((inner) => ({ kind: "column", content: inner })),
  };
}

/**
 * Shows one section at a time, with a tab for each. Without JavaScript all sections are shown.
 *
 *     tabs([section("Person", ["name"]), section("Company", ["vat"])])
 */
export function tabs<Name extends string = string>(
  content: readonly (Arrangement<NoInfer<Name>>[number] & Pick<Section, "kind">)[],
  options: BlockOptions = {},
): Block<Name> {
  return { ...options, kind: "tabs", content };
}

/**
 * Groups fields in a part that opens and closes. It starts open with errors, in a new item, or with an empty required field.
 *
 * @param label Text of the part's button
 * @param content Names of fields, and blocks
 */
export function details<Name extends string = string>(
  label: string,
  content: Arrangement<NoInfer<Name>>,
  options: DetailsOptions = {},
): Block<Name> {
  return { ...options, kind: "details", label, content };
}

declare module "zod" {
  interface GlobalMeta {
    /**
     * Order of the object's fields, in blocks such as `section()`. The form checks the names when it is made; the compiler checks those in
     * blocks.
     */
    arrange?: readonly (string | FittingBlock<z.core.$input>)[];
  }
}
