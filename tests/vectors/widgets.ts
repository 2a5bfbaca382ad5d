import {
  autocomplete,
  checkbox,
  checkboxChoice,
  checkedInput,
  checkedPassword,
  dateInput,
  dateParts,
  dateTimeInput,
  fileInput,
  hidden,
  mapping,
  moneyInput,
  password,
  radioChoice,
  select,
  sequence,
  textArea,
  textAreaCsv,
  textInput,
  textInputCsv,
  timeInput,
  type ChoiceGroup,
  type ChoiceValue,
  type Widget,
  type WidgetOptions,
} from "@turnform/form";
import { richText } from "@turnform/form/rich-text";
import type { NeutralChoice, NeutralSchema, NeutralWidget } from "./recorded.ts";

/** Makes a widget from each recorded one, with only the recorded options. */
const made: Readonly<
  Record<
    string,
    (options: Omit<NeutralWidget, "w"> & Omit<WidgetOptions, "template" | "readonlyTemplate">) => Widget
  >
> = {
  textInput: (options) => textInput(options),
  textArea: (options) => textArea(options),
  richText: ({ rows, ...options }) => richText({ ...options, ...(rows && { rows }) }),
  password: (options) => password(options),
  hidden: () => hidden(),
  checkbox: ({ trueVal, falseVal, ...options }) =>
    checkbox({
      ...options,
      ...(trueVal !== undefined && { trueValue: trueVal }),
      ...(falseVal !== undefined && { falseValue: falseVal }),
    }),
  select: ({ values = [], ...options }) => select({ ...options, values: values.map(offered) }),
  radioChoice: ({ values = [], ...options }) =>
    radioChoice({ ...options, values: values.map(offered).filter(isChoice) }),
  checkboxChoice: ({ values = [], ...options }) =>
    checkboxChoice({ ...options, values: values.map(offered).filter(isChoice) }),
  checkedInput: (options) => checkedInput(options),
  checkedPassword: (options) => checkedPassword(options),
  dateParts: (options) => dateParts(options),
  dateInput: () => dateInput(),
  dateTimeInput: () => dateTimeInput(),
  timeInput: () => timeInput(),
  textAreaCsv: (options) => textAreaCsv(options),
  textInputCsv: (options) => textInputCsv(options),
  sequence: ({ addText, orderable }) =>
    sequence({ ...(orderable !== undefined && { orderable }), ...(addText && { addText }) }),
  mapping: () => mapping(),
  moneyInput: (options) => moneyInput(options),
  autocomplete: ({ values = [] }) => autocomplete({ values: values.map(String) }),
  fileUpload: ({ accept }) => fileInput(accept === undefined ? {} : { accept }),
};
const aliases: Readonly<Record<string, string>> = { select2: "select", selectize: "select" };

/** Returns the widget of a recorded schema, or undefined for the default one. */
export function widgetFor({ name = "", widget }: NeutralSchema): Widget | undefined {
  if (!widget) return undefined;
  const { w, ...options } = widget;
  const make = made[aliases[w] ?? w];
  if (!make) throw new TypeError(`No widget is called ${w}, as field "${name}" has it`);
  return make(options);
}

type Offered = NonNullable<NeutralWidget["values"]>[number];

function offered(given: Offered): ChoiceValue | ChoiceGroup {
  return "group" in given ? { group: given.group, options: given.options.map(choice) } : choice(given);
}

function choice([value, label]: NeutralChoice): ChoiceValue {
  return [String(value), label];
}

function isChoice(given: ChoiceValue | ChoiceGroup): given is ChoiceValue {
  return Array.isArray(given);
}
