import { randomUUID } from "node:crypto";
import type { FilledForm } from "@turnform/form";
import type { Request } from "express";
import { conflictForm, revivingForm, shownPresetForm } from "./preset.ts";
import { GONE } from "./preset-id.ts";
import type { StoredPreset } from "./store/stored-preset.ts";
import { renderView } from "../http/index.ts";
import { timelinePlot } from "./timeline-plot.ts";
import { panel, turnForm } from "./panel/panel.ts";
import type { Turntable } from "../turntable/index.ts";
import { typedPreset } from "./typed-preset.ts";

const notices = new Map([
  ["added", "The preset was added."],
  ["saved", "The preset was saved."],
  ["unplayed", "The preset was saved, but the turntable can’t be reached."],
  ["deleted", "The preset was deleted."],
]);

const time = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });

/** Formats a time, for example as "24 Nov 2026, 19:36 UTC". */
export function formatTime(iso: string | undefined): string {
  return iso === undefined ? "at an unknown time" : `${time.format(new Date(iso))} UTC`;
}

/** Returns the notice that the query of an address asks for. */
export function noticeOf<Params>({ query }: Request<Params>): string | undefined {
  const { notice, count } = query;
  if (notice === "imported" && typeof count === "string" && /^\d{1,3}$/.test(count))
    return count === "1" ? "1 preset was imported." : `${count} presets were imported.`;
  return typeof notice === "string" ? notices.get(notice) : undefined;
}

export function newPresetPage(form: FilledForm, req: Request, turntable: Turntable): Promise<string> {
  return presetPage(form, req, turntable, { title: "New preset" });
}

export function editPresetPage(
  form: FilledForm,
  req: Request,
  turntable: Turntable,
  stored: StoredPreset,
): Promise<string> {
  return presetPage(form, req, turntable, { title: `Edit “${stored.name}”`, stored });
}

function presetPage(
  form: FilledForm,
  req: Request,
  turntable: Turntable,
  page: { readonly title: string; readonly stored?: StoredPreset },
): Promise<string> {
  const typed = req.method === "POST" ? typedPreset(form) : page.stored?.preset;
  const drawn = typed ?? page.stored?.preset;
  return renderView(req, "preset", {
    ...page,
    ...panel(turntable),
    form,
    forms: [form, turnForm],
    notice: form.error ? undefined : noticeOf(req),
    isPreset: true,
    isEdited: page.stored !== undefined && req.method === "POST",
    plot: drawn && timelinePlot(drawn, turntable.status.settings?.acceleration),
    plotIsOld: drawn !== typed,
  });
}

/** Renders the page of a deleted preset. The posted values can be saved as a new preset. */
export function gonePage(req: Request, turntable: Turntable): Promise<string> {
  const typed = req.controls.filter(([name]) => name !== "version");
  const form = revivingForm.draft(typed).withErrors({ "": GONE }, 404).withHidden({ __once__: randomUUID() });
  return presetPage(form, req, turntable, { title: "Deleted meanwhile" });
}

/**
 * Renders the page of a conflicting save: the other person's version to read, and the posted one to edit and save over it.
 *
 * @param stored The other person's version
 */
export function conflictPage(req: Request, stored: StoredPreset): Promise<string> {
  // The next save replaces the version shown here, but no newer one.
  const typed = req.controls.map(
    ([name, value]) => [name, name === "version" ? String(stored.version) : value] as const,
  );
  const result = conflictForm.validate(typed);
  // A valid post is not saved; the person decides first.
  const form = result.kind === "valid" ? conflictForm.draft(typed) : result.form;
  return renderView(req, "preset-conflict", {
    title: `“${stored.name}” was changed meanwhile`,
    form: form.withHidden({ __once__: randomUUID() }),
    theirs: shownPresetForm.render(stored.preset, { readonly: true }),
    changed: formatTime(stored.updatedAt),
    updatedAt: stored.updatedAt,
    id: stored.id,
  });
}
