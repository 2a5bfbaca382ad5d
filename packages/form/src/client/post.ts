/*
 * Posts forms marked `data-tf-enhance` by fetch and puts the answer in their place, so that errors appear without the page
 * being loaded anew. Where anything is out of the ordinary, the browser sends the form itself, as without this script.
 */

/** Forms whose answer is still to come: a second press of a button waits with the first. */
const sending = new WeakSet<HTMLFormElement>();

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || !(form instanceof HTMLFormElement) || !isEnhanced(form)) return;
  event.preventDefault();
  if (sending.has(form)) return;
  sending.add(form);
  Element.prototype.setAttribute.call(form, "aria-busy", "true");
  void post(form, event.submitter);
});

/** A form's members give way to its fields, so it is asked by the methods that all elements have. */
function isEnhanced(form: Element): boolean {
  return Element.prototype.hasAttribute.call(form, "data-tf-enhance");
}

async function post(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const answer = await ask(form, submitter).catch(() => undefined);
  if (answer === "left") return;
  if (answer) {
    form.replaceWith(answer);
    const target: Element | null = Element.prototype.querySelector.call(answer, "[autofocus]");
    if (target instanceof HTMLElement) target.focus();
    return;
  }
  // No answer: the browser tries by itself, and shows what there is to show.
  sending.delete(form);
  for (const name of ["data-tf-enhance", "aria-busy"]) Element.prototype.removeAttribute.call(form, name);
  HTMLFormElement.prototype.requestSubmit.call(form, submitter);
}

/** The form that the server answers with, or `left` where the page is another: where it says to go, or what it says instead. */
async function ask(
  form: HTMLFormElement,
  submitter: HTMLElement | null,
): Promise<HTMLFormElement | "left" | undefined> {
  const attribute = (name: string): string => Element.prototype.getAttribute.call(form, name) ?? "";
  const data = new FormData(form, submitter);
  const response = await fetch(attribute("action") || location.href, {
    method: "POST",
    headers: { Accept: "text/html", "X-Turnform": "fetch" },
    body: attribute("enctype") === "multipart/form-data" ? data : new URLSearchParams(textsOf(data)),
  });
  const elsewhere = response.headers.get("X-Turnform-Location");
  if (elsewhere !== null) {
    const { pathname, search } = new URL(elsewhere, location.href);
    const isHere = pathname + search === location.pathname + location.search;
    location.assign(elsewhere);
    // Another fragment of the same address would be scrolled to only.
    if (isHere) location.reload();
    return "left";
  }
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const answer = page.getElementById(attribute("id"));
  if (!(answer instanceof HTMLFormElement)) {
    document.documentElement.replaceWith(document.adoptNode(page.documentElement));
    return "left";
  }
  document.title = page.title || document.title;
  return document.importNode(answer, true);
}

function textsOf(data: FormData): [name: string, text: string][] {
  return [...data].map(([name, value]) => [name, typeof value === "string" ? value : value.name]);
}
