import type { Template, View } from "../field/template.ts";
import type {
  ActionsConstants,
  ActionsPage,
  BlockConstants,
  BlockPage,
  CheckboxConstants,
  CheckboxPage,
  DependentConstants,
  DependentPage,
  FieldConstants,
  FieldPage,
  FormButtonView,
  FormConstants,
  FormPage,
  HiddenPage,
  InputConstants,
  InputPage,
  ItemConstants,
  ItemPage,
  MappingConstants,
  MappingPage,
  ReadonlyPage,
  RowConstants,
  RowPage,
  SequenceConstants,
  SequencePage,
  SequenceView,
} from "../field/view.ts";
import type { AutocompleteConstants, AutocompletePage } from "../widgets/autocomplete.ts";
import type { CheckedInputPage } from "../widgets/checked-input.ts";
import type { ChoiceGroupConstants, ChoiceGroupPage } from "../widgets/choices.ts";
import type { ChooseNonePage } from "../widgets/choose-none.ts";
import type { ColorInputPage, ColorReadonlyPage } from "../widgets/color-input.ts";
import type { MomentConstants } from "../widgets/date-input.ts";
import type { FileInputConstants, FileInputPage, FilesPage, FileView } from "../widgets/file-input.ts";
import type { MaskedInputConstants } from "../widgets/masked-input.ts";
import type { PartsConstants, PartsPage } from "../widgets/parts.ts";
import type { RangeInputPage } from "../widgets/range-input.ts";
import type { RichTextConstants, RichTextPage } from "../widgets/rich-text.ts";
import type { OptionView, SelectConstants, SelectPage } from "../widgets/select.ts";
import type { TagsPage } from "../widgets/tags.ts";
import type { TextAreaConstants } from "../widgets/text-area.ts";
import type { TupleGroupPage } from "../widgets/tuple-group.ts";
import type { UnionBodyConstants, UnionBodyPage, UnionPage } from "../widgets/union.ts";

/** The two parts of a template's view. */
export interface Stage<Constants, Page> {
  readonly constants: Constants;
  readonly page: Page;
}

/** The built-in templates that an application may replace, with both parts of their views. */
export interface TemplateStages {
  form: Stage<FormConstants, FormPage>;
  readonly: Stage<FieldConstants, ReadonlyPage>;

  autocomplete: Stage<AutocompleteConstants, AutocompletePage>;
  dependent: Stage<DependentConstants, DependentPage>;
  checkbox: Stage<CheckboxConstants, CheckboxPage>;
  "checkbox-choice": Stage<ChoiceGroupConstants, ChoiceGroupPage>;
  "checked-input": Stage<InputConstants, CheckedInputPage>;
  "color-input": Stage<InputConstants, ColorInputPage>;
  "color-readonly": Stage<FieldConstants, ColorReadonlyPage>;
  "date-input": Stage<MomentConstants, InputPage>;
  "date-parts": Stage<PartsConstants, PartsPage>;
  "date-time-input": Stage<PartsConstants, PartsPage>;
  "file-input": Stage<FileInputConstants, FileInputPage>;
  "file-input-readonly": Stage<FieldConstants, FilesPage>;
  hidden: Stage<View, HiddenPage>;
  mapping: Stage<MappingConstants, MappingPage>;
  "mapping-details": Stage<MappingConstants, MappingPage>;
  "masked-input": Stage<MaskedInputConstants, InputPage>;
  "money-input": Stage<InputConstants, InputPage>;
  "number-input": Stage<InputConstants, InputPage>;
  "radio-choice": Stage<ChoiceGroupConstants, ChoiceGroupPage>;
  "range-input": Stage<InputConstants, RangeInputPage>;
  "rich-text": Stage<RichTextConstants, RichTextPage>;
  "rich-text-readonly": Stage<FieldConstants, RichTextPage>;
  select: Stage<SelectConstants, SelectPage>;
  "select-search": Stage<SelectConstants, SelectPage & Partial<TagsPage>>;
  sequence: Stage<SequenceConstants, SequencePage>;
  "sequence-table": Stage<SequenceConstants, SequencePage>;
  "switch-input": Stage<CheckboxConstants, CheckboxPage>;
  "text-area": Stage<TextAreaConstants, InputPage>;
  "text-input": Stage<InputConstants, InputPage>;
  "time-input": Stage<MomentConstants, InputPage>;
  "tuple-group": Stage<FieldConstants, TupleGroupPage>;
  union: Stage<FieldConstants, UnionPage>;
  "union-body": Stage<UnionBodyConstants, UnionBodyPage>;

  "block-section": Stage<BlockConstants, BlockPage>;
  "block-row": Stage<BlockConstants, BlockPage>;
  "block-columns": Stage<BlockConstants, BlockPage>;
  "block-column": Stage<BlockConstants, BlockPage>;
  "block-tabs": Stage<BlockConstants, BlockPage>;
  "block-panel": Stage<BlockConstants, BlockPage>;
  "block-details": Stage<BlockConstants, BlockPage>;

