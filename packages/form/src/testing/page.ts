import { parseHTML } from "linkedom";

/** An element, with the properties that tests read. */
export interface PageElement {
  readonly localName: string;
  readonly id: string;
  readonly textContent: string | null;
  readonly innerHTML: string;
  readonly children: Iterable<PageElement>;
  getAttribute(name: string): string | null;
  getAttributeNames(): string[];
  hasAttribute(name: string): boolean;
  closest(selector: string): PageElement | null;
  insertAdjacentHTML(where: string, html: string): void;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

/** Parses HTML as the body of a page. */
export function pageOf(html: string): PageElement {
  return parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body;
}
