const menu = document.querySelector(".gallery-menu, .docs-side nav");

// On wide screens the styles show the folded menu. Opening it tells assistive tools and older browsers so too.
const folded = menu?.querySelector("details");
if (folded && matchMedia("(width >= 64rem)").matches) folded.open = true;

/** Scrolls the menu, if it scrolls by itself, so that the current page is in its middle. */
const current = menu?.querySelector("[aria-current]");
if (current) {
  const [outer, inner] = [menu, current].map((element) => element.getBoundingClientRect());
  menu.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2;
}
