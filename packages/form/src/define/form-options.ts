import type { Button } from "./button.ts";
import type { GivenWidget } from "./choose-widget.ts";
import type { ArrangementOf } from "../field/arrangement.ts";
import type { WidgetPath } from "../field/paths.ts";
import type { Language } from "../languages/language.ts";
import type { Templates } from "../templates/template-views.ts";
import type { Theme } from "../themes/theme.ts";

/** Options of a form. `S` is its schema, `Name` the union of the names of its buttons. */
export interface FormOptions<S = unknown, Name extends string = string> {
  /** Id of the form on its page, posted as `__formid__`. Forms on one page need different ones. Default: `form`. */
  readonly formId?: string;
  /** Address of the post. Default: the page's own. */
  readonly action?: string;
  /** Default: `post`. */
  readonly method?: "get" | "post";
  /** Buttons, by name. Enter presses the first one. Default: `submit`. */
  readonly buttons?: readonly (Name | Button<Name>)[];
  /** Turns off the browser's validation. Default: false. */
  readonly noValidate?: boolean;
  /**
   * Posts by fetch if `turnform-post.js` is in the page, so that errors appear in place. With `"live"` and `turnform-live.js`, the errors
   * of a field also appear when a person leaves it. Default: false.
   */
  readonly enhance?: boolean | "live";
  /** Asks, with the script, before a person leaves the page with unsent changes. Default: false. */
  readonly warnUnsaved?: boolean;
  /** Language of the form's own texts, such as `german`. Default: `english`, without a `lang` attribute. */
  readonly language?: Language;
  /**
   * Order of the form's fields, in blocks: `section()`, `row()`, `columns()`, `tabs()`, `details()`. Fields without a place follow in the
   * schema's order. Default: the metadata's `arrange`.
   */
  readonly arrange?: ArrangementOf<S>;
  /** Position of labels: above controls (`stacked`), next to them, or all on one line. Default: `stacked`. */
  readonly layout?: "stacked" | "horizontal" | "inline";
  /** Look of the form. Default: Turnform's own stylesheet. */
  readonly theme?: Theme;
  /** Templates that replace built-in ones, by name: functions, or results of `handlebars()`. */
  readonly templates?: Templates;
  /**
   * Limit of a posted page, in characters. A longer page is refused with 413. Default: 200 times the fresh page and the post
   * together, at most 20,000,000. Pages of `render` have no limit.
   */
  readonly maxPageSize?: number;
  /** Widgets by the metadata's `kind`, or the kind of a schema's node: `{ boolean: switchInput() }`. */
  readonly kinds?: Readonly<Record<string, GivenWidget>>;
  /** Widgets by path, with precedence over the metadata: `{ "cycles.*.*.angle": rangeInput() }`. */
  readonly widgets?: WidgetsAt<S>;
}

/** Widgets, or options for the existing ones, by paths. */
export type WidgetsAt<S> = { readonly [P in WidgetPath<S>]?: GivenWidget };

/** Merges options with defaults. Templates, kinds and widgets are merged by name; otherwise the option wins. */
export function withDefaults(defaults: FormOptions, options: FormOptions = {}): FormOptions {
  return {
    ...defaults,
    ...options,
    ...(defaults.templates && options.templates
      ? { templates: { ...defaults.templates, ...options.templates } }
      : {}),
    kinds: { ...defaults.kinds, ...options.kinds },
    widgets: { ...defaults.widgets, ...options.widgets },
  };
}
