/** What every template gets: a plain value, drawn by the template it names. */
export interface View {
  /** Name of the template. */
  readonly template: string;
}

/** A field: what its label, help and errors need. */
export interface FieldView extends View {
  readonly id: string;
  /** Name of the control, or of the marker around several. */
  readonly name: string;
  readonly label: string;
  /** Position of an item in its sequence, from 1, or `*` in a blank item. */
  readonly number?: string | undefined;
  readonly help?: string | undefined;
  readonly errors: readonly string[];
  /** Whether the field or something inside it is wrong. */
  readonly invalid: boolean;
  /** Ids for `aria-describedby`: help and errors that are there. */
  readonly describedBy?: string | undefined;
  readonly required: boolean;
  readonly autofocus: boolean;
}

/** A field written in one `<input>`. */
export interface InputView extends FieldView {
  readonly type: string;
  readonly value: string;
  readonly placeholder?: string | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly step?: number | "any" | undefined;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly pattern?: string | undefined;
  readonly inputMode?: string | undefined;
  readonly autocomplete?: string | undefined;
}

/** A yes-or-no field. */
export interface CheckboxView extends FieldView {
  readonly value: string;
  readonly checked: boolean;
  /** Name of the marker that says «nothing ticked» for a checkbox that is an item of a sequence. */
  readonly marker?: string | undefined;
}

/** A choice among given values. */
export interface SelectView extends FieldView {
  readonly options: readonly OptionView[];
}

/** One choice. */
export interface OptionView {
  readonly value: string;
  readonly label: string;
  readonly selected: boolean;
}

/** A file to choose, or several, with those that the server keeps. */
export interface FileInputView extends FieldView {
  readonly accept?: string | undefined;
  readonly multiple: boolean;
  /** Whether the browser asks for a file: one is required, and none is kept. */
  readonly mustChoose: boolean;
  readonly kept: readonly KeptFileView[];
}

/** A file that the server keeps, with a box to untick. */
export interface KeptFileView {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly invalid: boolean;
}

/** A group of named fields. */
export interface MappingView extends FieldView {
  readonly children: readonly View[];
}

/** A list of fields that can grow and shrink. */
export interface SequenceView extends FieldView {
  readonly min: number;
  readonly max?: number | undefined;
  readonly orderable: boolean;
  readonly items: readonly ItemView[];
  /** What new items are made from; a blank item inside itself has none, and leaves adding to the server. */
  readonly blank?: ItemView | undefined;
  readonly add: ButtonView;
}

/** One item of a list, with the buttons that edit it. */
export interface ItemView {
  readonly id: string;
  /** Id of the item's label, which its buttons are named by as well. */
  readonly labelId: string;
  readonly content: View;
  readonly edits: readonly ButtonView[];
}

/** A button inside a form. */
export interface ButtonView {
  readonly id?: string | undefined;
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly primary?: boolean;
  readonly disabled?: boolean;
  readonly autofocus?: boolean;
}

/** One error of the summary on top, leading to its field. */
export interface SummaryEntryView {
  readonly href: string;
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
  /** Whether it posts by fetch. */
  readonly enhance: boolean;
  /** Hidden controls of the form's own. */
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  /** Whether any field is marked as required, so that the mark is explained. */
  readonly hasRequired: boolean;
  readonly enter?: ButtonView | undefined;
  readonly summary?:
    | { readonly title: string; readonly entries: readonly SummaryEntryView[]; readonly autofocus: boolean }
    | undefined;
  readonly children: readonly View[];
  readonly buttons: readonly ButtonView[];
}
