/**
 * Returns all elements in another one, including the content of templates, in document order.
 */
export function elementsIn(root: ParentNode): Element[] {
  return [...root.querySelectorAll("*")].flatMap((element) =>
    element instanceof HTMLTemplateElement ? [element, ...elementsIn(element.content)] : element,
  );
}
