import { FieldErrors, formRoute } from "@turnform/express-adapter";
import { type RequestHandler, Router } from "express";
import { methodNotAllowed } from "../http/index.ts";
import { newPresetForm, type Preset, presetForm } from "./preset.ts";
import { found, GONE, presetId } from "./preset-id.ts";
import {
  conflictPage,
  editPresetPage,
  gonePage,
  newPresetPage,
  noticeOf,
  formatTime,
} from "./preset-pages.ts";
import { FullStoreError, type PresetStore } from "./store/preset-store.ts";
import { timelinePlot } from "./timeline-plot.ts";
import { panel, turnForm } from "./panel/panel.ts";
import { command } from "./panel/turntable-routes.ts";
import type { Turntable } from "../turntable/index.ts";

/**
 * Creates the routes of the list of presets and of the pages that add, edit, play and delete one.
 *
 * @returns the router; mount it at the root
 */
export function presetRoutes(store: PresetStore, turntable: Turntable): Router {
  const router = Router();
  const { submits } = store;

  router
    .route("/presets")
    .get(async (req, res) => {
      const playing = turntable.status.playing?.presetId;
      const presets = (await store.list()).map((preset) => ({
        ...preset,
        updated: formatTime(preset.updatedAt),
        isPlaying: preset.id === playing,
      }));
      res.render("presets", { ...panel(turntable), presets, notice: noticeOf(req), forms: [turnForm] });
    })
    .all(methodNotAllowed("GET", "HEAD"));

  router.route("/presets/new").all(
    formRoute(
      newPresetForm,
      async (preset, _req, button) => {
        const id = await roomFor(store.create(preset));
        return { id, notice: await noticeAfter("added", button, id, preset) };
      },
      {
        submits,
        view: (form, req) => newPresetPage(form, req, turntable),
        redirect: ({ id, notice }) => `/presets/${id}?notice=${notice}`,
      },
    ),
  );

  router.route("/presets/timeline").post(drawTimeline(turntable)).all(methodNotAllowed("POST"));

  router.route("/presets/:id").all(
    formRoute(
      presetForm,
      async ({ version, ...preset }, req, button) => {
        const id = presetId(req);
        const outcome = await store.update(id, version, preset);
        if (outcome === "changed") throw new FieldErrors({ "": "Changed meanwhile" }, { status: 409 });
        if (outcome === "gone") throw new FieldErrors({ "": GONE }, { status: 404 });
        return { id, notice: await noticeAfter("saved", button, id, preset) };
      },
      {
        submits,
        load: async (req) => {
          const stored = await store.get(presetId(req));
          return stored && { ...stored.preset, version: stored.version };
        },
        view: async (form, req) => {
          const stored = await store.get(presetId(req));
          if (!stored) return gonePage(req, turntable);
          const isResolving = "conflict" in req.query && req.method === "POST";
          return form.status === 409 || isResolving
            ? conflictPage(req, stored)
            : editPresetPage(form, req, turntable, stored);
        },
        redirect: ({ id, notice }) => `/presets/${id}?notice=${notice}`,
      },
    ),
    async (req, res) => {
      found(req.method === "POST");
      res.status(404).send(await gonePage(req, turntable));
    },
  );

  router
    .route("/presets/:id/play")
    .post(
      command(turntable, async (req) => {
        const id = presetId(req);
        await turntable.play(id, found(await store.get(id)).preset);
      }),
    )
    .all(methodNotAllowed("POST"));

  router
    .route("/presets/:id/delete")
    .get(async (req, res) => {
      const id = presetId(req);
      const preset = (await store.list()).find((entry) => entry.id === id);
      res.render("preset-delete", { preset: found(preset) });
    })
    .post(async (req, res) => {
      found(await store.delete(presetId(req)));
      res.redirect(303, "/presets?notice=deleted");
    })
    .all(methodNotAllowed("GET", "HEAD", "POST"));

  /** Plays the saved preset after a press of "Save and play". A failure of the turntable does not undo the save. */
  async function noticeAfter(
    notice: string,
    button: string | undefined,
    id: number,
    preset: Preset,
  ): Promise<string> {
    if (button !== "play") return notice;
    try {
      await turntable.play(id, preset);
      return notice;
    } catch {
      return "unplayed";
    }
  }

  return router;
}

/** Creates a handler that draws the plot of the posted values while a person edits. Invalid values are expected then and get a 204. */
function drawTimeline(turntable: Turntable): RequestHandler {
  return (req, res) => {
    const form = req.controls.some(([name]) => name === "version") ? presetForm : newPresetForm;
    const result = form.validate(req.controls);
    const acceleration = turntable.status.settings?.acceleration;
    res.set("Cache-Control", "no-store");
    if (result.kind === "valid") res.render("timeline", { plot: timelinePlot(result.value, acceleration) });
    else res.status(204).end();
  };
}

/** Turns a full store into an error on the form, because the person can delete presets. */
async function roomFor(creating: Promise<number>): Promise<number> {
  try {
    return await creating;
  } catch (cause) {
    if (cause instanceof FullStoreError) throw new FieldErrors({ "": cause.message }, { status: 409, cause });
    throw cause;
  }
}
