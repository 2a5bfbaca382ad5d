import type { Template } from "./template.ts";
import type {
  CheckboxView,
  FieldView,
  FormButtonView,
  FormView,
  HiddenView,
  InputView,
  ItemView,
  MappingView,
  ReadonlyView,
  SequenceView,
} from "./view.ts";
import type { AutocompleteView } from "./widgets/autocomplete.ts";
import type { CheckedInputView } from "./widgets/checked-input.ts";
import type { ChoiceGroupView } from "./widgets/choices.ts";
import type { ColorInputView, ColorReadonlyView } from "./widgets/color-input.ts";
import type { MomentView } from "./widgets/date-input.ts";
import type { FileInputView, FilesView, FileView } from "./widgets/file-input.ts";
import type { MaskedInputView } from "./widgets/masked-input.ts";
import type { PartsView } from "./widgets/parts.ts";
import type { RangeInputView } from "./widgets/range-input.ts";
import type { RichTextView } from "./widgets/rich-text.ts";
import type { OptionView, SelectView } from "./widgets/select.ts";
import type { TagsView } from "./widgets/tags.ts";
import type { TextAreaView } from "./widgets/text-area.ts";
import type { TupleGroupView } from "./widgets/tuple-group.ts";
import type { UnionBodyView, UnionView } from "./widgets/union.ts";

/**
 * What each template is given. An application adds those of its own:
 *
 *     declare module "@turnform/form" {
 *       interface TemplateViews {
 *         "star-rating": StarRatingView;
 *       }
 *     }
 */
export interface TemplateViews {
  form: FormView;
  readonly: ReadonlyView;

  autocomplete: AutocompleteView;
  checkbox: CheckboxView;
  "checkbox-choice": ChoiceGroupView;
  "checked-input": CheckedInputView;
  "color-input": ColorInputView;
  "color-readonly": ColorReadonlyView;
  "date-input": MomentView;
  "date-parts": PartsView;
  "date-time-input": PartsView;
  "file-input": FileInputView;
  "file-input-readonly": FilesView;
  hidden: HiddenView;
  mapping: MappingView;
  "mapping-details": MappingView;
  "masked-input": MaskedInputView;
  "money-input": InputView;
  "number-input": InputView;
  "radio-choice": ChoiceGroupView;
  "range-input": RangeInputView;
  "rich-text": RichTextView;
  "rich-text-readonly": RichTextView;
  select: SelectView;
  "select-search": SelectView | TagsView;
  sequence: SequenceView;
  "sequence-table": SequenceView;
  "switch-input": CheckboxView;
  "text-area": TextAreaView;
  "text-input": InputView;
  "time-input": MomentView;
  "tuple-group": TupleGroupView;
  union: UnionView;
  "union-body": UnionBodyView;

  // Parts of others, drawn as partials.
  "form-start": FormView;
  "form-notice": FormView;
  "form-summary": FormView;
  "form-note": FormView;
  "form-buttons": FormView;
  "form-end": FormView;
  "field-label": FieldView;
  "readonly-open": FieldView;
  label: FieldPart<"label">;
  "required-mark": FieldPart<"required">;
  help: FieldView;
  errors: FieldView;
  "field-open": FieldView;
  "field-close": FieldView;
  "group-open": FieldView;
  "group-close": FieldView;
  "affix-open": FieldView;
  "affix-close": FieldView;
  icon: FormButtonView;
  "choice-group": ChoiceGroupView;
  option: OptionView;
  "file-link": FileView;
  "mapping-content": MappingView;
  "sequence-open": SequenceView;
  "sequence-close": SequenceView;
  limits: SequenceView;
  item: ItemView;
  row: ItemView;
  handle: ItemView;
  actions: ItemView;
}

/** What is surely there of a field, or of a part or column that stands for one; the rest is where it is a field. */
type FieldPart<Key extends keyof FieldView> = Partial<FieldView> & Pick<FieldView, Key>;

/** Templates by name, each for the view that is drawn by it. */
export type Templates = { readonly [Name in keyof TemplateViews]?: Template<TemplateViews[Name]> };
