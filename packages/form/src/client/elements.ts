/**
 * Lists all elements inside of another one, those in templates as well.
 *
 * @param root Where to look
 * @returns The elements in document order, each template before what is in it
 */
export function elementsIn(root: ParentNode): Element[] {
  return [...root.querySelectorAll("*")].flatMap((element) =>
    element instanceof HTMLTemplateElement ? [element, ...elementsIn(element.content)] : element,
  );
}
