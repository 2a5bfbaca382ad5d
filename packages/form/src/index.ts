export { createForm, type Form, type FormOptions, type ValidationResult } from "./form.ts";
export { FilledForm } from "./filled-form.ts";
export type { Button } from "./button.ts";
export { baseResources, clientResources, type Resource } from "./resources.ts";

export { checkbox, type CheckboxOptions } from "./widgets/checkbox.ts";
export { fileInput, type FileInputOptions } from "./widgets/file-input.ts";
export { mapping } from "./widgets/mapping.ts";
export { numberInput } from "./widgets/number-input.ts";
export { select, type SelectOptions } from "./widgets/select.ts";
export { sequence, type SequenceOptions } from "./widgets/sequence.ts";
export { textInput, type TextInputOptions } from "./widgets/text-input.ts";
export type { Widget } from "./widgets/widget.ts";
export type { Field } from "./field.ts";
export type { Place } from "./place.ts";
export type * from "./view.ts";
