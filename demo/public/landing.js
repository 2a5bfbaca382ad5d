/** Milliseconds from the last change of the form to the update of its data. */
const SETTLE_MS = 200;

const form = document.querySelector(".trial-form form");
const data = document.querySelector("[data-trial-data]");
const errors = document.querySelector("[data-trial-errors]");
let timer;
let newest = 0;

/** Asks the server for the form's data. The server reads the form as it does after a press of the button. */
async function show() {
  const number = ++newest;
  const response = await fetch("/", {
    method: "POST",
    headers: { Accept: "application/json" },
    body: new URLSearchParams(new FormData(form)),
  }).catch(() => undefined);
  if (number !== newest) return;
  if (!response || (response.status !== 200 && response.status !== 422)) {
    errors.replaceChildren(paragraph("The server can’t be reached. These are the data of the last answer."));
    return;
  }
  const answer = await response.json();
  if (number !== newest) return;
  if (answer.data !== undefined) data.textContent = answer.data;
  errors.replaceChildren(...(answer.errors.length > 0 ? reasons(answer.errors) : []));
}

/** Lists why the server would refuse the form. */
function reasons(found) {
  const list = document.createElement("ul");
  for (const [path, message] of found) {
    const place = document.createElement("code");
    place.textContent = path;
    const item = document.createElement("li");
    item.append(place, `: ${message}`);
    list.append(item);
  }
  return [paragraph("The server would refuse this post:"), list];
}

function paragraph(text) {
  const element = document.createElement("p");
  element.textContent = text;
  return element;
}

function later() {
  clearTimeout(timer);
  timer = setTimeout(() => void show(), SETTLE_MS);
}

for (const type of ["input", "change"]) form.addEventListener(type, later);
// Adding, removing and moving items fires no event of a control.
new MutationObserver(later).observe(form, { childList: true, subtree: true });
