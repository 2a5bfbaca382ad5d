import type { TextId } from "../languages/english-texts.ts";
import type { FieldConstants, FieldPage, FieldView } from "../field/view.ts";
import { cleanHtml, isBlankHtml, type RichTextTag, richTextTags, sourceOfHtml } from "./clean-html.ts";
import { oneText } from "./one-text.ts";
import type { Widget, WidgetOptions } from "../field/widget.ts";

export { cleanHtml, type RichTextTag, richTextTags } from "./clean-html.ts";

/** Options of {@link richText}. */
export interface RichTextOptions extends WidgetOptions<RichTextView> {
  /** Allowed elements, besides paragraphs and line breaks; default all {@link richTextTags}. */
  readonly tags?: readonly RichTextTag[];
  /** Number of visible lines at first, default 8. */
  readonly rows?: number;
  /**
   * Maximum length of the HTML in characters, before and after cleaning; default 100,000. A text longer than this, or longer
   * than the schema's `max`, is refused without cleaning it.
   */
  readonly maxSource?: number;
}

/** Texts of the editor's buttons. */
const SCRIPT_TEXTS: readonly TextId[] = [
  "formatting",
  "bold",
  "italic",
  "underlined",
  "struckThrough",
  "code",
  "link",
  "heading",
  "smallerHeading",
  "bulletedList",
  "numberedList",
  "quotation",
  "preformatted",
  "rule",
  "undo",
  "redo",
  "linkAddress",
  "setLink",
  "removeLink",
  "cancel",
];

/** A rich text, written in an editor or, without JavaScript, as HTML. */
export interface RichTextView extends FieldView, RichTextConstants, RichTextPage {}

/** Page properties of {@link RichTextView}. */
export interface RichTextPage extends FieldPage {
  /** Clean HTML, safe in a page. */
  readonly html: string;
  /** The text of the control, to be escaped: {@link html}, or the typed text if that is too long to be cleaned. */
  readonly source: string;
}

/** Constants of {@link RichTextView}. */
export interface RichTextConstants extends FieldConstants {
  /** Allowed elements, separated by spaces. */
  readonly tags: string;
  readonly rows: number;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
}

/**
 * Creates an editor for text with headings, lists and links. The value is a string of HTML.
 *
 *     import { richText } from "@turnform/form/rich-text";
 *
 *     z.object({ story: z.string().meta({ widget: richText({ tags: ["strong", "em", "a"] }) }) })
 *
 * Posted HTML is cleaned, so you can put the saved text into a page. Shown HTML is cleaned too, so older texts from a database
 * are safe in a form. The schema's limits of length apply to the HTML before and after cleaning. A text that shows nothing
 * is missing.
 *
 * Only pages with this widget load the editor. Without JavaScript a person writes HTML.
 */
export function richText(options: RichTextOptions = {}): Widget {
  const { tags = richTextTags, rows = 8, maxSource = 100_000 } = options;
  /** Checks the length first, because cleaning takes time. */
  const clean = (html: string): string =>
    html.length > maxSource ? sourceOfHtml(html) : cleanHtml(html, tags);
  const cleanPost = (posted: string): string => {
    const html = clean(posted);
    return isBlankHtml(html) ? "" : html;
  };
  return {
    ...oneText,
    options,
    template: "rich-text",
    readonlyTemplate: "rich-text-readonly",
    scriptTexts: SCRIPT_TEXTS,
    resources: ["turnform-rich-text.css", "turnform-rich-text.js"],
    deserialize({ node }, pstruct, reading) {
      if (typeof pstruct !== "string") return pstruct;
      const max = Math.min(maxSource, node.constraints.maxLength ?? Infinity);
      // The text is not cleaned, so it must stay invalid, even if the schema trims it below its limit
      if (pstruct.length > max) {
        reading.suggest("tooLong", { max });
        return pstruct;
      }
      const html = cleanPost(pstruct);
      if (html.length > maxSource) reading.suggest("tooLong", { max: maxSource });
      return html;
    },
    clean: cleanPost,
    constants({ node: { constraints } }, readonly) {
      const { minLength, maxLength } = constraints;
      return { tags: tags.join(" "), rows, minLength, maxLength, ...(readonly && { required: false }) };
    },
    view({ text, error, field, readonly }) {
      const { maxLength = Infinity } = field.node.constraints;
      const isTyped = !readonly && error !== undefined && text.length > Math.min(maxSource, maxLength);
      const html = isTyped ? sourceOfHtml(text) : clean(text);
      return { html, source: isTyped ? text : html };
    },
    inTitles: () => false,
    scriptReading: () => ({ isHtml: true }),
  };
}
