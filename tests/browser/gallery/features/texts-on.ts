import type { Page } from "playwright-core";

/** Collects, in the browser, the texts of a page in the page's language. */
const GATHER = `(() => {
  const said = [];
  const language = document.documentElement.lang;
  const visit = (node) => {
    if (node.nodeType === Node.TEXT_NODE) said.push(node.data);
    if (node.nodeType === Node.ELEMENT_NODE) {
      if (node.matches("script, style, textarea, [contenteditable]")) return;
      // Names of languages are in their own language.
      if (node.lang && node.lang !== language) return;
      for (const name of ["aria-label", "title", "placeholder", "alt", "aria-roledescription", "aria-valuetext"])
        if (node.hasAttribute(name)) said.push(node.getAttribute(name));
      const { language: _, ...texts } = JSON.parse(node.dataset?.tfTexts ?? "{}");
      said.push(...Object.values(texts));
    }
    for (const child of (node instanceof HTMLTemplateElement ? node.content : node).childNodes) visit(child);
  };
  visit(document.documentElement);
  return said.map((text) => text.replace(/\\s+/g, " ").trim()).filter(Boolean);
})()`;

/** Returns all texts of a page, including hidden ones, templates, invisible labels and texts of scripts. */
export async function textsOn(page: Page): Promise<readonly string[]> {
  const texts: unknown = await page.evaluate(GATHER);
  return Array.isArray(texts) ? texts.map(String) : [];
}
