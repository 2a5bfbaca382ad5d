/**
 * Updates choices and computed values after a change of a field that they follow. It posts the form in the background, and replaces only
 * the fields that differ in the answer. If that fails, the Update buttons are back, with a note at the fields, until a further try succeeds.
 */
import { announce } from "../announce.ts";
import { BackgroundPosts } from "../background.ts";
import { FOLLOWER, followersOf, isComputed } from "../followers.ts";
import { closest, find, isMatch } from "../form.ts";
import { ITEM, SEQUENCE } from "../sequence.ts";
import { ServerIds } from "../server-ids.ts";
import { textFor } from "../texts.ts";

const NOTE = "tf-update-note";
/** A form whose last request failed. */
const STALE = "[data-tf-stale]";

const posts = new BackgroundPosts();
/** Fields that may be out of date, by form. */
const stale = new WeakMap<HTMLFormElement, Set<HTMLElement>>();
/** Fields that were in use when their answer came. They are updated as soon as the person leaves them. */
const inUse = new WeakSet<Element>();

// The stylesheet hides the Update buttons.
document.documentElement.dataset["tfBackground"] = "";

function formOf(target: EventTarget | null): HTMLFormElement | undefined {
  const form = closest(target, "[data-tf-form]");
  return form instanceof HTMLFormElement && find(form, FOLLOWER).length > 0 ? form : undefined;
}

document.addEventListener("change", ({ target }) => {
  const form = formOf(target);
  const control = closest(target, "[id]");
  if (!form || !control) return;
  const field = closest(control, FOLLOWER);
  // An answer must be about the last state of everything that it replaces, and of the lists around it.
  const isNewer = posts.isRunning(form) && (field ?? closest(target, `${SEQUENCE},[data-tf-tag]`)) !== null;
  const isLate = field !== null && inUse.delete(field);
  // The error about a choice that is no longer offered may not be true any more.
  const wasGone = field?.dataset["tfMade"]?.endsWith("!") === true;
  const following = followersOf(form, control.id);
  const before = [...(stale.get(form) ?? [])];
  // An item that was removed before its answer came is back.
  const isBack = control.matches(SEQUENCE) && before.some(({ isConnected }) => isConnected);
  stale.set(form, new Set([...before, ...following]));
  if (isNewer || isLate || wasGone || isBack || following.length > 0) void update(form);
});
document.addEventListener("focusout", ({ target }) => {
  const [form, field] = [formOf(target), closest(target, FOLLOWER)];
  const isLate = field !== null && inUse.delete(field);
  if (form && (isLate || isMatch(form, STALE))) setTimeout(() => void update(form));
});
document.addEventListener("reset", ({ target }) => {
  const form = formOf(target);
  if (form) setTimeout(() => void update(form));
});
addEventListener("pageshow", ({ persisted }) => {
  const [navigation] = performance.getEntriesByType("navigation");
  const mayBeRestored = navigation && "type" in navigation && navigation.type !== "navigate";
  if (persisted || !mayBeRestored) return;
  for (const each of document.querySelectorAll("[data-tf-form]")) {
    const form = formOf(each);
    if (form) void update(form);
  }
});

/** Asks the server for a form, and replaces the fields that differ. */
async function update(form: HTMLFormElement): Promise<void> {
  const answer = await posts.post(form, "__edit__", "refresh");
  if (answer.kind === "outdated") return;
  const isStale = answer.kind === "failed";
  Element.prototype.toggleAttribute.call(form, "data-tf-stale", isStale);
  const notes = find(form, `.${NOTE}`);
  for (const note of notes) note.remove();
  const fields = find(form, FOLLOWER);
  if (isStale) return explain(form, [...(stale.get(form) ?? [])], notes.length);
  stale.set(form, new Set([...(stale.get(form) ?? [])].filter(({ isConnected }) => !isConnected)));
  const page = answer.form.ownerDocument;
  const ids = new ServerIds();
  const changed = fields.filter((field) => replace(field, page, ids) && field.closest("[hidden]") === null);
  if (changed.length === 0) return;
  announce(form, textFor(form, "updated", { fields: changed.map(descriptionOf).join(", ") }));
  // Live checks put the errors back at the new fields.
  EventTarget.prototype.dispatchEvent.call(form, new Event("tf-updated", { bubbles: true }));
}

