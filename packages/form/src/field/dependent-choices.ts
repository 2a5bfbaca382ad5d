import type { RequestFacts } from "@turnform/schema/conditions";
import type { LabelledChoices } from "./choice.ts";

/** The choices of a widget that depend on other fields. */
export interface DependentChoices {
  /** Names of the fields that they depend on, in the same object. */
  readonly names: readonly string[];
  /** True if no other value may be chosen. Otherwise they are suggestions. */
  readonly isClosed: boolean;
  /**
   * Makes the choices.
   *
   * @param siblings Values of the fields. Missing, wrong and hidden ones are undefined
   */
  make(
    siblings: Readonly<Record<string, unknown>>,
    facts: RequestFacts,
  ): LabelledChoices | Promise<LabelledChoices>;
}
