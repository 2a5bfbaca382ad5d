/** Reads and writes the page's settings: selects, and boxes for yes or no. */

function controls(): (HTMLSelectElement | HTMLInputElement)[] {
  return [
    ...document.querySelectorAll<HTMLSelectElement | HTMLInputElement>(".play-settings :is(select, input)"),
  ];
}

/** Returns the settings that differ from the page's first ones, by the ids of their controls. */
export function changedSettings(): ReadonlyMap<string, string> {
  const changed = new Map<string, string>();
  for (const control of controls()) {
    if (control instanceof HTMLInputElement) {
      if (control.checked) changed.set(control.id, "yes");
    } else if (control.value !== "" && control.value !== first(control))
      changed.set(control.id, control.value);
  }
  return changed;
}

/** Sets all settings. A missing or unknown value becomes the first choice. */
export function applySettings(settings: ReadonlyMap<string, string>): void {
  for (const control of controls()) {
    const given = settings.get(control.id);
    if (control instanceof HTMLInputElement) control.checked = given === "yes";
    else {
      const isKnown = [...control.options].some(({ value }) => value === given);
      control.value = isKnown && given !== undefined ? given : first(control);
    }
  }
}

/** Returns the first value of a select that a person can choose. */
function first(select: HTMLSelectElement): string {
  return [...select.options].find(({ disabled }) => !disabled)?.value ?? "";
}
