import type { View } from "./template.ts";

/** The view of a field. */
export interface FieldView extends View, FieldConstants, FieldPage {}

/** The properties that all views of a field share, on every page. */
export interface FieldConstants {
  /** Name of the template. */
  readonly template: string;
  /** True if only the control is drawn. */
  readonly bare?: boolean;
  /** Name of the control, or of the marker around several. */
  readonly name: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly required: boolean;
  /** True for a group of controls, which a label can't point at. */
  readonly isGroup: boolean;
  readonly readonly: boolean;
  readonly disabled: boolean;
  readonly placeholder?: string | undefined;
  /** Shown before and after the control. */
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  /** True if there is a prefix or a suffix. */
  readonly affixed: boolean;
  /** Classes of the control, and of the element around the field. */
  readonly cssClass?: string | undefined;
  readonly itemCssClass?: string | undefined;
  /** Further attributes of the control. */
  readonly attributes?: readonly AttributeView[] | undefined;
}

/** The properties of a field's view that differ from page to page. */
export interface FieldPage {
  readonly id: string;
  /** Position of an item in its sequence, from 1, or `*` in a blank item. */
  readonly number?: string | undefined;
  readonly errors: readonly string[];
  /** True if the field or something inside it is wrong. */
  readonly invalid: boolean;
  /** Ids for `aria-describedby`: those of the help and the errors. */
  readonly describedBy?: string | undefined;
  readonly autofocus: boolean;
  /** Title of an item, beside its label and number. */
  readonly title?: ItemTitleView | undefined;
}

/** An attribute of a control. */
export interface AttributeView {
  readonly name: string;
  readonly value: string;
}

/** A field whose value can only be read. */
export interface ReadonlyView extends FieldView, ReadonlyPage {}

/** The properties of {@link ReadonlyView} that differ from page to page. */
export interface ReadonlyPage extends FieldPage {
  /** The value in words. */
  readonly text: string;
}

/** Controls that are posted and not shown. */
export interface HiddenView extends View, HiddenPage {}

