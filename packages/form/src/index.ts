export {
  createForm,
  createFormWith,
  type CreatedForm,
  type CreateForm,
  type DeferredOption,
} from "./define/form.ts";
export type {
  DataOf,
  Form,
  FormSchema,
  RenderOptions,
  UnboundForm,
  ValidationResult,
  DataResult,
} from "./define/form-interface.ts";
export {
  type DeepPartial,
  type DynamicPath,
  type ErrorsAt,
  type FieldPath,
  path,
  type WidgetPath,
} from "./field/paths.ts";
export {
  type Arrangement,
  type Block,
  type BlockOptions,
  columns,
  details,
  type DetailsOptions,
  row,
  type Section,
  section,
  tabs,
} from "./field/arrangement.ts";
export type { PageError } from "./page/page-limit.ts";
export { FilledForm } from "./page/filled-form.ts";
export type { FilledField } from "./page/filled-field.ts";
export { escapeHtml } from "./templates/escape.ts";

export { Html } from "./templates/html.ts";
export type { FormOptions } from "./define/form-options.ts";
export type { GivenWidget } from "./define/choose-widget.ts";
export type { Button } from "./define/button.ts";
export type { Theme } from "./themes/theme.ts";
export { bootstrap, type BootstrapOptions } from "./themes/bootstrap.ts";
export { compact } from "./themes/compact.ts";
export type { Language } from "./languages/language.ts";
export type { NumberSigns } from "./languages/number-notation.ts";
export type { TextId } from "./languages/english-texts.ts";
export { arabic } from "./languages/arabic.ts";
export { english } from "./languages/english.ts";
export { french } from "./languages/french.ts";
export { german } from "./languages/german.ts";
export { japanese } from "./languages/japanese.ts";
export { spanish } from "./languages/spanish.ts";
export { baseResources, clientResources, type Resource } from "./page/resources.ts";

export { autocomplete, type AutocompleteOptions, type AutocompleteView } from "./widgets/autocomplete.ts";
export { checkbox, type CheckboxOptions } from "./widgets/checkbox.ts";
export { checkedInput, type CheckedInputOptions } from "./widgets/checked-input.ts";
export { checkedPassword, type CheckedPasswordOptions } from "./widgets/checked-password.ts";
export type { CsvOptions } from "./widgets/csv.ts";
export { checkboxChoice, type CheckboxChoiceOptions } from "./widgets/checkbox-choice.ts";
export type { ChoiceGroupView, ChoiceView } from "./widgets/choices.ts";
export type { ChoiceGroup, ChoiceValue, LabelledChoice } from "./field/choice.ts";
export { colorInput, type ColorInputView, type ColorReadonlyView } from "./widgets/color-input.ts";
export { type PartView, readParts } from "./widgets/parts.ts";
export { dateInput, type DateInputOptions } from "./widgets/date-input.ts";
export { dateParts, type DatePartsOptions } from "./widgets/date-parts.ts";
export { dateTimeInput, type DateTimeInputOptions } from "./widgets/date-time-input.ts";
export { entries, type EntriesOptions } from "./widgets/entries.ts";
export {
  fileInput,
  type FileInputOptions,
  type FileInputView,
  type FilesView,
  type FileView,
  type KeptFileView,
} from "./widgets/file-input.ts";
export { SavedFile, type SavedFileDetails } from "./field/saved-file.ts";
export { compareFiles, type ComparedFiles } from "./read/saved-files.ts";
export { hidden } from "./widgets/hidden.ts";
export { mapping, type MappingOptions } from "./widgets/mapping.ts";
export { maskedInput, type MaskedInputOptions, type MaskedInputView } from "./widgets/masked-input.ts";
export { moneyInput, type MoneyInputOptions } from "./widgets/money-input.ts";
export { numberInput, type NumberInputOptions } from "./widgets/number-input.ts";
export { password, type PasswordOptions } from "./widgets/password.ts";
export { radioChoice, type RadioChoiceOptions } from "./widgets/radio-choice.ts";
export {
  type OptionGroupView,
  type OptionView,
  select,
  type SelectOptions,
  type SelectView,
} from "./widgets/select.ts";
export { rangeInput, type RangeInputOptions, type RangeInputView } from "./widgets/range-input.ts";
export { selectSearch } from "./widgets/select-search.ts";
export { sequence, type SequenceOptions } from "./widgets/sequence.ts";
export { switchInput } from "./widgets/switch-input.ts";
export { tags, type TagsOptions, type TagsView } from "./widgets/tags.ts";
export { textArea, type TextAreaOptions } from "./widgets/text-area.ts";
export { textAreaCsv, type TextAreaCsvOptions } from "./widgets/text-area-csv.ts";
export { textInput, type TextInputOptions, type TextInputType } from "./widgets/text-input.ts";
export { textInputCsv } from "./widgets/text-input-csv.ts";
export { timeInput, type TimeInputOptions } from "./widgets/time-input.ts";
export {
  tupleGroup,
  type TupleGroupOptions,
  type TupleGroupView,
  type TuplePartView,
} from "./widgets/tuple-group.ts";
export { union, type UnionBodyView, type UnionOptions, type UnionView } from "./widgets/union.ts";

export type {
  Findings,
  Makes,
  Widget,
  WidgetField,
  WidgetOptions,
  WidgetPlace,
  WidgetTraits,
} from "./field/widget.ts";
export type { ContainerWidget, Edited, EditTarget, Filler } from "./read/container.ts";
export type { Reading } from "./read/reading.ts";
export type { Field } from "./field/field.ts";
export type { Place } from "./field/place.ts";
export type { Draw, Template, TemplateLook, View } from "./field/template.ts";
export type { StagedView } from "./field/staged-view.ts";

export type * from "./templates/template-views.ts";
export type * from "./field/view.ts";
