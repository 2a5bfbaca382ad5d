/** Scrolls the menu, if it scrolls by itself, so that the current page is in its middle. */
const menu = document.querySelector(".gallery-menu, .docs-side nav");
const current = menu?.querySelector("[aria-current]");
if (current) {
  const [outer, inner] = [menu, current].map((element) => element.getBoundingClientRect());
  menu.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2;
}