/** The properties of {@link HiddenView} that differ from page to page. */
export interface HiddenPage {
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
export interface InputView extends FieldView, InputConstants, InputPage {}

/** The properties of {@link InputView} that are the same on every page. */
export interface InputConstants extends FieldConstants {
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly pattern?: string | undefined;
  readonly inputMode?: string | undefined;
  readonly autocomplete?: string | undefined;
  /** Number of characters that the control has room for. */
  readonly size?: number | undefined;
}

/** The properties of {@link InputView} that differ from page to page. */
export interface InputPage extends FieldPage {
  readonly type: string;
  readonly value: string;
  readonly min?: number | string | undefined;
  readonly max?: number | string | undefined;
  readonly step?: number | "any" | undefined;
  /** `ltr` for texts that run from left to right in every language, such as addresses. */
  readonly direction?: "ltr" | undefined;
}

/** A yes-or-no field. */
export interface CheckboxView extends FieldView, CheckboxConstants, CheckboxPage {}

/** The properties of {@link CheckboxView} that are the same on every page. */
export interface CheckboxConstants extends FieldConstants {
  /** Name of the marker around a checkbox that is an item of a sequence; it posts something even if nothing is ticked. */
  readonly marker?: string | undefined;
}

/** The properties of {@link CheckboxView} that differ from page to page. */
export interface CheckboxPage extends FieldPage {
  readonly value: string;
  readonly checked: boolean;
}

/** A group of named fields. */
export interface MappingView extends FieldView, MappingConstants, MappingPage {}

/** The properties of {@link MappingView} that are the same on every page. */
export interface MappingConstants extends FieldConstants {
  readonly frame: "plain" | "card" | "details";
}

/** The properties of {@link MappingView} that differ from page to page. */
export interface MappingPage extends FieldPage {
  /** True if `details` is open. */
  readonly open: boolean;
  readonly children: readonly View[];
}

/** A list of fields that can grow and shrink. */
export interface SequenceView extends FieldView, SequenceConstants, SequencePage {
  readonly items: Iterable<ItemView>;
  readonly blank?: ItemView | undefined;
}

/** The properties of {@link SequenceView} that are the same on every page. */
export interface SequenceConstants extends FieldConstants {
  readonly orderable: boolean;
  /** Items may be moved between the sequences of a form with the same word here. */
  readonly group?: string | undefined;
  /** The unseen headings of the columns at a table's sides. */
  readonly headings?: { readonly item: string; readonly actions: string };
}

/** The properties of {@link SequenceView} that differ from page to page. */
export interface SequencePage extends FieldPage {
  readonly min: number;
  readonly max?: number | undefined;
  /** The headings of a table's columns. */
  readonly columns?: readonly ColumnView[] | undefined;
  /** Made one by one, each time the list is iterated. */
  readonly items: Iterable<View>;
  /** Template of new items. A blank item inside itself has none: the server adds such items. */
  readonly blank?: View | undefined;
  /** The blank item is that of the sequence so many levels outwards. */
  readonly like?: number | undefined;
  /** The reasons why items can't be removed or added; undefined for a list without limits or of fixed length. */
  readonly limits?: LimitsView | undefined;
  /** Undefined for a list of fixed length. */
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
export interface ItemView extends View, ItemConstants, ItemPage {}

/** The properties of {@link ItemView} that are the same on every page. */
export interface ItemConstants {
  readonly template: string;
  /** True if items can be dragged. */
  readonly orderable: boolean;
  readonly edits: readonly ItemEditView[];
}

/** The properties of {@link ItemView} that differ from page to page. */
export interface ItemPage extends ItemEditsPage {
  /** Id of the item's field. The item's own is that and `:item`, its label's that and `:label`. */
  readonly id: string;
  readonly content: View;
}

/** The buttons of an item on one page, each by its key. */
export interface ItemEditsPage {
  /** The buttons that can't be used. */
  readonly disabledEdits: Readonly<Record<string, boolean>>;
  /** The button that takes the focus. */
  readonly focusedEdit?: Readonly<Record<string, boolean>> | undefined;
}

/** One item of a list, a mapping, as the row of a table. */
export interface RowView extends FieldView, RowConstants, RowPage {}

/** The properties of {@link RowView} that are the same on every page. */
export interface RowConstants extends FieldConstants {
  readonly orderable: boolean;
  readonly edits: readonly ItemEditView[];
}

/** The properties of {@link RowView} that differ from page to page. */
export interface RowPage extends FieldPage, ItemEditsPage {
  /** The fields of the item, each in a cell. */
  readonly cells: readonly View[];
  /** The fields that are posted without being seen. */
  readonly unseen: readonly View[];
}

/** A button that edits an item. */
export interface ItemEditView {
  /** Ends the button's id, after the item's id and `:`. */
  readonly key: string;
  /** The value that it posts. */
  readonly op: string;
  readonly label: string;
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
export interface FormView extends View, FormConstants, FormPage {}

/** The properties of {@link FormView} that are the same on every page. */
export interface FormConstants extends View {
  readonly method: string;
  readonly noValidate: boolean;
  /** `multipart/form-data` for a form with files. */
  readonly enctype?: string | undefined;
  /** The language of the form, if one was asked for. */
  readonly language?: { readonly tag: string; readonly direction: "ltr" | "rtl" } | undefined;
  /** The place of labels, if they don't stand above their controls. */
  readonly layout?: "horizontal" | "inline" | undefined;
  /** The texts that scripts write, as JSON. */
  readonly scriptTexts?: string | undefined;
  /** True if the form posts by fetch. */
  readonly enhance: boolean;
  readonly heading?: string | undefined;
  readonly description?: string | undefined;
  readonly enter?: FormButtonView | undefined;
  readonly buttons: readonly FormButtonView[];
}

/** The properties of {@link FormView} that differ from page to page. */
export interface FormPage {
  readonly id: string;
  readonly action: string;
  /** Set if the browser asks before it leaves a page with changes; tells if there are some from the start. */
  readonly warn?: { readonly unsaved: boolean } | undefined;
  /** Hidden controls of the form's own. */
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  /** Explains the mark of required fields, which stands between its parts; undefined if no field has one. */
  readonly requiredNote?: readonly [before: string, after: string] | undefined;
  /** A message on top, such as that the form was saved. */
  readonly notice?: { readonly text: string; readonly autofocus: boolean } | undefined;
  readonly summary?:
    | { readonly title: string; readonly entries: readonly SummaryEntryView[]; readonly autofocus: boolean }
    | undefined;
  readonly children: readonly View[];
}
