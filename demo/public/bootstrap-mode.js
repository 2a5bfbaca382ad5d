// Bootstrap's colour mode is an attribute. This script sets it to the mode of the system, before the page is drawn.
const dark = matchMedia("(prefers-color-scheme: dark)");
const show = () => {
  document.documentElement.dataset.bsTheme = dark.matches ? "dark" : "light";
};
show();
dark.addEventListener("change", show);
