/** Types of the recorded cases, as vectors/README.md defines them. */

/** A recorded value: JSON, with one-key objects for what JSON lacks. */
export type Recorded = unknown;

export interface NeutralSchema {
  readonly type: string;
  readonly opts?: NeutralOptions;
  readonly name?: string;
  readonly title?: string;
  readonly description?: string;
  readonly missing?: Recorded;
  readonly default?: Recorded;
  readonly missingMsg?: string;
  readonly prepare?: string | readonly string[];
  readonly validate?: NeutralValidator | readonly NeutralValidator[];
  readonly widget?: NeutralWidget;
  readonly children?: readonly NeutralSchema[];
}

/** Options of all types, by name. */
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

/** A validator, with the options of all validators. */
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

/** A widget, with the options of all widgets. */
export interface NeutralWidget {
  readonly w: string;
  readonly strip?: boolean;
  readonly rows?: number;
  readonly cols?: number;
  readonly redisplay?: boolean;
  readonly trueVal?: string;
  readonly falseVal?: string;
  readonly values?: readonly (
    | NeutralChoice
    | { readonly group: string; readonly options: readonly NeutralChoice[] }
  )[];
  readonly nullValue?: string;
  readonly multiple?: boolean;
  readonly size?: number;
  readonly inline?: boolean;
  readonly subject?: string;
  readonly confirmSubject?: string;
  readonly mismatchMessage?: string;
  readonly minLen?: number;
  readonly maxLen?: number;
  readonly orderable?: boolean;
  readonly addText?: string;
  readonly assumeY2k?: boolean;
  readonly readonly?: boolean;
  readonly hidden?: boolean;
  readonly cssClass?: string;
  readonly itemCssClass?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly inputPrepend?: string;
  readonly inputAppend?: string;
  readonly delimiter?: string;
  readonly quotechar?: string;
  readonly accept?: string;
  readonly open?: boolean;
  readonly mask?: string;
}

/** A value with its label. */
export type NeutralChoice = readonly [value: string | number, label: string];

export interface NeutralForm {
  readonly schema: NeutralSchema;
  readonly options?: {
    readonly formid?: string;
    readonly action?: string;
    readonly method?: string;
    readonly buttons?: readonly (string | NeutralButton)[];
  };
}

export interface NeutralButton {
  readonly name: string;
  readonly title?: string;
  readonly value?: string;
  readonly type?: string;
  readonly disabled?: boolean;
}
