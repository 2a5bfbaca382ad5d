/** Turns buttons with `role="tab"` into tabs: the arrow keys, Home and End choose one, which shows its panel. */
export function makeTabs(list: HTMLElement): void {
  const tabs = [...list.querySelectorAll<HTMLElement>("[role=tab]")];

  function choose(chosen: HTMLElement): void {
    for (const tab of tabs) {
      const isChosen = tab === chosen;
      tab.setAttribute("aria-selected", String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
      const panel = document.getElementById(tab.getAttribute("aria-controls") ?? "");
      if (panel) panel.hidden = !isChosen;
    }
  }

  for (const [index, tab] of tabs.entries()) {
    tab.addEventListener("click", () => choose(tab));
    tab.addEventListener("keydown", (event) => {
      const places: Readonly<Record<string, number>> = {
        ArrowLeft: index - 1,
        ArrowRight: index + 1,
        Home: 0,
        End: -1,
      };
      const place = places[event.key];
      const next = place === undefined ? undefined : tabs.at(place % tabs.length);
      if (!next) return;
      event.preventDefault();
      choose(next);
      next.focus();
    });
  }
  const [first] = tabs;
  if (first) choose(first);
}
