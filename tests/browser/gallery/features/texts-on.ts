import type { Page } from "playwright-core";

/** Gathers, in the browser, what a page says or may say in its own language. */
const GATHER = `(() => {
  const said = [];
  const language = document.documentElement.lang;
  const visit = (node) => {
    if (node.nodeType === Node.TEXT_NODE) said.push(node.data);
    if (node.nodeType === Node.ELEMENT_NODE) {
      if (node.matches("script, style, textarea, [contenteditable]")) return;
      // Each language is called by its own name.
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

/** All texts of a page, hidden ones and those of templates, labels that are not seen, and what scripts may write. */
export async function textsOn(page: Page): Promise<readonly string[]> {
  const texts: unknown = await page.evaluate(GATHER);
  return Array.isArray(texts) ? texts.map(String) : [];
}
