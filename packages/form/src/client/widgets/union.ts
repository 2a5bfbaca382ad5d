/**
 * Shows the fields of the chosen case of a union. The other cases are kept in templates with their typed values, neither shown
 * nor posted. For a case without a template a button appears, which asks the server.
 */
class UnionElement extends HTMLElement {
  connectedCallback(): void {
    const item = this.closest<HTMLElement>("[data-tf-kind]");
    if (item) this.#choose(item.dataset["tfKind"] ?? "");
    delete item?.dataset["tfKind"];
    this.show();
    // The case of a new item may have to come from the server
    if (item && this.hasAttribute("data-tf-ask"))
      setTimeout(() => this.querySelector<HTMLElement>(":scope > [data-tf-tag] .tf-choose")?.click());
  }

  #choose(tag: string): void {
    for (const control of this.querySelectorAll(":scope > [data-tf-tag] :is(select, input[type=radio])")) {
      if (control instanceof HTMLSelectElement) control.value = tag;
      else if (control instanceof HTMLInputElement) control.checked = control.value === tag;
    }
  }

  /** Shows the case of the current tag. */
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
  const union = target instanceof Element && target.closest("[data-tf-tag]")?.parentElement;
  if (union instanceof UnionElement) union.show();
});

/** Updates all unions after a reset, or after the browser has restored values. */
function showAll(): void {
  for (const element of document.querySelectorAll("tf-union"))
    if (element instanceof UnionElement) element.show();
}
document.addEventListener("reset", () => setTimeout(showAll));
addEventListener("pageshow", showAll);
