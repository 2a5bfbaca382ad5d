/*
 * Checks forms marked `data-tf-check` when a person leaves a field. The server checks the whole form; the errors of the fields that the
 * person has left appear or disappear in place. One request at a time, and the last state wins. Without an answer nothing changes.
 */
import { announce } from "./announce.ts";
import { BackgroundPosts } from "./background.ts";
import { closest, find, isMatch } from "./form.ts";
import { allFollowersOf, FOLLOWER, isComputed } from "./followers.ts";
import { FIELD, showErrors } from "./live/show-errors.ts";
import { SEQUENCE } from "./sequence.ts";

/** The checks of one form. */
interface Checks {
  isRunning: boolean;
  /** True if a field was left since the running check began. */
  isDue: boolean;
  /** Fields changed since the last check began. Its answer tells nothing about them. */
  readonly changed: Set<Element>;
}

const posts = new BackgroundPosts();
const checks = new WeakMap<HTMLFormElement, Checks>();
/**
 * Fields that a person has left, and the wrappers of fields that follow others. Added items have new elements, so their fields count as not
 * left. A computed field counts as left with a field that it follows.
 */
const left = new WeakSet<Element>();
let isPressed = false;

document.addEventListener("focusout", ({ target, relatedTarget }) => {
  const form = formOf(target);
  // If the window loses the focus, its control stays the active one.
  if (!form || document.activeElement === target) return;
  const fields = fieldsAround(target).filter(
    (field) => !(relatedTarget instanceof Node && field.contains(relatedTarget)),
  );
  for (const field of fields) left.add(field);
  const follower = closest(target, FOLLOWER);
  if (fields.length > 0 && follower) left.add(follower);
  for (const each of followersIn(form, target)) if (isComputed(each)) left.add(each);
  if (fields.length > 0) void check(form);
});

for (const type of ["input", "change"])
  document.addEventListener(type, ({ target }) => {
    const form = formOf(target);
    if (!form) return;
    const { isRunning, changed } = checksOf(form);
    for (const field of [...fieldsAround(target), ...followersIn(form, target)]) changed.add(field);
    // The answer is about other positions than those of the items now.
    if (isRunning && isMatch(target, SEQUENCE)) stop(form, true);
  });

document.addEventListener("tf-updated", ({ target }) => {
  const form = formOf(target);
  if (form) void check(form);
});

document.addEventListener("submit", ({ target }) => {
  const form = formOf(target);
  if (form) stop(form, false);
});

for (const type of ["pointerdown", "pointerup", "pointercancel"])
  addEventListener(type, () => (isPressed = type === "pointerdown"), true);

async function check(form: HTMLFormElement): Promise<void> {
  const state = checksOf(form);
  state.isDue = true;
  if (state.isRunning) return;
  state.isRunning = true;
  while (state.isDue) {
    state.isDue = false;
    await release();
    if (isSending(form)) break;
    state.changed.clear();
    const answer = await posts.post(form, "__edit__", "check");
    if (answer.kind !== "answered") continue;
    await release();
    if (!isSending(form)) show(form, answer.form, state);
  }
  state.isRunning = false;
}

/** Stops the running check of a form. */
function stop(form: HTMLFormElement, isDue: boolean): void {
  checksOf(form).isDue = isDue;
  posts.stop(form);
}

function show(form: HTMLFormElement, answer: HTMLFormElement, { changed }: Checks): void {
  // A person who has returned to a field is about to change it.
  const fields = find(form, FIELD).filter((field) => {
    const follower = closest(field, FOLLOWER);
    const isLeft = left.has(field) || (follower !== null && left.has(follower));
    const isChanged = changed.has(field) || (follower !== null && changed.has(follower));
    return isLeft && !isChanged && !field.contains(document.activeElement);
  });
  const texts = showErrors(fields, answer.ownerDocument);
  if (texts) announce(form, texts.join(". "));
}

/** Waits while a button of the mouse or a finger is down: a page that moves would take away the target of the click. */
function release(): Promise<void> | undefined {
  if (!isPressed) return undefined;
  return new Promise((resolve) => {
    // The click comes after these events.
    for (const type of ["pointerup", "pointercancel"])
      addEventListener(type, () => setTimeout(resolve), { once: true });
  });
}

function checksOf(form: HTMLFormElement): Checks {
  const state = checks.get(form) ?? { isRunning: false, isDue: false, changed: new Set() };
  checks.set(form, state);
  return state;
}

function formOf(target: EventTarget | null): HTMLFormElement | undefined {
  const form = closest(target, "form[data-tf-check]");
  return form instanceof HTMLFormElement ? form : undefined;
}

/** Returns the wrappers of the fields that change with a control. */
function followersIn(form: HTMLFormElement, target: EventTarget | null): Iterable<HTMLElement> {
  return target instanceof Element ? allFollowersOf(form, target.id) : [];
}

/** Returns the field around a control, and the groups around it, up to the form. */
function fieldsAround(target: EventTarget | null): Element[] {
  const fields: Element[] = [];
  for (let field = closest(target, FIELD); field; field = closest(field.parentElement, FIELD))
    if (formOf(field)) fields.push(field);
  return fields;
}

/** Returns true while the form is posted, and if it was replaced. */
function isSending(form: HTMLFormElement): boolean {
  return isMatch(form, "[aria-busy=true]") || !document.contains(form);
}
