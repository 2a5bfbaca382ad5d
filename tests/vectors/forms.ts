import { type Button, createForm, english, type Form, type Language } from "@turnform/form";
import type { Control, Invalid } from "@turnform/schema";
import { colanderMessages } from "@turnform/schema/tools";
import { z } from "zod";
import type { NeutralButton, NeutralForm } from "./recorded.ts";
import { zodOf } from "./schemas.ts";
import { widgetFor } from "./widgets.ts";

/** English with the recorded messages. */
const recordedEnglish: Language = {
  ...english,
  messages: {
    ...english.messages,
    ...colanderMessages,
    mismatch: "Fields did not match",
    passwordMismatch: "Password did not match confirm",
  },
};

/** Makes a form from a recorded one. */
export function formOf({ schema, options = {} }: NeutralForm): Form<z.ZodObject> {
  const { formid = "deform", action = "", method = "POST", buttons = ["submit"] } = options;
  const type = zodOf(schema, widgetFor);
  if (!(type instanceof z.ZodObject)) throw new TypeError("The schema of a recorded form is no mapping");
  return createForm(type, {
    formId: formid,
    action,
    method: method === "GET" ? "get" : "post",
    buttons: buttons.map(buttonOf),
    language: recordedEnglish,
  });
}

/** Makes a button from a recorded one. A link's value is its address. */
function buttonOf(given: string | NeutralButton): string | Button {
  if (typeof given === "string") return given;
  const { type, value, ...rest } = given;
  if (type === "link") return { ...rest, type, href: value ?? "" };
  return { ...rest, ...(value !== undefined && { value }) };
}

/** Converts recorded pairs to controls as a browser posts them. */
export function controlsOf(pairs: readonly (readonly [string, unknown])[]): Control[] {
  return pairs.map(([name, value]) => [name, typeof value === "string" ? value : fileOf(value)]);
}

/** Makes an upload from a recorded file. Empty bytes mean that no file was chosen. */
function fileOf(recorded: unknown): File {
  const file: object = Object(Reflect.get(Object(recorded), "$file") ?? {});
  const text = (name: string): string => String(Reflect.get(file, name) ?? "");
  return new File([text("content")], text("filename"), { type: text("type") });
}

/** Returns the messages of every invalid field, path by path, as a person sees them. */
export function fieldErrors(
  error: Invalid,
  path = "",
): (readonly [path: string, messages: readonly string[]])[] {
  const inner = [...error.children].flatMap(([key, child]) =>
    fieldErrors(child, [path, String(key)].filter(Boolean).join(".")),
  );
  return [[path, error.messages], ...inner];
}

/** Returns the messages of each invalid field. */
export function said(
  marked: readonly (readonly [path: string, messages: readonly string[]])[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    marked
      .filter(([, messages]) => messages.length > 0)
      .map(([path, messages]) => [path, messages.join("; ")]),
  );
}
