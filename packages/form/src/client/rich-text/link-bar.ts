import type { Editor } from "@tiptap/core";

/** A bar below the toolbar for the address of a link. */
export interface LinkBar {
  readonly element: HTMLElement;
  /** Shows the bar with the address of the link at the cursor. */
  open(): void;
}

/** Returns a text in the form's language by its id. */
export type Say = (text: string) => string;

/**
 * Creates the bar for the address of a link.
 *
 * @param editor The editor whose selected text becomes a link
 */
export function createLinkBar(editor: Editor, say: Say): LinkBar {
  const element = document.createElement("div");
  element.className = "tf-rich-link";
  element.dataset.tfAdded = "";
  element.hidden = true;
  const label = document.createElement("label");
  const input = document.createElement("input");
  input.className = "tf-input";
  input.inputMode = "url";
  input.autocomplete = "off";
  label.append(say("linkAddress"), input);
  const remove = createButton(say("removeLink"), () => {
    editor.chain().focus().extendMarkRange("link").unsetLink().run();
    close();
  });
  element.append(label, createButton(say("setLink"), setLink), remove, createButton(say("cancel"), cancel));

  element.addEventListener("keydown", (event) => {
    if (event.key === "Escape") cancel();
    // Enter must not submit the form
    else if (event.key === "Enter" && event.target === input) setLink();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  // The address is not a field of the form
  for (const type of ["input", "change"]) element.addEventListener(type, (event) => event.stopPropagation());

  function setLink(): void {
    const href = addressOf(input.value);
    if (href === "") return cancel();
    const chain = editor.chain().focus().extendMarkRange("link");
    if (editor.state.selection.empty && !editor.isActive("link"))
      chain.insertContent({ type: "text", text: href, marks: [{ type: "link", attrs: { href } }] });
    else chain.setLink({ href });
    chain.run();
    close();
  }

  function cancel(): void {
    close();
    editor.commands.focus();
  }

  function close(): void {
    element.hidden = true;
  }

  return {
    element,
    open() {
      if (!editor.isEditable) return;
      const { href } = editor.getAttributes("link");
      input.value = typeof href === "string" ? href : "";
      remove.hidden = input.value === "";
      element.hidden = false;
      input.select();
    },
  };
}

function createButton(text: string, press: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "tf-edit";
  button.textContent = text;
  button.addEventListener("click", press);
  return button;
}

/** Adds the missing scheme to a typed address: `https:` to a host, `mailto:` to an e-mail address. */
function addressOf(text: string): string {
  const address = text.trim();
  if (/^[^\s/:@]+@[^\s/:@]+$/.test(address)) return `mailto:${address}`;
  return /^[\w-]+(?:\.[\w-]+)+(?:[/?#:]|$)/.test(address) ? `https://${address}` : address;
}
