/**
 * Returns the page's element with an id.
 *
 * @throws TypeError if there is none of this class
 */
export function element<Kind extends HTMLElement>(id: string, kind: abstract new () => Kind): Kind {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new TypeError(`The page has no ${kind.name} with the id "${id}"`);
}

/** Returns the chosen value of a `<select>`. */
export function setting(id: string): string {
  return element(id, HTMLSelectElement).value;
}
