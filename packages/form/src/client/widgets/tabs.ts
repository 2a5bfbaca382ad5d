import { closest, isMatch } from "../form.ts";
import { controlFor } from "../rove.ts";

/** Shows one section at a time, with a tab for each: at first the one that the server marks as open, or the target of the page's address. */
class TabsElement extends HTMLElement {
  #list: HTMLElement | undefined;

  connectedCallback(): void {
    // A moved item takes its tabs along.
    if (this.#list?.isConnected) return;
    this.#list = document.createElement("div");
    this.#list.className = "tf-tab-list";
    this.#list.role = "tablist";
    this.#list.dataset["tfAdded"] = "";
    this.#list.append(...this.#panels.map(tabOf));
    this.#list.addEventListener("click", ({ target }) => this.#choose(closest(target, "[role=tab]")));
    this.#list.addEventListener("keydown", (event) => this.#move(event));
    this.prepend(this.#list);
    const panels = this.#panels;
    this.show(
      panels.find((panel) => panel.querySelector(":target")) ??
        panels.find((panel) => panel.dataset["tfPanel"] === "open"),
    );
    this.update();
  }

  get #panels(): HTMLElement[] {
    return [...this.children].filter(
      (child): child is HTMLElement => child instanceof HTMLElement && child.dataset["tfPanel"] !== undefined,
    );
  }

  /** Shows a panel, and hides the others. */
  show(shown: HTMLElement | undefined): void {
    for (const panel of this.#panels) {
      const isShown = panel === shown;
      const tab = document.getElementById(`${panel.id}-tab`);
      if (isShown) panel.removeAttribute("hidden");
      // Find in page looks into the panel too, in browsers that know this value.
      else panel.setAttribute("hidden", "until-found");
      panel.dataset["tfPanel"] = isShown ? "open" : "";
      tab?.setAttribute("aria-selected", `${isShown}`);
      tab?.setAttribute("tabindex", isShown ? "0" : "-1");
    }
  }

  /** Hides the tabs of panels whose fields are all hidden. */
  update(): void {
    const panels = this.#panels;
    for (const panel of panels)
      document.getElementById(`${panel.id}-tab`)?.toggleAttribute("hidden", isOut(panel));
    const shown = panels.find((panel) => panel.dataset["tfPanel"] === "open");
    if (!shown || isOut(shown)) this.show(panels.find((panel) => !isOut(panel)));
  }

  #choose(tab: HTMLElement | null | undefined): void {
    if (!tab) return;
    this.show(this.#panels.find((panel) => `${panel.id}-tab` === tab.id));
    tab.focus();
  }

  /** Chooses another tab by the keyboard. */
  #move(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const panels = this.#panels.filter((panel) => !isOut(panel));
    const tabs = panels.flatMap((panel) => document.getElementById(`${panel.id}-tab`) ?? []);
    const next = controlFor(event, this, tabs);
    if (!next) return;
    event.preventDefault();
    this.#choose(next);
  }
}

/** Returns true if the fields of a panel are all hidden. */
function isOut(panel: HTMLElement): boolean {
  return panel.hasAttribute("data-tf-out");
}

/** Makes the tab of a panel, with the text of its section's heading. The tab then names the section. */
function tabOf(panel: HTMLElement): HTMLElement {
  const tab = document.createElement("button");
  const section = panel.querySelector("fieldset");
  const heading = panel.querySelector("legend");
  tab.type = "button";
  tab.role = "tab";
  tab.id = `${panel.id}-tab`;
  tab.className = "tf-tab";
  tab.append(...(heading?.cloneNode(true).childNodes ?? []));
  tab.setAttribute("aria-controls", panel.id);
  // In an item, the name ends with the item's. A copied panel has its name already.
  const names =
    section?.getAttribute("aria-labelledby")?.replace(heading?.id ?? "", tab.id) ??
    panel.getAttribute("aria-labelledby") ??
    tab.id;
  tab.setAttribute("aria-labelledby", names);
  panel.role = "tabpanel";
  panel.setAttribute("aria-labelledby", names);
  section?.removeAttribute("aria-labelledby");
  section?.setAttribute("role", "none");
  heading?.toggleAttribute("hidden", true);
  return tab;
}

/** Shows the panels around an element. */
function reveal(target: EventTarget | null): void {
  for (let panel = closest(target, "[data-tf-panel]"); panel;) {
    const { parentElement } = panel;
    if (parentElement instanceof TabsElement) parentElement.show(panel);
    panel = closest(parentElement, "[data-tf-panel]");
  }
}

customElements.define("tf-tabs", TabsElement);

/** True after the first of several invalid controls. The browser focuses it, so its panel stays shown. */
let isFound = false;

// Browsers show an error at an invalid control. In a hidden panel they show nothing, and don't send the form.
document.addEventListener(
  "invalid",
  ({ target }) => {
    if (!isFound) reveal(target);
    isFound = true;
    setTimeout(() => (isFound = false));
  },
  true,
);

// Browsers open details for a link to an element inside, but not each browser opens a panel.
document.addEventListener("click", ({ target }) => {
  const address = closest(target, "a[href^='#']")?.getAttribute("href");
  if (address) reveal(document.getElementById(address.slice(1)));
});

// The script of conditions has hidden or shown all fields of a panel.
document.addEventListener("tf-out", ({ target }) => {
  const tabs = isMatch(target, "[data-tf-panel]") && closest(target, "tf-tabs");
  if (tabs instanceof TabsElement) tabs.update();
});

// The browser has found a text in a hidden panel.
document.addEventListener(
  "beforematch",
  ({ target }) => isMatch(target, "[data-tf-panel]") && reveal(target),
);
