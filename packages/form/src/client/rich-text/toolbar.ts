import type { Editor } from "@tiptap/core";
import { controlFor } from "../rove.ts";
import { createLinkBar, type Say } from "./link-bar.ts";
import { type Tool, tools } from "./tools.ts";

/**
 * Creates the toolbar of an editor. It is one Tab stop; the arrow keys move between its buttons.
 *
 * @param tags The allowed elements; others have no button
 * @returns The toolbar and the link bar
 */
export function createToolbar(editor: Editor, tags: ReadonlySet<string>, say: Say): HTMLElement[] {
  const toolbar = document.createElement("div");
  toolbar.className = "tf-rich-tools";
  toolbar.dataset.tfAdded = "";
  toolbar.setAttribute("role", "toolbar");
  toolbar.setAttribute("aria-label", say("formatting"));
  const linkBar = createLinkBar(editor, say);
  const buttons = new Map<HTMLButtonElement, Tool>();
  for (const group of tools) {
    const holder = document.createElement("span");
    for (const tool of group) {
      if (tool.tag !== undefined && !tags.has(tool.tag)) continue;
      const button = createButton(say(tool.label), tool.sign);
      button.addEventListener("click", () => {
        if (tool.run) tool.run(editor.chain().focus()).run();
        else linkBar.open();
      });
      buttons.set(button, tool);
      holder.append(button);
    }
    if (holder.childElementCount > 0) toolbar.append(holder);
  }

  const refresh = (): void => {
    for (const [button, { run, isOn }] of buttons) {
      if (isOn) button.setAttribute("aria-pressed", String(isOn(editor)));
      const can = editor.isEditable && (!run || run(editor.can().chain()).run());
      // Not `disabled`, because the pressed button must keep the focus
      button.setAttribute("aria-disabled", String(!can));
    }
  };
  editor.on("transaction", refresh);
  editor.on("update", refresh);
  refresh();

  rove(toolbar, [...buttons.keys()]);
  // Keeps the selection in the text
  toolbar.addEventListener("mousedown", (event) => event.preventDefault());
  return [toolbar, linkBar.element];
}

function createButton(label: string, sign: string): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.title = label;
  button.setAttribute("aria-label", label);
  button.append(sign.length > 1 ? drawing(sign) : sign);
  if (sign.length === 1) button.dataset.tfSign = sign;
  return button;
}

const SVG = "http://www.w3.org/2000/svg";

function drawing(lines: string): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  for (const [name, value] of Object.entries({ viewBox: "0 0 20 20", "aria-hidden": "true" }))
    svg.setAttribute(name, value);
  path.setAttribute("d", lines);
  svg.append(path);
  return svg;
}

/** Makes one button the Tab stop: the first button, and later the last focused one. */
function rove(toolbar: HTMLElement, buttons: readonly HTMLButtonElement[]): void {
  const stopAt = (stop: EventTarget | null | undefined): void => {
    for (const button of buttons) button.tabIndex = button === stop ? 0 : -1;
  };
  stopAt(buttons[0]);
  toolbar.addEventListener("focusin", ({ target }) => stopAt(target));
  toolbar.addEventListener("keydown", (event) => {
    const next = controlFor(event, toolbar, buttons);
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}
