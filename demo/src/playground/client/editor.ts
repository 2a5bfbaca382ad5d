import { javascript } from "@codemirror/lang-javascript";
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { tags } from "@lezer/highlight";
import { basicSetup, EditorView } from "codemirror";
import type { Mistake } from "./messages.ts";

/** An editor of code. */
export interface Editor {
  readonly code: () => string;
  readonly replace: (code: string) => void;
  /** Marks the line of a mistake, or removes the mark. */
  readonly mark: (mistake: Mistake | undefined) => void;
}

/** The colours of code on other pages of the demo. */
const colours = HighlightStyle.define([
  { tag: tags.comment, color: "light-dark(#596070, #a3aab8)" },
  { tag: [tags.keyword, tags.bool, tags.null], color: "light-dark(#8a2c8f, #e0a0e6)" },
  { tag: [tags.string, tags.regexp], color: "light-dark(#1d6b3a, #8fd6a8)" },
  { tag: tags.number, color: "light-dark(#9a3412, #f5b38a)" },
  { tag: [tags.propertyName, tags.typeName], color: "light-dark(#0b5f73, #85cfe2)" },
  { tag: tags.function(tags.variableName), color: "light-dark(#2743ab, #9db2fa)" },
]);

const theme = EditorView.theme({
  "&": { backgroundColor: "var(--tint)", color: "var(--text)", fontSize: "0.875rem", blockSize: "100%" },
  ".cm-scroller": { fontFamily: 'ui-monospace, "Liberation Mono", monospace', overflow: "auto" },
  ".cm-content": { caretColor: "var(--text)" },
  ".cm-cursor": { borderLeftColor: "var(--text)" },
  ".cm-gutters": { backgroundColor: "var(--tint)", color: "var(--muted)", border: "0" },
  ".cm-activeLine, .cm-activeLineGutter": {
    backgroundColor: "color-mix(in srgb, var(--text) 6%, transparent)",
  },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "color-mix(in srgb, var(--accent) 30%, transparent)",
  },
  // The editor's own marks are images in data URLs, which the site's policy refuses.
  ".cm-lint-marker-error": {
    content: "normal",
    borderRadius: "50%",
    backgroundColor: "var(--danger)",
    scale: "0.6",
  },
  ".cm-lintRange-error": {
    backgroundImage: "none",
    textDecoration: "underline wavy var(--danger)",
    textUnderlineOffset: "0.2em",
  },
  ".cm-tooltip, .cm-panels": { backgroundColor: "var(--page)", color: "var(--text)" },
});

/**
 * Opens an editor in an element.
 *
 * @param label Its accessible name
 * @param onChange Called after each change
 */
export function openEditor(element: HTMLElement, label: string, onChange: () => void): Editor {
  // In a shadow root, the editor's styles need no exception in the site's policy.
  const root = element.attachShadow({ mode: "open" });
  const view = new EditorView({
    root,
    parent: root,
    extensions: [
      lintGutter(),
      basicSetup,
      javascript({ typescript: true }),
      syntaxHighlighting(colours),
      theme,
      EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
      EditorView.updateListener.of(({ docChanged }) => {
        if (docChanged) onChange();
      }),
    ],
  });
  return {
    code: () => view.state.doc.toString(),
    replace(code) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: code }, scrollIntoView: true });
    },
    mark(mistake) {
      const { doc } = view.state;
      const line =
        mistake?.line === undefined ? undefined : doc.line(Math.max(1, Math.min(mistake.line, doc.lines)));
      const marks =
        mistake && line
          ? [{ from: line.from, to: line.to, severity: "error" as const, message: mistake.message }]
          : [];
      view.dispatch(setDiagnostics(view.state, marks));
    },
  };
}
