/** The names-and-titles form as hand-written template literals, with the same bytes as Turnform's. */
import { english, escapeHtml } from "@turnform/form";
import type { People } from "../names-and-titles.ts";

type Person = People["groups"][number][number];

const { added, addedIn, duplicated, duplicatedIn, removed, removedIn, restored, moved, movedIn } =
  english.texts;
const { addUndone, moveUndone, itemIn, undo, actions: actionsText } = english.texts;
const TEXTS = escapeHtml(
  JSON.stringify({
    language: "en",
    added,
    addedIn,
    duplicated,
    duplicatedIn,
    removed,
    removedIn,
    restored,
    moved,
    movedIn,
    addUndone,
    moveUndone,
    itemIn,
    undo,
    actions: actionsText,
  }),
);

/** Returns the text of an empty list, hidden in a list with items. */
export const empty = (item: string, hidden = ""): string =>
  `<p class="tf-empty"${hidden}>Empty. Add the first with “Add ${item}”.</p>`;

/** Returns the HTML of the form with its data. */
export const page = ({ groups }: People): string =>
  `${start(groups.length > 100)}${groups.map((people, g) => group(`names-groups-${g}`, g + 1, people)).join("")}${end()}`;

export const start = (
  isLong: boolean,
): string => `<form class="tf-form" id="names" method="post" action="" accept-charset="utf-8" data-tf-form data-tf-texts="${TEXTS}">
<input type="hidden" name="_charset_" value="UTF-8">
<input type="hidden" name="__formid__" value="names">
<button class="tf-enter" type="submit" name="submit" value="submit" tabindex="-1" aria-hidden="true">Submit</button>
<p class="tf-live" role="status" data-tf-live></p><p class="tf-note">Fields marked <span class="tf-required">*</span> are required.</p>
<fieldset class="tf-sequence" id="names-groups" data-tf-sequence data-tf-min="0">
<legend class="tf-legend" id="names-groups:label">Groups</legend>
<input type="hidden" name="__start__" value="groups:sequence">
<ol class="tf-items${isLong ? " tf-long" : ""}" role="list" data-tf-items>
`;

export const end = (): string => `
</ol>
${empty("Group", " hidden")}
<template data-tf-blank>${groupStart("names-groups-*", "*")}
</ol>
${empty("Person")}
<template data-tf-blank>${person("names-groups-*-*", "names-groups-*", "*", { name: "", title: "" })}</template>
${groupEnd("names-groups-*")}</template>
<button class="tf-add" type="submit" id="names-groups:add" name="__edit__" value="add" formnovalidate aria-labelledby="names-groups:add">Add Group</button>
<input type="hidden" name="__end__" value="groups:sequence">
</fieldset>
<div class="tf-buttons">
<button class="tf-button tf-button-primary" type="submit" name="submit" value="submit">Submit</button>
</div>
</form>`;

const group = (
  id: string,
  number: number,
  people: readonly Person[],
): string => `${groupStart(id, number)}${people.map((member, p) => person(`${id}-${p}`, id, p + 1, member)).join("")}
</ol>
${empty("Person", " hidden")}
${groupEnd(id)}`;

export const groupStart = (
  id: string,
  number: number | string,
): string => `<li class="tf-item" id="${id}:item" data-tf-item="1">
<input type="hidden" name="__start__" value="item:rename">
<fieldset class="tf-sequence" id="${id}" aria-labelledby="${id}:label" data-tf-sequence data-tf-min="0">
<legend class="tf-legend" id="${id}:label">Group <span data-tf-number>${number}</span></legend>
<span id="${id}:of" hidden>of Group <span data-tf-number>${number}</span></span>
${actions(id, `${id}:label`)}
<input type="hidden" name="__start__" value="item:sequence">
<ol class="tf-items" role="list" data-tf-items>
`;

export const groupEnd = (
  id: string,
): string => `<button class="tf-add" type="submit" id="${id}:add" name="__edit__" value="add" formnovalidate aria-labelledby="${id}:add ${id}:of">Add Person</button>
<input type="hidden" name="__end__" value="item:sequence">
</fieldset>
<input type="hidden" name="__end__" value="item:rename">
</li>`;

export const person = (
  id: string,
  group: string,
  number: number | string,
  { name, title }: Person,
): string => `<li class="tf-item" id="${id}:item" data-tf-item="1">
<fieldset class="tf-mapping tf-frame-plain" id="${id}" aria-labelledby="${id}:label ${group}:of">
<legend class="tf-legend" id="${id}:label">Person <span data-tf-number>${number}</span></legend>
<input type="hidden" name="__start__" value="item:mapping">
${actions(id, `${id}:label ${group}:of`)}
${field(`${id}-name`, "name", "Name", 100, name)}
${field(`${id}-title`, "title", "Title", 30, title)}

<input type="hidden" name="__end__" value="item:mapping"></fieldset>
</li>`;

const field = (
  id: string,
  name: string,
  label: string,
  maxLength: number,
  value: string,
): string => `<div class="tf-field tf-field-text-input">
<label class="tf-label" id="${id}:label" for="${id}">${label} <span class="tf-required" aria-hidden="true">*</span></label><input class="tf-input" id="${id}" name="${name}" type="text" value="${escapeHtml(value)}" required maxlength="${maxLength}"></div>`;

const actions = (id: string, name: string): string =>
  `<tf-toolbar class="tf-item-actions"><button class="tf-edit" type="submit" id="${id}:remove" name="__edit__" value="remove" formnovalidate aria-labelledby="${id}:remove ${name}"><span title="Remove">Remove</span></button></tf-toolbar>`;