  // Parts of other templates, drawn as partials.
  "form-start": Stage<FormConstants, FormPage>;
  "form-notice": Stage<FormConstants, FormPage>;
  "form-summary": Stage<FormConstants, FormPage>;
  "form-note": Stage<FormConstants, FormPage>;
  "form-buttons": Stage<FormConstants, FormPage>;
  "form-end": Stage<FormConstants, FormPage>;
  "field-label": Stage<FieldConstants, FieldPage>;
  "readonly-open": Stage<FieldConstants, FieldPage>;
  label: Stage<Pick<FieldConstants, "label">, Pick<FieldPage, "number" | "title">>;
  "required-mark": Stage<Pick<FieldConstants, "required" | "requirable">, object>;
  help: Stage<FieldConstants, FieldPage>;
  errors: Stage<FieldConstants, FieldPage>;
  "field-open": Stage<FieldConstants, FieldPage>;
  "field-close": Stage<FieldConstants, FieldPage>;
  "group-open": Stage<FieldConstants, FieldPage>;
  "group-close": Stage<FieldConstants, FieldPage>;
  "affix-open": Stage<FieldConstants, FieldPage>;
  "affix-close": Stage<FieldConstants, FieldPage>;
  icon: Unstaged<FormButtonView>;
  "choice-group": Stage<ChoiceGroupConstants, ChoiceGroupPage>;
  option: Unstaged<OptionView>;
  "file-link": Unstaged<FileView>;
  "mapping-content": Stage<MappingConstants, MappingPage>;
  "mapping-fields": Stage<MappingConstants, MappingPage>;
  inclusion: Stage<Pick<FieldConstants, "includeLabel">, Pick<FieldPage, "id" | "inclusion" | "nothing">>;
  of: Stage<Pick<FieldConstants, "label" | "of">, Pick<FieldPage, "id" | "number">>;
  "sequence-open": Stage<SequenceConstants, SequencePage>;
  "sequence-close": Stage<SequenceConstants, SequencePage>;
  limits: Stage<SequenceConstants, SequencePage>;
  empty: Stage<object, Pick<SequencePage, "empty">>;
  paste: Stage<SequenceConstants, SequencePage>;
  item: Stage<ItemConstants, ItemPage>;
  row: Stage<RowConstants, RowPage>;
  handle: Stage<Pick<ItemConstants, "orderable">, object>;
  actions: Stage<ActionsConstants, ActionsPage>;
}

/** Parts of other templates that may change with them. Applications can't replace these. */
interface InternalStages {
  "error-count": Stage<object, Pick<BlockPage, "errorCount">>;
  "choose-none": Stage<FieldConstants, FieldPage & ChooseNonePage>;
  "control-classes": Stage<Pick<FieldConstants, "cssClass">, Pick<FieldPage, "invalid">>;
  "field-classes": Stage<Pick<FieldConstants, "itemCssClass">, Pick<FieldPage, "invalid">>;
  "control-attributes": Stage<
    Pick<FieldConstants, "name" | "disabled" | "attributes" | "idle">,
    Omit<FieldPage, "errors">
  >;
  "group-attributes": Stage<FieldConstants, FieldPage>;
  "labelled-by": Stage<object, Pick<FieldPage, "labelledBy">>;
  input: Stage<
    Omit<FieldConstants, "template" | "label" | "isGroup" | "readonly" | "affixed"> &
      Pick<InputConstants, "size" | "inputMode" | "autocomplete">,
    ControlPage
  >;
  "marked-input": Stage<MomentConstants, InputPage>;
  "required-attribute": Stage<Pick<FieldConstants, "required" | "requirable" | "inOptional" | "idle">, object>;
  "requirable-mark": Stage<Pick<FieldConstants, "required" | "requirable">, object>;
  "block-hidden": Stage<object, Pick<BlockPage, "conditional" | "out">>;
  "more-attributes": Stage<Pick<FieldConstants, "disabled" | "attributes">, object>;
  parts: Stage<PartsConstants, PartsPage>;
  "select-control": Stage<SelectConstants, SelectPage>;
  "text-control": Stage<InputConstants, InputPage>;
}

/** The properties of one control. */
type ControlPage = Omit<InputPage, "errors" | "direction">;

/** All built-in templates, with both parts of their views. */
export type BuiltInStages = TemplateStages & InternalStages;

/** The stage of a view that is drawn once a page, so nothing in it is constant. */
type Unstaged<V> = Stage<V, V>;

type BuiltInViews = {
  [Name in Exclude<keyof TemplateStages, "sequence" | "sequence-table">]: View &
    TemplateStages[Name]["constants"] &
    TemplateStages[Name]["page"];
};

/**
 * The view of each template. An application adds its own:
 *
 *     declare module "@turnform/form" {
 *       interface TemplateViews {
 *         "star-rating": StarRatingView;
 *       }
 *     }
 */
export interface TemplateViews extends BuiltInViews {
  sequence: SequenceView;
  "sequence-table": SequenceView;
}

/** Templates by the name of the built-in template or view they draw. */
export type Templates = { readonly [Name in keyof TemplateViews]?: Template<TemplateViews[Name]> };
