import type { Button } from "./button.ts";
import type { GivenWidget } from "./choose-widget.ts";
import type { Language } from "../languages/language.ts";
import type { Templates } from "../templates/template-views.ts";
import type { Theme } from "../themes/theme.ts";

/** How a form is drawn. */
export interface FormOptions {
  /** Id of the form on its page, posted as `__formid__`; default `form`. */
  readonly formId?: string;
  /** Address it is sent to, default the page's own. */
  readonly action?: string;
  /** Default `post`. */
  readonly method?: "get" | "post";
  /** Buttons that send it, by name; Enter presses the first. Default `submit`. */
  readonly buttons?: readonly (string | Button)[];
  /** Leaves all checking to the server, default false: the browser checks what HTML can say. */
  readonly noValidate?: boolean;
  /** Posts by fetch where `turnform-post.js` is in the page, so that errors appear in place; default false. */
  readonly enhance?: boolean;
  /** Asks, with the script, before the page is left with changes that were not sent; default false. */
  readonly warnUnsaved?: boolean;
  /** What the form writes by itself, such as `german`; default `english`, without saying so in the page. */
  readonly language?: Language;
  /** How labels stand to their controls: above them (`stacked`, the default), beside them, or all in a line. */
  readonly layout?: "stacked" | "horizontal" | "inline";
  /** The look, default Turnform's own stylesheet. */
  readonly theme?: Theme;
  /** Templates by name, in place of the built-in ones: functions, or Handlebars templates read by `handlebars()`. */
  readonly templates?: Templates;
  /**
   * Characters that a page made of a post has at most; what would be longer is refused with 413. Default: 200 times the fresh page
   * and the post together, and 20,000,000 at most. What `render` is given is not limited.
   */
  readonly maxPageSize?: number;
  /** Widgets by the metadata's `kind`, or the kind of a schema's node: `{ boolean: switchInput() }`. */
  readonly kinds?: Readonly<Record<string, GivenWidget>>;
  /** Widgets by where they stand, in place of those of the metadata: `{ "cycles.*.*.angle": rangeInput() }`. */
  readonly widgets?: Readonly<Record<string, GivenWidget>>;
}

/**
 * Options over others: of what is given by names (templates, kinds, widgets) both count, else the one given last.
 *
 * @param defaults What holds where `options` say nothing
 */
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
