import { ElementType, parseDocument } from "htmlparser2";

type PageNode = ReturnType<typeof parseDocument>["children"][number];

/** An element of a page. */
export type PageElement = Extract<PageNode, { readonly attribs: unknown }>;

/** A parsed page. It has no content of templates, because a browser posts nothing from them. */
export class HtmlPage {
  /** All elements in the order of the page. */
  readonly elements: readonly PageElement[];
  readonly #byId = new Map<string, PageElement>();
  /** Labels by the id of their control. */
  readonly #labels = new Map<string, PageElement[]>();

  constructor(html: string) {
    // The HTML standard replaces these characters before it parses.
    const { children } = parseDocument(html.replaceAll(/\r\n?/g, "\n").replaceAll("\0", "\uFFFD"));
    this.elements = elementsIn(children);
    for (const element of this.elements) {
      const { id, for: control } = element.attribs;
      if (id !== undefined && !this.#byId.has(id)) this.#byId.set(id, element);
      if (element.name !== "label" || control === undefined) continue;
      const labels = this.#labels.get(control);
      if (labels) labels.push(element);
      else this.#labels.set(control, [element]);
    }
  }

  byId(id: string): PageElement | undefined {
    return this.#byId.get(id);
  }

  /** Returns the labels of a control: those with its id, and one around it. */
  labelsOf(control: PageElement): readonly PageElement[] {
    const around = closest(control, ({ name }) => name === "label");
    return [...(this.#labels.get(control.attribs["id"] ?? "") ?? []), ...(around ? [around] : [])];
  }
}

/** Returns elements with everything inside, in the order of the page. */
export function elementsIn(nodes: readonly PageNode[]): readonly PageElement[] {
  const elements: PageElement[] = [];
  // A stack, because a page may be nested deeper than functions can be called.
  const rest = nodes.toReversed();
  for (let node = rest.pop(); node; node = rest.pop()) {
    if (!isElement(node)) continue;
    elements.push(node);
    if (node.name !== "template") for (const child of node.children.toReversed()) rest.push(child);
  }
  return elements;
}

export function isElement<Node extends object>(node: Node): node is Node & PageElement {
  return "attribs" in node;
}

/** Returns the innermost element that fits: the given one or an element around it. */
export function closest(
  element: PageElement,
  fits: (element: PageElement) => boolean,
): PageElement | undefined {
  for (let at = element.parent, found: PageElement = element; ; at = at.parent) {
    if (fits(found)) return found;
    if (!at || !isElement(at)) return undefined;
    found = at;
  }
}

/** Elements without text for a person. */
const SILENT: ReadonlySet<string> = new Set(["input", "select", "textarea", "script", "style", "template"]);

/** Returns the text that a person reads or hears. Leaves out hidden parts, such as the mark of a required field. */
export function textOf(element: PageElement): string {
  const partOf = (node: PageNode): string => {
    if (!isElement(node)) return node.type === ElementType.Text ? node.data : "";
    const { name, attribs } = node;
    const isSilent = SILENT.has(name) || attribs["aria-hidden"] === "true" || attribs["hidden"] !== undefined;
    return isSilent ? "" : node.children.map(partOf).join("");
  };
  return element.children.map(partOf).join("").replaceAll(/\s+/g, " ").trim();
}

/** Returns all text in an element, as its source has it. */
export function sourceTextOf(element: PageElement): string {
  return element.children.map((node) => (node.type === ElementType.Text ? node.data : "")).join("");
}
