import {
  changedPaths,
  type DeserializeOptions,
  type DeserializeResult,
  invalidFrom,
  type Schema,
} from "@turnform/schema";
import { withLazy } from "@turnform/schema/lazy";
import type { z } from "zod";
import type { Field } from "../field/field.ts";
import { type Offers, settled } from "../field/offers.ts";
import { type ChangedPath, typedPaths } from "../field/paths.ts";
import { MOST_LEVELS, pathInData } from "../read/data-pstruct.ts";
import { withoutAdded } from "../read/without-added.ts";
import type { DataOf, DataResult, FormSchema } from "./form-interface.ts";
import type { Posted, PostReader } from "./post-reader.ts";

/** Validates data from JSON as a form validates its posts. */
export class DataValidation<S extends FormSchema> {
  readonly #schema: Schema<S>;
  readonly #root: Field;
  readonly #reader: PostReader;
  readonly #options: DeserializeOptions;
  readonly #makeOffers: ((mayWait: boolean) => Offers) | undefined;

  /** @param makeOffers Makes the choices that depend on other fields. Undefined if there are none */
  constructor(
    schema: Schema<S>,
    root: Field,
    reader: PostReader,
    options: DeserializeOptions,
    makeOffers: ((mayWait: boolean) => Offers) | undefined,
  ) {
    this.#schema = schema;
    this.#root = root;
    this.#reader = reader;
    this.#options = { ...options, maxDepth: MOST_LEVELS };
    this.#makeOffers = makeOffers;
  }

  readonly validate = (data: unknown, current?: DataOf<S>): DataResult<S> => {
    const posted = this.#reader.readData(data, current, this.#makeOffers?.(false));
    return this.#judge(this.#schema.deserialize(posted.cstruct, this.#options), posted, data, current);
  };

  readonly validateAsync = async (data: unknown, current?: DataOf<S>): Promise<DataResult<S>> => {
    const offers = this.#makeOffers?.(true);
    const posted = await settled(offers, () => this.#reader.readData(data, current, offers));
    const result = await this.#schema.deserializeAsync(posted.cstruct, this.#options);
    return this.#judge(result, posted, data, current);
  };

  #judge(
    result: DeserializeResult<z.output<S>>,
    posted: Posted,
    data: unknown,
    current: unknown,
  ): DataResult<S> {
    const root = this.#root;
    const reader = this.#reader;
    const { issues, suggestions } = posted.reading;
    if (result.ok && issues.length + suggestions.length === 0)
      return withLazy(
        { kind: "valid" as const, value: result.value },
        comparisons<S>(root, posted.typed, result.value, current),
      );
    return withLazy(
      { kind: "invalid" as const },
      {
        error() {
          const error = reader.errorOf(result, posted);
          const found = error.flatten().map((issue) => ({ ...issue, path: pathInData(issue.path, data) }));
          return invalidFrom(found, root.node, error.omitted);
        },
      },
    );
  }
}

/** Returns what a valid result makes on first use, to compare its value with other data. */
export function comparisons<S>(
  root: Field,
  typed: unknown,
  value: unknown,
  current: unknown,
): { changed(): readonly ChangedPath<S>[]; typed(): unknown } {
  return {
    changed: () => typedPaths<S>(changedPaths(root.node, current, value)),
    typed: () => withoutAdded(root, typed),
  };
}
