/**
 * Shows the fields of the case that is chosen in a union. The others stand in templates, where they are neither seen nor
 * posted, and keep what was typed. A case without a template is left to the server: its button appears.
 */
class UnionElement extends HTMLElement {
  connectedCallback(): void {
    this.show();
  }

  /** Brings what is shown in line with the tag. */
  show(): void {
    const shown = this.#part("div");
    const tag = this.#tag();
    if (!shown || tag === undefined || shown.dataset["tfCase"] === tag) return;
    if (shown.dataset["tfCase"] && !this.hasAttribute("data-tf-ask")) {
      const template = document.createElement("template");
      template.dataset["tfCase"] = shown.dataset["tfCase"];
      template.content.append(...shown.childNodes);
      this.append(template);
    }
    const next = this.#part("template", tag);
    shown.replaceChildren(...(next instanceof HTMLTemplateElement ? next.content.childNodes : []));
    next?.remove();
    shown.dataset["tfCase"] = tag;
    this.toggleAttribute("data-tf-ask", tag !== "" && !next);
  }

  #part(name: string, tag?: string): HTMLElement | undefined {
    return [...this.children].find(
      (child): child is HTMLElement =>
        child instanceof HTMLElement &&
        child.localName === name &&
        child.dataset["tfCase"] !== undefined &&
        (tag === undefined || child.dataset["tfCase"] === tag),
    );
  }

  #tag(): string | undefined {
    const control = this.querySelector(":scope > [data-tf-tag] :is(select, input:checked)");
    return control && "value" in control ? String(control.value) : undefined;
  }
}

customElements.define("tf-union", UnionElement);

document.addEventListener("change", ({ target }) => {
  const around = target instanceof Element && target.closest("[data-tf-tag]")?.parentElement;
  if (around instanceof UnionElement) around.show();
});

/** After a reset, or when the browser has filled in a page that a person comes back to. */
function showAll(): void {
  for (const each of document.querySelectorAll("tf-union")) if (each instanceof UnionElement) each.show();
}
document.addEventListener("reset", () => setTimeout(showAll));
addEventListener("pageshow", showAll);
