import type { Template } from "./template.ts";

/** What every template gets: a plain value, drawn by the template it names. */
export interface View {
  /** Name of the template. */
  readonly template: string;
  /** Whether only the control is drawn, without what stands around it in a form; default false. */
  readonly bare?: boolean;
  /**
   * A template that draws this view alone, in place of the one it names. It may draw the view by that one in turn, without
   * this: `draw({ ...view, drawnBy: undefined })`.
   */
  readonly drawnBy?: Template | undefined;
}

/** A field: what its label, help and errors need. */
export interface FieldView extends ParticularView, CommonView {}

/** What is particular about a field on one page. */
export interface ParticularView extends View {
  readonly id: string;
  /** Position of an item in its sequence, from 1, or `*` in a blank item. */
  readonly number?: string | undefined;
  readonly errors: readonly string[];
  /** Whether the field or something inside it is wrong. */
  readonly invalid: boolean;
  /** Ids for `aria-describedby`: help and errors that are there. */
  readonly describedBy?: string | undefined;
  readonly autofocus: boolean;
  /** What an item is called, beside its label and number. */
  readonly title?: ItemTitleView | undefined;
}

/** What all views of a field have in common. */
export interface CommonView {
  /** Name of the control, or of the marker around several. */
  readonly name: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly required: boolean;
  /** Whether it is a group of controls, which a label can't point at. */
  readonly isGroup: boolean;
  readonly readonly: boolean;
  readonly disabled: boolean;
  readonly placeholder?: string | undefined;
  /** Shown before and after the control. */
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  /** Whether there is one of them. */
  readonly affixed: boolean;
  /** Classes of the control, and of the element around the field. */
  readonly cssClass?: string | undefined;
  readonly itemCssClass?: string | undefined;
  /** Further attributes of the control. */
  readonly attributes?: readonly AttributeView[] | undefined;
}

/** An attribute of a control. */
export interface AttributeView {
  readonly name: string;
  readonly value: string;
}

/** A field whose value can only be read. */
export interface ReadonlyView extends FieldView {
  readonly text: string;
}

/** Controls that are posted and not shown. */
export interface HiddenView extends View {
  readonly id: string;
  readonly controls: readonly { readonly name: string; readonly value: string }[];
}

/** A title made of what an item holds: its parts in order. */
export interface ItemTitleView {
  /** A text, the item's number, or the value of the control with the id `of`. */
  readonly parts: readonly {
    readonly text?: string;
    readonly number?: string | undefined;
    readonly of?: string;
  }[];
  /** Whether every value is there; else the plain title stands. */
  readonly filled: boolean;
}

/** A field written in one `<input>`. */
export interface InputView extends FieldView {
  readonly type: string;
  readonly value: string;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly step?: number | "any" | undefined;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly pattern?: string | undefined;
  readonly inputMode?: string | undefined;
  readonly autocomplete?: string | undefined;
  /** `ltr` for what is written so in a language that is not, such as addresses. */
  readonly direction?: "ltr" | undefined;
}

/** A yes-or-no field. */
export interface CheckboxView extends FieldView {
  readonly value: string;
  readonly checked: boolean;
  /** Name of the marker that says «nothing ticked» for a checkbox that is an item of a sequence. */
  readonly marker?: string | undefined;
}

/** A group of named fields. */
export interface MappingView extends FieldView {
  readonly frame: "plain" | "card" | "details";
  /** Whether `details` is open. */
  readonly open: boolean;
  readonly children: readonly View[];
}

/** A list of fields that can grow and shrink. */
export interface SequenceView extends FieldView {
  readonly min: number;
  readonly max?: number | undefined;
  readonly orderable: boolean;
  /** Sequences of the form between which items may be moved share this word. */
  readonly group?: string | undefined;
  /** The headings of a table's columns. */
  readonly columns?: readonly ColumnView[] | undefined;
  /** The headings, not seen, of the columns at a table's sides. */
  readonly headings?: { readonly item: string; readonly actions: string };
  /** Made one by one as they are gone through, each time anew. */
  readonly items: Iterable<ItemView>;
  /** What new items are made from; a blank item inside itself has none, and leaves adding to the server. */
  readonly blank?: ItemView | undefined;
  /** The blank item is that of the sequence so many levels outwards. */
  readonly like?: number | undefined;
  /** Why items can't be removed or added; undefined where the list has no limits, or always as many items. */
  readonly limits?: LimitsView | undefined;
  /** Undefined where there are always as many items. */
  readonly add?: ButtonView | undefined;
}

