import type { TextId } from "../languages/english-texts.ts";
import type { FieldView } from "../view.ts";
import { cleanHtml, isBlankHtml, type RichTextTag, richTextTags } from "./clean-html.ts";
import { oneText } from "./leaf.ts";
import type { Widget, WidgetOptions } from "./widget.ts";

export { cleanHtml, type RichTextTag, richTextTags } from "./clean-html.ts";

/** Options of {@link richText}. */
export interface RichTextOptions extends WidgetOptions<RichTextView> {
  /** The elements that the text may be made of, beside paragraphs and line breaks; default {@link richTextTags}, all. */
  readonly tags?: readonly RichTextTag[];
  /** Lines that are seen at first, default 8. */
  readonly rows?: number;
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
export interface RichTextView extends FieldView {
  /** Clean: it may be shown as it is. */
  readonly html: string;
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
 * and what stood in a database from before does no harm in a form. The limits of the schema's lengths count the HTML. A text
 * that shows nothing is missing.
 *
 * The editor is loaded on pages with this widget only. Without JavaScript the HTML is written by hand.
 */
export function richText(options: RichTextOptions = {}): Widget {
  const { tags = richTextTags, rows = 8 } = options;
  const clean = (value: string): string => cleanHtml(value, tags);
  const cleanPost = (posted: string): string => {
    const html = clean(posted.replaceAll("\r\n", "\n"));
    return isBlankHtml(html) ? "" : html;
  };
  return {
    ...oneText,
    options,
    template: "rich-text",
    scriptTexts: SCRIPT_TEXTS,
    resources: ["turnform-rich-text.css", "turnform-rich-text.js"],
    deserialize: (_, pstruct) => (typeof pstruct === "string" ? cleanPost(pstruct) : pstruct),
    clean: cleanPost,
    view(place): RichTextView {
      const { minLength, maxLength } = place.field.node.constraints;
      return {
        ...place.fieldView(),
        html: clean(place.text),
        tags: tags.join(" "),
        rows,
        minLength,
        maxLength,
      };
    },
    readonlyView: (place): RichTextView => ({
      ...place.fieldView(),
      template: "rich-text-readonly",
      required: false,
      html: clean(place.text),
      tags: tags.join(" "),
      rows,
    }),
    inTitles: () => false,
  };
}
