import type { Pstruct } from "@turnform/schema";
import type { NeutralSchema } from "./recorded.ts";

/** What a widget makes of what was posted for it; undefined is «nothing». */
type Read = (pstruct: Pstruct | undefined, schema: NeutralSchema) => unknown;

const DEFAULTS: Readonly<Record<string, string>> = {
  boolean: "checkbox",
  date: "dateInput",
  datetime: "dateTimeInput",
  time: "timeInput",
  tuple: "textInputCsv",
  money: "moneyInput",
  set: "checkboxChoice",
  mapping: "mapping",
  file: "fileUpload",
  sequence: "sequence",
};

/** The one text inside a mapping of a given name, or the text that was posted in its place. */
const part = (pstruct: Pstruct | undefined, name: string): string => {
  if (typeof pstruct === "string") return pstruct;
  const parts: object = Object(pstruct ?? {});
  // A script of the original's puts what it shows into another notation, and what it means beside it.
  const value: unknown = Reflect.get(parts, `${name}_submit`) ?? Reflect.get(parts, name);
  return typeof value === "string" ? value : "";
};

const text: Read = (pstruct, { widget }) => {
  if (typeof pstruct !== "string") return pstruct;
  const stripped = widget?.strip === false ? pstruct : pstruct.trim();
  return stripped === "" ? undefined : stripped;
};
const asItIs: Read = (pstruct) => (pstruct === "" ? undefined : pstruct);

const readers: Readonly<Record<string, Read>> = {
  textInput: text,
  textArea: text,
  password: text,
  autocomplete: text,
  richText: text,
  hidden: asItIs,
  moneyInput: (pstruct, schema) => {
    const given = text(pstruct, schema);
    return typeof given === "string" ? given.replaceAll(",", "") : given;
  },
  checkbox: (pstruct, { widget: { trueVal = "true", falseVal = "false" } = { w: "" } }) =>
    pstruct === undefined ? falseVal : pstruct === trueVal ? trueVal : falseVal,
  select: (pstruct, { widget: { nullValue = "" } = { w: "" } }) =>
    pstruct === nullValue ? undefined : pstruct,
  radioChoice: asItIs,
  checkboxChoice: (pstruct) => (typeof pstruct === "string" ? [pstruct] : pstruct),
  dateInput: (pstruct) => part(pstruct, "date").trim(),
  timeInput: (pstruct) => part(pstruct, "time").trim(),
  dateTimeInput: (pstruct) => {
    const [date, time] = [part(pstruct, "date").trim(), part(pstruct, "time").trim()];
    return date === "" ? "" : `${date}${time && `T${time}`}`;
  },
  dateParts: (pstruct) => {
    const [year = "", ...rest] = ["year", "month", "day"].map((name) => part(pstruct, name).trim());
    const parts = [/^\d\d$/.test(year) ? `20${year}` : year, ...rest];
    return parts.every((each) => each === "")
      ? undefined
      : parts.map((each) => each.padStart(2, "0")).join("-");
  },
  checkedInput: (pstruct, { name = "" }) => part(pstruct, name) || undefined,
  checkedPassword: (pstruct, { name = "" }) => part(pstruct, name) || undefined,
  fileUpload: (pstruct) =>
    pstruct === undefined ? undefined : (Reflect.get(Object(pstruct), "upload") as unknown),
  mapping: (pstruct = {}, { children = [] }) => {
    if (typeof pstruct !== "object" || Array.isArray(pstruct)) return pstruct;
    const cstruct: Record<string, unknown> = Object.create(null);
    for (const child of children) {
      const { name = "" } = child;
      cstruct[name] = cstructOf(child, Object.hasOwn(pstruct, name) ? Reflect.get(pstruct, name) : undefined);
    }
    return cstruct;
  },
  sequence: (pstruct = [], { children: [item] = [] }) => {
    const items = typeof pstruct === "string" ? [pstruct] : pstruct;
    return Array.isArray(items) && item ? items.map((each: Pstruct) => cstructOf(item, each)) : items;
  },
};
const select2: Readonly<Record<string, string>> = { select2: "select", selectize: "select" };

/** Whether a schema has a widget that takes a notation apart, such as CSV: that is not done over here. */
export function hasNotation({ type, widget, children = [] }: NeutralSchema): boolean {
  return /csv$/i.test(widget?.w ?? DEFAULTS[type] ?? "") || children.some(hasNotation);
}

/** What a recorded form's widgets hand to its schema; enough of them for the schema to have all its cases. */
export function cstructOf(schema: NeutralSchema, pstruct: Pstruct | undefined): unknown {
  const name = schema.widget?.w ?? DEFAULTS[schema.type] ?? "textInput";
  const read = readers[select2[name] ?? name];
  return read ? read(pstruct, schema) : pstruct;
}
