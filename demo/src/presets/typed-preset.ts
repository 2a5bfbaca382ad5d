import type { FilledForm, InputView, MappingView, SequenceView, View } from "@turnform/form";
import type { Control } from "@turnform/schema";
import { newPresetForm, type Preset } from "./preset.ts";

/** Returns the preset that a form shows, or undefined if its values are invalid. */
export function typedPreset(form: FilledForm): Preset | undefined {
  const result = newPresetForm.validate(form.view().children.flatMap((view) => [...controlsOf(view)]));
  return result.kind === "valid" ? result.value : undefined;
}

/**
 * Reads the controls of a view.
 *
 * @yields the controls that it posts, without hidden ones
 */
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
