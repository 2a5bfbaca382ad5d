import { followForm } from "./follow-form.js";

/** Milliseconds from the last change of the form to the update of its data. */
const SETTLE_MS = 200;

const data = document.querySelector("[data-trial-data]");
const errors = document.querySelector("[data-trial-errors]");

followForm(document.querySelector(".trial-form form"), {
  url: "/",
  settle: SETTLE_MS,
  headers: { Accept: "application/json" },
  read: async (response) =>
    response?.status === 200 || response?.status === 422 ? response.json() : undefined,
  show(answer) {
    if (answer?.data !== undefined) data.textContent = answer.data;
    errors.replaceChildren(...notesOf(answer));
  },
});

/** Returns what to say below the data; nothing if they are those of the form. */
function notesOf(answer) {
  if (!answer) return [paragraph("The server can’t be reached. These are the data of the last answer.")];
  return answer.errors.length > 0 ? reasons(answer.errors) : [];
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
