import type { ChainedCommands, Editor } from "@tiptap/core";

/** A button of the toolbar. */
export interface Tool {
  /** The element that the button writes. A button without an element is always shown. */
  readonly tag?: string;
  /** Id of its label. */
  readonly label: string;
  /** The letter on the button, or an SVG path in a square of 20 by 20. */
  readonly sign: string;
  /** Adds the button's command to a chain. Undefined for the link button, which opens the link bar. */
  readonly run?: (chain: ChainedCommands) => ChainedCommands;
  /** Returns true if the text at the cursor already has this format. Undefined for buttons without a pressed state. */
  readonly isOn?: (editor: Editor) => boolean;
}

/** The buttons, in groups. */
export const tools: readonly (readonly Tool[])[] = [
  [
    mark("strong", "bold", "B", "bold"),
    mark("em", "italic", "I", "italic"),
    mark("u", "underlined", "U", "underline"),
    mark("s", "struckThrough", "S", "strike"),
    mark("code", "code", "M7 6 3 10l4 4M13 6l4 4-4 4", "code"),
    {
      tag: "a",
      label: "link",
      sign: "M8.4 11.6a3 3 0 0 0 4.3 0l2.7-2.7a3 3 0 0 0-4.3-4.3l-1 1M11.6 8.4a3 3 0 0 0-4.3 0l-2.7 2.7a3 3 0 0 0 4.3 4.3l1-1",
      isOn: (editor) => editor.isActive("link"),
    },
  ],
  [
    heading("h2", "heading", 2, "M13 10.8c.6-1.2 3-1 3 .5 0 1.2-3 2-3 3.7h3.2"),
    heading("h3", "smallerHeading", 3, "M13 10h3l-1.7 2c2.3 0 2.2 3-.2 3-.5 0-1-.2-1.3-.5"),
    {
      tag: "ul",
      label: "bulletedList",
      sign: "M8 5h9M8 10h9M8 15h9M3.5 5h.01M3.5 10h.01M3.5 15h.01",
      run: (chain) => chain.toggleBulletList(),
      isOn: (editor) => editor.isActive("bulletList"),
    },
    {
      tag: "ol",
      label: "numberedList",
      sign: "M8 5h9M8 10h9M8 15h9M3 3.5l1-.5v4M2.8 12.8c.5-1 1.9-.8 1.9.1 0 .8-1.9 1.6-1.9 2.6h2",
      run: (chain) => chain.toggleOrderedList(),
      isOn: (editor) => editor.isActive("orderedList"),
    },
    {
      tag: "blockquote",
      label: "quotation",
      sign: "M4 4v12M8 6h9M8 10h9M8 14h6",
      run: (chain) => chain.toggleBlockquote(),
      isOn: (editor) => editor.isActive("blockquote"),
    },
    {
      tag: "pre",
      label: "preformatted",
      sign: "M3 4h14v12H3zM8.5 8l-2 2 2 2M11.5 8l2 2-2 2",
      run: (chain) => chain.toggleCodeBlock(),
      isOn: (editor) => editor.isActive("codeBlock"),
    },
    { tag: "hr", label: "rule", sign: "M3 10h14", run: (chain) => chain.setHorizontalRule() },
  ],
  [
    {
      label: "undo",
      sign: "M7 4 3.5 7.5 7 11M4 7.5h8.5a4 4 0 0 1 0 8H9",
      run: (chain) => chain.undo(),
    },
    {
      label: "redo",
      sign: "M13 4l3.5 3.5L13 11M16 7.5H7.5a4 4 0 0 0 0 8H11",
      run: (chain) => chain.redo(),
    },
  ],
];

function mark(tag: string, label: string, sign: string, type: string): Tool {
  return {
    tag,
    label,
    sign,
    run: (chain) => chain.toggleMark(type),
    isOn: (editor) => editor.isActive(type),
  };
}

function heading(tag: string, label: string, level: 2 | 3, digit: string): Tool {
  return {
    tag,
    label,
    sign: `M3 5v10M10 5v10M3 10h7${digit}`,
    run: (chain) => chain.toggleHeading({ level }),
    isOn: (editor) => editor.isActive("heading", { level }),
  };
}
