import type { Page } from "playwright-core";

/** Returns the words in blocks of code that are below the Copy button. */
export async function coveredCode(page: Page): Promise<unknown> {
  return page.evaluate(`[...document.querySelectorAll(".copyable")].flatMap((block) => {
    const button = block.querySelector("button").getBoundingClientRect();
    const isCovered = (word) =>
      word.right > button.left && word.left < button.right && word.top < button.bottom && word.bottom > button.top;
    const texts = document.createTreeWalker(block.querySelector("code"), NodeFilter.SHOW_TEXT);
    const covered = [];
    while (texts.nextNode()) {
      const text = texts.currentNode;
      for (const { 0: word, index } of text.data.matchAll(/\\S+/g)) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        if ([...range.getClientRects()].some(isCovered)) covered.push(word);
      }
    }
    return covered;
  })`);
}
