/**
 * Returns the control that an arrow key, Home or End leads to in a toolbar. The arrow keys go around.
 *
 * @param controls The controls that can have the focus, in order
 * @param isVertical True if the arrows up and down count too
 */
export function controlFor(
  { key }: KeyboardEvent,
  toolbar: Element,
  controls: readonly HTMLElement[],
  isVertical: boolean = false,
): HTMLElement | undefined {
  const at = controls.findIndex((control) => control === document.activeElement);
  const isRightToLeft = getComputedStyle(toolbar).direction === "rtl";
  const [forward, backward] = isRightToLeft ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
  if (key === forward || (isVertical && key === "ArrowDown")) return controls[(at + 1) % controls.length];
  if (key === backward || (isVertical && key === "ArrowUp")) return controls.at(at - 1);
  return key === "Home" ? controls[0] : key === "End" ? controls.at(-1) : undefined;
}
