import type { FilledForm, InputView, MappingView, SequenceView, View } from "@turnform/form";
import type { Control } from "@turnform/schema";
import { newPresetForm, type Preset } from "./preset.ts";

/** @returns the preset that a form shows, as it would be saved; undefined where that is no whole preset */
export function typedPreset(form: FilledForm): Preset | undefined {
  const result = newPresetForm.validate(form.view().children.flatMap((view) => [...controlsOf(view)]));
  return result.kind === "valid" ? result.value : undefined;
}

/** @yields what the controls of a view post; those that are not shown are left out */
function* controlsOf(view: View): Generator<Control, void> {
  const { template, name, value, items, children }: View & Partial<InputView & SequenceView & MappingView> =
    view;
  if (name === undefined || template === "hidden") return;
  if (value !== undefined) {
    yield [name, value];
    return;
  }
  yield ["__start__", `${name}:${items ? "sequence" : "mapping"}`];
  for (const { content } of items ?? []) yield* controlsOf(content);
  for (const child of children ?? []) yield* controlsOf(child);
  yield ["__end__", ""];
}