/** Writes a note at each field that may be out of date. Announces them, unless as many had a note before. */
function explain(form: HTMLFormElement, fields: readonly HTMLElement[], before: number): void {
  for (const field of fields) {
    const note = document.createElement("span");
    note.className = NOTE;
    note.dataset["tfAdded"] = "";
    note.textContent = textFor(form, "notUpdated", { fields: labelOf(field) });
    (find(field, "[id$=':error']")[0] ?? field.firstElementChild)?.append(note);
  }
  if (fields.length === before) return;
  const labels = [...new Set(fields.map(labelOf))].join(", ");
  announce(form, textFor(form, "notUpdated", { fields: labels }));
}

function labelOf(field: HTMLElement): string {
  return textIn(field, ":label").replace("*", "").trim();
}

/** Returns the label of a field, with its computed texts or its error. */
function descriptionOf(field: HTMLElement): string {
  const values = find(field, ".tf-value").map(({ textContent }) => textContent.trim());
  const more = isComputed(field) ? values.join(", ") : textIn(field, ":error");
  return more ? `${labelOf(field)}: ${more.trim()}` : labelOf(field);
}

function textIn(field: HTMLElement, idEnd: string): string {
  return find(field, `[id$="${idEnd}"]`)[0]?.textContent.replaceAll(/\s+/g, " ") ?? "";
}

/** Replaces a field by that of the answer. Returns false if they are equal, or if the person is using it. */
function replace(field: HTMLElement, page: Document, ids: ServerIds): boolean {
  const answered = page.getElementById(ids.of(field, field.id));
  if (!answered || answered.dataset["tfMade"] === field.dataset["tfMade"]) return false;
  const active = field.contains(document.activeElement) ? document.activeElement : null;
  if (active && isInUse(active)) {
    inUse.add(field);
    return false;
  }
  const fresh = document.importNode(answered, true);
  if (answered.id !== field.id) renameIds(fresh, prefixes(field, ids));
  field.dataset["tfMade"] = fresh.dataset["tfMade"];
  field.replaceChildren(...fresh.childNodes);
  if (active) focusIn(field, active.id);
  // Titles of items and conditions may show or read the field.
  const [control] = find(field, "select,input:not([type=hidden]),textarea");
  control?.dispatchEvent(new Event("input", { bubbles: true }));
  return true;
}

/** Returns true for a control with an open list or a typed text. */
function isInUse(active: Element): boolean {
  if (active.getAttribute("aria-expanded") === "true") return true;
  if (active instanceof HTMLSelectElement) return CSS.supports("selector(:open)") && active.matches(":open");
  const isChoice = active instanceof HTMLInputElement && /^(?:checkbox|radio)$/.test(active.type);
  return !isChoice && "value" in active && active.value !== "";
}

function focusIn(field: HTMLElement, id: string): void {
  const same = document.getElementById(id);
  const [first] = find(field, "select,input:not([type=hidden]),textarea");
  (same && field.contains(same) ? same : first)?.focus({ preventScroll: true });
}

/** Returns the beginnings of the ids in the items around a field, inner ones first: as the server writes them, and in this page. */
function prefixes(field: Element, ids: ServerIds): [server: string, page: string][] {
  const item = closest(field.parentElement, ITEM);
  return item ? [[ids.ofItem(item), item.id.slice(0, -":item".length)], ...prefixes(item, ids)] : [];
}

/** Gives the ids of this page to an answered field, in all attributes except values. */
function renameIds(fresh: HTMLElement, ids: readonly (readonly [server: string, page: string])[]): void {
  const renamed = (word: string): string => {
    const [, hash = "", id = ""] = /^(#?)(.*)$/.exec(word) ?? [];
    const found = ids.find(
      ([server]) => id.startsWith(server) && /^(?:$|[-:])/.test(id.slice(server.length)),
    );
    return found ? `${hash}${found[1]}${id.slice(found[0].length)}` : word;
  };
  for (const element of [fresh, ...find(fresh, "*")])
    for (const attribute of element.attributes)
      if (attribute.name !== "value") attribute.value = attribute.value.split(" ").map(renamed).join(" ");
}
