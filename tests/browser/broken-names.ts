import type { Page } from "playwright-core";

/** Returns the names between blanks in code, of at most so many characters, that are broken over two lines. */
export async function brokenNames(page: Page, longest: number): Promise<unknown> {
  return page.evaluate(`[...document.querySelectorAll("article code")].flatMap((code) => {
    // Colours split the text into nodes; a place is a node with an offset.
    const walker = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    const place = (index) => {
      for (const node of nodes) {
        if (index < node.length) return [node, index];
        index -= node.length;
      }
    };
    const isBroken = ({ 0: name, index }) => {
      if (name.length > ${longest}) return false;
      const range = document.createRange();
      range.setStart(...place(index));
      const [end, last] = place(index + name.length - 1);
      range.setEnd(end, last + 1);
      const heights = [...range.getClientRects()].map(({ height }) => height);
      return range.getBoundingClientRect().height > 1.5 * Math.max(...heights);
    };
    return [...code.textContent.matchAll(/(?<!\\S)[\\w@./:-]+(?!\\S)/g)].filter(isBroken).map(([name]) => name);
  })`);
}
