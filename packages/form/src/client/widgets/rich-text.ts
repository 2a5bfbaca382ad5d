import { Editor, type Extensions } from "@tiptap/core";
import { StarterKit } from "@tiptap/starter-kit";
import { createToolbar } from "../rich-text/toolbar.ts";
import { textFor } from "../texts.ts";

/**
 * An editor over a text area. The text area keeps the value, the label and the browser's error messages, and passes the focus
 * on to the editor.
 */
class RichText extends HTMLElement {
  #editor: Editor | undefined;
  #listening: AbortController | undefined;

  connectedCallback(): void {
    const source = this.querySelector("textarea");
    // The element was only moved
    if (!source || this.#editor) return;
    const holder = document.createElement("div");
    holder.className = "tf-rich-editor";
    holder.dataset.tfAdded = "";
    const tags = new Set(this.dataset.tfTags?.split(" "));
    const editor = createEditor(holder, source, tags);
    const tools = createToolbar(editor, tags, (text) => textFor(this, text));
    this.append(...tools, holder);
    this.#nameTools(source.id);
    this.#editor = editor;
    source.tabIndex = -1;
    source.setAttribute("aria-hidden", "true");
    this.#listen(source, editor);
    if (document.activeElement === source) editor.view.focus();
  }

  /** Ends the names of toolbar and buttons with the name of the field, because a page may have several editors. */
  #nameTools(id: string): void {
    for (const [index, tool] of this.querySelectorAll(".tf-rich-tools,.tf-rich-tools button").entries()) {
      tool.id = `${id}:tool-${index}`;
      tool.setAttribute("aria-labelledby", `${tool.id} ${this.dataset.tfLabelledby ?? ""}`);
    }
  }

  disconnectedCallback(): void {
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#listening?.abort();
      this.#editor?.destroy();
      this.#editor = undefined;
      for (const added of this.querySelectorAll("[data-tf-added]")) added.remove();
    });
  }

  #listen(source: HTMLTextAreaElement, editor: Editor): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    // Waits a microtask, so that the caller of focus() finds the text area focused
    source.addEventListener("focus", () => queueMicrotask(() => editor.view.focus()), { signal });
    // The event comes before the reset
    const reset = (event: Event): void => {
      if (event.target !== source.form) return;
      setTimeout(() => editor.commands.setContent(source.value, { emitUpdate: false }));
    };
    document.addEventListener("reset", reset, { signal });
  }
}

function createEditor(element: HTMLElement, source: HTMLTextAreaElement, tags: ReadonlySet<string>): Editor {
  // The Tab key must go to the next field; in lists the editor would indent instead.
  element.addEventListener(
    "keydown",
    (event) => {
      if (event.key === "Tab") event.stopPropagation();
    },
    { capture: true },
  );
  return new Editor({
    element,
    content: source.value,
    extensions: extensionsFor(tags),
    // A strict content security policy forbids style elements
    injectCSS: false,
    editable: !source.matches(":disabled"),
    editorProps: { attributes: () => attributesOf(source), transformPastedHTML: withoutStyles },
    onUpdate({ editor }) {
      source.value = editor.isEmpty ? "" : editor.getHTML();
      source.dispatchEvent(new Event("input", { bubbles: true }));
    },
  });
}

/** Returns editor extensions for exactly the elements that the server allows, typed or pasted. */
function extensionsFor(tags: ReadonlySet<string>): Extensions {
  const only = <Options>(tag: string, options: Options): Options | false => (tags.has(tag) ? options : false);
  const levels = ([2, 3] as const).filter((level) => tags.has(`h${level}`));
  const lists = tags.has("ul") || tags.has("ol") ? {} : false;
  return [
    StarterKit.configure({
      bold: only("strong", {}),
      italic: only("em", {}),
      underline: only("u", {}),
      strike: only("s", {}),
      code: only("code", {}),
      link: only("a", { openOnClick: false, HTMLAttributes: { target: null, rel: null, class: null } }),
      heading: levels.length > 0 ? { levels } : false,
      bulletList: only("ul", {}),
      orderedList: only("ol", {}),
      listItem: lists,
      listKeymap: lists,
      blockquote: only("blockquote", {}),
      codeBlock: only("pre", { languageClassPrefix: null }),
      horizontalRule: only("hr", {}),
      trailingNode: false,
    }),
  ];
}

/**
 * Removes styles and event handlers from pasted HTML. The editor would drop them only after parsing, but parsing them violates
 * a strict content security policy, which browsers report.
 */
function withoutStyles(html: string): string {
  const [before = "", ...styles] = html.split(/<style\b/i);
  return [before, ...styles.map((style) => style.replace(/^.*?(?:<\/style>|$)/is, ""))]
    .join("")
    .replaceAll(/<[a-z][^<>]*>/gi, (tag) =>
      tag.replaceAll(/\s(?:style|on\w+)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, ""),
    );
}

/** Returns ARIA attributes from the text area. They are read each time, because ids change when an item moves to another list. */
function attributesOf(source: HTMLTextAreaElement): Record<string, string> {
  const attributes: Record<string, string> = {
    role: "textbox",
    "aria-multiline": "true",
    "aria-labelledby": `${source.id}:label`,
    "aria-required": String(source.required),
    class: "tf-rich",
  };
  for (const name of ["aria-describedby", "aria-invalid"]) {
    const value = source.getAttribute(name);
    if (value !== null) attributes[name] = value;
  }
  if (source.matches(":disabled")) attributes["aria-disabled"] = "true";
  if (source.placeholder) attributes["aria-placeholder"] = source.placeholder;
  return attributes;
}

customElements.define("tf-rich-text", RichText);
