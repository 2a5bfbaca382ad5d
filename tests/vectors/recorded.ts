/** The words of the recorded cases, as vectors/README.md defines them. */

/** A recorded value: JSON, with one-key objects for what JSON lacks. */
export type Recorded = unknown;

/** A schema in neutral words. */
export interface NeutralSchema {
  readonly type: string;
  readonly opts?: NeutralOptions;
  readonly name?: string;
  readonly title?: string;
  readonly missing?: Recorded;
  readonly default?: Recorded;
  readonly missingMsg?: string;
  readonly prepare?: string | readonly string[];
  readonly validate?: NeutralValidator | readonly NeutralValidator[];
  readonly widget?: NeutralWidget;
  readonly children?: readonly NeutralSchema[];
}

/** Options of every type, by their names. */
interface NeutralOptions {
  readonly allowEmpty?: boolean;
  readonly encoding?: string;
  readonly strict?: boolean;
  readonly quant?: string;
  readonly rounding?: "UP" | "DOWN" | "CEILING" | "FLOOR" | "HALF_UP" | "HALF_DOWN" | "HALF_EVEN" | "05UP";
  readonly normalize?: boolean;
  readonly trueChoices?: readonly string[];
  readonly falseChoices?: readonly string[];
  readonly trueVal?: string;
  readonly falseVal?: string;
  readonly format?: string;
  readonly tz?: "utc" | `+${string}` | null;
  readonly name?: string;
  readonly members?: Readonly<Record<string, string | number>>;
  readonly attr?: "name" | "value";
  readonly valueType?: "string" | "integer";
  readonly unknown?: "ignore" | "raise" | "preserve";
  readonly acceptScalar?: boolean;
}

/** A validator with the options of all of them. */
export interface NeutralValidator {
  readonly v: string;
  readonly min?: Recorded;
  readonly max?: Recorded;
  readonly minErr?: string;
  readonly maxErr?: string;
  readonly pattern?: string;
  readonly flags?: string;
  readonly msg?: string;
  readonly msgs?: readonly string[];
  readonly choices?: readonly Recorded[];
  readonly of?: readonly NeutralValidator[];
  readonly urlErr?: string;
  readonly mimeErr?: string;
  readonly base64Err?: string;
  readonly fn?: string;
  readonly errors?: Readonly<Record<string, string>>;
  readonly a?: string;
  readonly b?: string;
  readonly own?: string;
}

/** A widget with those of its options that matter to data. */
interface NeutralWidget {
  readonly w: string;
  readonly strip?: boolean;
  readonly trueVal?: string;
  readonly falseVal?: string;
  readonly nullValue?: string;
  readonly multiple?: boolean;
  readonly assumeY2k?: boolean;
  readonly delimiter?: string;
  readonly quotechar?: string;
  readonly mismatchMessage?: string;
}
