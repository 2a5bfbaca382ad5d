import type { TextId } from "../languages/english-texts.ts";
import type { FieldConstants, FieldPage, FieldView } from "../field/view.ts";
import { cleanHtml, isBlankHtml, type RichTextTag, richTextTags, sourceOfHtml } from "./clean-html.ts";
import { oneText } from "./one-text.ts";
import type { Widget, WidgetOptions } from "../field/widget.ts";

export { cleanHtml, type RichTextTag, richTextTags } from "./clean-html.ts";

/** Options of {@link richText}. */
export interface RichTextOptions extends WidgetOptions<RichTextView> {
  /** The elements that the text may be made of, beside paragraphs and line breaks; default {@link richTextTags}, all. */
  readonly tags?: readonly RichTextTag[];
  /** Lines that are seen at first, default 8. */
  readonly rows?: number;
  /**
   * The longest HTML that is cleaned, in characters, before and after cleaning; default 100,000. A longer text is refused unread,
   * and so is one that is longer than the schema's `max`.
   */
  readonly maxSource?: number;
}

/** What the editor's buttons say. */
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

/** Text with headings, lists and links, written in an editor or, without its script, as HTML. */
export interface RichTextView extends FieldView, RichTextConstants, RichTextPage {}

/** The properties of {@link RichTextView} that differ from page to page. */
export interface RichTextPage extends FieldPage {
  /** Clean: it may be shown as it is. */
  readonly html: string;
  /** The text of the control, to be escaped: {@link html}, or the typed text if that is too long to be cleaned. */
  readonly source: string;
}

/** The properties of {@link RichTextView} that are the same on every page. */
export interface RichTextConstants extends FieldConstants {
  /** The elements it may be made of, with spaces between. */
  readonly tags: string;
  readonly rows: number;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
}

/**
 * Text with headings, lists and links: a string of HTML.
 *
 *     import { richText } from "@turnform/form/rich-text";
 *
 *     z.object({ story: z.string().meta({ widget: richText({ tags: ["strong", "em", "a"] }) }) })
 *
 * The HTML is cleaned when it is posted and again when it is shown, so that what is saved may be put into a page as it is,
 * and what stood in a database from before does no harm in a form. The limits of the schema's lengths count the HTML, as it was
 * typed and as it is cleaned. A text that shows nothing is missing.
 *
 * The editor is loaded on pages with this widget only. Without JavaScript the HTML is written by hand.
 */
export function richText(options: RichTextOptions = {}): Widget {
  const { tags = richTextTags, rows = 8, maxSource = 100_000 } = options;
  /** Cleaning takes time, so the length comes first. */
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
      // Not cleaned, so it must never be valid: the schema may trim it
      if (pstruct.length > max) {
        reading.doubt("tooLong", { max });
        return pstruct;
      }
      const html = cleanPost(pstruct);
      if (html.length > maxSource) reading.doubt("tooLong", { max: maxSource });
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
  };
}
