import type { InclusionView } from "./left-out.ts";
import type { View } from "./template.ts";

/** The view of a field. */
export interface FieldView extends View, FieldConstants, FieldPage {}

/** The constants of a field's views: their properties are the same on every page. */
export interface FieldConstants {
  /** Name of the template. */
  readonly template: string;
  /** True if only the control is drawn. */
  readonly controlOnly?: boolean;
  /** Name of the control, or of the marker around several. */
  readonly name: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly required: boolean;
  /** True if a condition may require the field. The script then sets `required`. */
  readonly requirable?: boolean | undefined;
  /** True in a hidden field. Browsers then check nothing. */
  readonly idle?: boolean | undefined;
  /** True for an object in a form with conditions. Paths of conditions begin there. */
  readonly scope?: boolean | undefined;
  /** True in a group with a box to leave it out. Browsers must then accept an empty field, although it is required. */
  readonly inOptional: boolean;
  /** Label of the box that includes an optional group. Undefined for a field without the box. */
  readonly includeLabel?: string | undefined;
  /** True for a group of controls. A label can't refer to it. */
  readonly isGroup: boolean;
  /** Words around the title in "of Team 1", for a group whose name ends the names in it. */
  readonly of?: { readonly before: string; readonly after: string } | undefined;
  readonly readonly: boolean;
  readonly disabled: boolean;
  readonly placeholder?: string | undefined;
  /** Texts before and after the control. */
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

/** The view around a field with a condition, and around the fields its condition reads. */
export interface DependentView extends View, DependentConstants, DependentPage {}

/** Constants of {@link DependentView}. */
export interface DependentConstants {
  readonly template: string;
  readonly name: string;
  readonly show?: string | undefined;
  readonly require?: string | undefined;
  /** True if the choices or the computed value of another field follow this one. The script then updates the page. */
  readonly isFollowed: boolean;
  /** The way in which the script reads the field, as JSON. */
  readonly read?: string | undefined;
}

/** Page properties of {@link DependentView}. */
export interface DependentPage {
  /** Id of the wrapper of a field that follows others. */
  readonly fieldId?: string | undefined;
  /** Ids of the fields that it follows. */
  readonly follows?: string | undefined;
  /** The computed text, or a digest of computed texts or of the choices. The script replaces the field if it differs. */
  readonly made?: string | undefined;
  readonly hidden: boolean;
  /** Text of a value without a control, for the script. */
  readonly fixed?: { readonly text: string } | undefined;
  /** The field. Undefined for a hidden one on a page that only shows values. */
  readonly content?: View | undefined;
  /** The Update button of a field with dependent fields. */
  readonly update?: ButtonView | undefined;
}

/** The page part of a field's view: its properties differ from page to page. */
export interface FieldPage {
  readonly id: string;
  /** Position of an item in its sequence, from 1, or `*` in a blank item. */
  readonly number?: string | undefined;
  readonly errors: readonly string[];
  /** True if the field or an inner one has an error. */
  readonly invalid: boolean;
  /** Ids for `aria-labelledby` of a group: its label, and then "of Team 1" of the items around it. Undefined if its label is enough. */
  readonly labelledBy?: string | undefined;
  /** Ids of the texts that end the names of buttons in the field, such as "of Team 1". */
  readonly within?: string | undefined;
  /** Ids for `aria-describedby`, of the help and the errors. */
  readonly describedBy?: string | undefined;
  readonly autofocus: boolean;
  /** The choice to include an optional group. Undefined for other fields. */
  readonly inclusion?: InclusionView | undefined;
  /** Text in place of the fields of a group that is left out, on a page that only shows values. */
  readonly nothing?: string | undefined;
  /** Edit buttons of an item, for the templates that draw them after its heading. */
  readonly actions?: View | undefined;
  /** Title of an item, in addition to its label and number. */
  readonly title?: ItemTitleView | undefined;
}

/** An attribute of a control. */
export interface AttributeView {
  readonly name: string;
  readonly value: string;
}

/** A field with a read-only value. */
export interface ReadonlyView extends FieldView, ReadonlyPage {}

/** The page part of {@link ReadonlyView}. */
export interface ReadonlyPage extends FieldPage {
  /** The value as text for people. */
  readonly text: string;
}

/** Hidden controls, which are only posted. */
export interface HiddenView extends View, HiddenPage {}

/** The page part of {@link HiddenView}. */
export interface HiddenPage {
  readonly id: string;
  readonly controls: readonly { readonly name: string; readonly value: string }[];
}

/** A title with values of an item: its parts in order. */
export interface ItemTitleView {
  /** A text, the item's number, or the value of the control with the id `controlId`. */
  readonly parts: readonly {
    readonly text?: string;
    readonly number?: string | undefined;
    readonly controlId?: string;
  }[];
  /** True if every value is filled in. Otherwise the plain title is shown. */
  readonly filled: boolean;
}

/** A field with one `<input>`. */
export interface InputView extends FieldView, InputConstants, InputPage {}

/** The constants of {@link InputView}. */
export interface InputConstants extends FieldConstants {
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly pattern?: string | undefined;
  readonly inputMode?: string | undefined;
  readonly autocomplete?: string | undefined;
  /** Width of the control in characters. */
  readonly size?: number | undefined;
}

/** The page part of {@link InputView}. */
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

/** The constants of {@link CheckboxView}. */
export interface CheckboxConstants extends FieldConstants {
  /** Name of the marker around a checkbox in a sequence. The marker posts something even without a tick. */
  readonly marker?: string | undefined;
}

/** The page part of {@link CheckboxView}. */
export interface CheckboxPage extends FieldPage {
  readonly value: string;
  readonly checked: boolean;
}

/** A group of named fields. */
export interface MappingView extends FieldView, MappingConstants, MappingPage {}

/** The constants of {@link MappingView}. */
export interface MappingConstants extends FieldConstants {
  readonly frame: "plain" | "card" | "details";
}

/** The page part of {@link MappingView}. */
export interface MappingPage extends FieldPage {
  /** True if `details` is open. */
  readonly open: boolean;
  readonly children: readonly View[];
}

/** A block of arranged fields, such as a section. */
export interface BlockView extends View, BlockConstants, BlockPage {}

/** The constants of {@link BlockView}. */
export interface BlockConstants {
  readonly template: string;
  /** Text of the heading, if the block has one. */
  readonly label?: string | undefined;
  /** Classes of the block's element. */
  readonly cssClass?: string | undefined;
}

/** The page part of {@link BlockView}. */
export interface BlockPage {
  readonly id: string;
  /** Ids for `aria-labelledby`: the label, and then "of Team 1" of the groups around. Undefined if the label is enough. */
  readonly labelledBy?: string | undefined;
  /** Fields, and inner blocks. */
  readonly children: readonly View[];
  /** True if each field in the block has a condition for showing it. */
  readonly conditional: boolean;
  /** True if all fields in it are hidden. */
  readonly out: boolean;
  /** True if details, or the section of a tab, are open. */
  readonly open: boolean;
  /** The number of errors inside, in words. Undefined without errors, and if the block is always open. */
  readonly errorCount?: string | undefined;
}

/** A list of fields of variable length. */
export interface SequenceView extends FieldView, SequenceConstants, SequencePage {
  readonly items: Iterable<ItemView>;
  readonly blank?: ItemView | undefined;
}

/** The constants of {@link SequenceView}. */
export interface SequenceConstants extends FieldConstants {
  readonly orderable: boolean;
  /** Name shared by sequences of a form, so that items can be moved between them. */
  readonly group?: string | undefined;
  /** Invisible headings of the outer columns of a table. */
  readonly headings?: { readonly item: string; readonly actions: string };
}

/** The page part of {@link SequenceView}. */
export interface SequencePage extends FieldPage {
  readonly min: number;
  readonly max?: number | undefined;
  /** The headings of a table's columns. */
  readonly columns?: readonly ColumnView[] | undefined;
  /** Items, made one by one in each iteration. */
  readonly items: Iterable<View>;
  /** True if stylesheets may leave out the drawing of items outside the window. */
  readonly isLong: boolean;
  /** Text for an empty list. Undefined for a list that can't be empty. */
  readonly empty?: NoteView | undefined;
  /** Template of new items. A blank item inside itself has none; the server adds such items. */
  readonly blank?: View | undefined;
  /** Number of levels outwards to the sequence whose blank item this one uses. */
  readonly blankLevelsUp?: number | undefined;
  /** Reasons why items can't be removed or added. Undefined for a list without limits or of fixed length. */
  readonly limits?: LimitsView | undefined;
  /** Undefined for a list of fixed length. */
  readonly add?: ButtonView | undefined;
  /** Buttons that add an item of a kind, in a menu of {@link SequencePage.add}. Undefined if all items are of one kind. */
  readonly kinds?: readonly ButtonView[] | undefined;
  /** Area for adding items from text. Undefined unless the list accepts text. */
  readonly paste?: PasteView | undefined;
}

/** An area for adding items from text. */
export interface PasteView {
  /** Ids of the texts that name the list. */
  readonly nameIds: string;
  /** Id of the area for the text, and prefix of the ids of its parts. */
  readonly id: string;
  readonly title: string;
  readonly label: string;
  readonly help: string;
  readonly text: string;
  readonly error?: string | undefined;
  /** True if the area is open: its text was kept. */
  readonly open: boolean;
  readonly autofocus: boolean;
  readonly button: string;
  readonly disabled: boolean;
}

/** Texts about the limits of a list, shown if the limit is reached. */
export interface LimitsView {
  readonly atMin?: NoteView | undefined;
  readonly atMax?: NoteView | undefined;
}

/** A text that the script shows or hides as items come and go. */
export interface NoteView {
  readonly text: string;
  readonly shown: boolean;
}

/** The heading of a column. */
export interface ColumnView {
  readonly label: string;
  readonly required: boolean;
  /** True if a condition may require a field of the column. */
  readonly requirable: boolean;
  /** True if the fields of the column have a condition for showing them, or requiring them. */
  readonly conditional: boolean;
  /** True if all fields of the column are hidden. */
  readonly hidden: boolean;
}

/** An item of a list, with its edit buttons. */
export interface ItemView extends View, ItemConstants, ItemPage {}

/** The constants of {@link ItemView}. */
export interface ItemConstants {
  readonly template: string;
  /** True if items can be dragged. */
  readonly orderable: boolean;
  /** Number of its edit buttons, possible or not. */
  readonly actionCount: number;
  /**
   * True if the item has a `rename` marker around it. Its buttons are then posted inside the item, and outside of the list that is its
   * value.
   */
  readonly isRenamed: boolean;
}

/** The page part of {@link ItemView}. */
export interface ItemPage {
  /** Id of the item's field. The item adds `:item` to it, and its label `:label`. */
  readonly id: string;
  /** Names of the items around a deeply nested item. */
  readonly breadcrumb?: string | undefined;
  readonly content: View;
  /** Edit buttons, unless the content draws them after its heading. */
  readonly actions?: View | undefined;
}

/** The edit buttons of an item. */
export interface ActionsView extends ActionsConstants, ActionsPage {}

/** The constants of {@link ActionsView}. */
export interface ActionsConstants extends View {
  readonly edits: readonly ItemEditView[];
}

/** The page part of {@link ActionsView}: the state of the buttons, by their keys. */
export interface ActionsPage {
  /** Id of the item's field. */
  readonly id: string;
  /** Ids of the texts that name the item, for the end of each button's name. */
  readonly nameIds: string;
  /** True for buttons of edits that are impossible now. */
  readonly disabledEdits: Readonly<Record<string, boolean>>;
  /** True for the button to focus. */
  readonly focusedEdit?: Readonly<Record<string, boolean>> | undefined;
}

/** An item of a list as the row of a table. The item is a mapping. */
export interface RowView extends FieldView, RowConstants, RowPage {}

/** The constants of {@link RowView}. */
export interface RowConstants extends FieldConstants {
  readonly orderable: boolean;
  readonly actionCount: number;
}

/** The page part of {@link RowView}. */
export interface RowPage extends FieldPage {
  /** Fields of the item, each in a cell. */
  readonly cells: readonly CellView[];
  /** Hidden fields of the item. */
  readonly hiddenFields: readonly View[];
}

/** A cell of a row. */
export interface CellView {
  readonly content: View;
  /** True if all fields of the column are hidden. */
  readonly hidden: boolean;
}

/** A button for editing an item. */
export interface ItemEditView {
  /** End of the button's id, after the item's id and `:`. */
  readonly key: string;
  /** Value in the post. */
  readonly op: string;
  readonly label: string;
  /** Label of the menu that begins with this button. */
  readonly menu?: string | undefined;
  /** True if a menu ends with this button. */
  readonly endsMenu?: boolean;
}

/** A button for editing a field. */
export interface ButtonView {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly label: string;
  /** Ids of the texts of its name. */
  readonly labelledBy: string;
  readonly disabled: boolean;
  readonly autofocus: boolean;
}

/** A button at the end of a form. */
export interface FormButtonView {
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly type: "submit" | "reset" | "link";
  /** True for a link, with the address `href`. */
  readonly isLink: boolean;
  readonly href?: string | undefined;
  /** True for the button that Enter presses. */
  readonly primary: boolean;
  readonly disabled: boolean;
  readonly icon?: string | undefined;
  readonly cssClass?: string | undefined;
  readonly attributes?: readonly AttributeView[] | undefined;
}

/** An error in the summary, with a link to its field. */
export interface SummaryEntryView {
  /** Undefined if the field is not shown. */
  readonly href?: string | undefined;
  readonly text: string;
}

/** A whole form. */
export interface FormView extends View, FormConstants, FormPage {}

/** The constants of {@link FormView}. */
export interface FormConstants extends View {
  readonly method: string;
  readonly noValidate: boolean;
  /** `multipart/form-data` for a form with files. */
  readonly enctype?: string | undefined;
  /** The language of the form, if it has the option. */
  readonly language?: { readonly tag: string; readonly direction: "ltr" | "rtl" } | undefined;
  /** Position of labels, if it is not above the controls. */
  readonly layout?: "horizontal" | "inline" | undefined;
  /** Texts of the scripts, as JSON. */
  readonly scriptTexts?: string | undefined;
  /** True if the form posts by fetch. */
  readonly enhance: boolean;
  /** True if the script asks for the errors of a field when a person leaves it. */
  readonly live: boolean;
  /** Explanation of the keys that move items. Undefined without items to move. */
  readonly keysNote?: string | undefined;
  readonly heading?: string | undefined;
  readonly description?: string | undefined;
  readonly enter?: FormButtonView | undefined;
  readonly buttons: readonly FormButtonView[];
}

/** The page part of {@link FormView}. */
export interface FormPage {
  readonly id: string;
  readonly action: string;
  /** Set if the browser asks before a person leaves a page with changes. `unsaved` is true for changes from the start. */
  readonly warn?: { readonly unsaved: boolean } | undefined;
  /** Hidden controls of the form itself. */
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  /** Explanation of the mark of required fields. The mark comes between its parts. Undefined if no field is required. */
  readonly requiredNote?: readonly [before: string, after: string] | undefined;
  /** A message on top, such as "Saved". */
  readonly notice?: { readonly text: string; readonly autofocus: boolean } | undefined;
  readonly summary?:
    | { readonly title: string; readonly entries: readonly SummaryEntryView[]; readonly autofocus: boolean }
    | undefined;
  readonly children: readonly View[];
}