/** What is said of the limits of a list, each with whether it is reached. */
export interface LimitsView {
  readonly few?: { readonly text: string; readonly shown: boolean } | undefined;
  readonly full?: { readonly text: string; readonly shown: boolean } | undefined;
}

/** The heading of a column. */
export interface ColumnView {
  readonly label: string;
  readonly required: boolean;
}

/** One item of a list, with the buttons that edit it. */
export interface ItemView extends CommonItemView {
  /** Id of its field. Its own is that and `:item`, its label's that and `:label`. */
  readonly id: string;
  readonly content: View;
  /** In a table: what stands in the cells of its row, and what is in the row without being seen. */
  readonly cells?: readonly View[] | undefined;
  readonly unseen?: readonly View[] | undefined;
}

/** What the items of a list have in common that are in the same state. */
export interface CommonItemView {
  /** Whether they can be dragged. */
  readonly orderable: boolean;
  readonly edits: readonly ItemEditView[];
}

/** A button that edits an item. */
export interface ItemEditView {
  /** What follows the item's id and `:` in its own. */
  readonly key: string;
  /** What it posts. */
  readonly op: string;
  readonly label: string;
  readonly disabled: boolean;
  readonly autofocus: boolean;
}

/** A button that edits a field. */
export interface ButtonView {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly disabled: boolean;
  readonly autofocus: boolean;
}

/** A button at the end of a form. */
export interface FormButtonView {
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly type: "submit" | "reset" | "link";
  /** Whether it is a link, and where that leads. */
  readonly isLink: boolean;
  readonly href?: string | undefined;
  /** Whether it is the one that Enter presses. */
  readonly primary: boolean;
  readonly disabled: boolean;
  readonly icon?: string | undefined;
  readonly cssClass?: string | undefined;
  readonly attributes?: readonly AttributeView[] | undefined;
}

/** One error of the summary on top, leading to its field. */
export interface SummaryEntryView {
  /** Undefined where the field is not shown. */
  readonly href?: string | undefined;
  readonly text: string;
}

/** A whole form. */
export interface FormView extends View {
  readonly id: string;
  readonly action: string;
  readonly method: string;
  readonly noValidate: boolean;
  /** How it is sent where it has files: `multipart/form-data`. */
  readonly enctype?: string | undefined;
  /** The language of the form, where one was asked for. */
  readonly language?: { readonly tag: string; readonly direction: "ltr" | "rtl" } | undefined;
  /** How labels stand to their controls, where they don't stand above them. */
  readonly layout?: "horizontal" | "inline" | undefined;
  /** The texts that scripts write, as JSON. */
  readonly scriptTexts?: string | undefined;
  /** Whether it posts by fetch. */
  readonly enhance: boolean;
  /** Whether the browser asks before it leaves the page with changes, and whether there are some from the start. */
  readonly warn?: { readonly unsaved: boolean } | undefined;
  /** Hidden controls of the form's own. */
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  /** Explains the mark of required fields, which stands between its parts; undefined where no field has one. */
  readonly requiredNote?: readonly [before: string, after: string] | undefined;
  readonly enter?: FormButtonView | undefined;
  /** What is said on top, such as that the form was saved. */
  readonly notice?: { readonly text: string; readonly autofocus: boolean } | undefined;
  readonly summary?:
    | { readonly title: string; readonly entries: readonly SummaryEntryView[]; readonly autofocus: boolean }
    | undefined;
  readonly children: readonly View[];
  readonly buttons: readonly FormButtonView[];
}
