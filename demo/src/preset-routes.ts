import { formRoute, HttpError } from "@turnform/express-adapter";
import { Router, type Request } from "express";
import { methodNotAllowed } from "./method-not-allowed.ts";
import { presetForm } from "./preset.ts";
import type { PresetStore } from "./preset-store.ts";

const notices = new Map([
  ["added", "The preset was added."],
  ["saved", "The preset was saved."],
  ["deleted", "The preset was deleted."],
]);

const time = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });

/**
 * Routes the list of presets and the pages that add, edit and delete one.
 *
 * @param store Where the presets are kept
 * @returns the router, to be mounted at the root
 */
export function presetRoutes(store: PresetStore): Router {
  const router = Router();

  router.get("/", async (req, res) => {
    const presets = (await store.list()).map((preset) => ({
      ...preset,
      updated: `${time.format(new Date(preset.updatedAt))} UTC`,
    }));
    const { notice } = req.query;
    res.render("home", { presets, notice: typeof notice === "string" && notices.get(notice) });
  });

  router.route("/presets/new").all(
    formRoute(presetForm, {
      save: (preset) => store.create(preset),
      view: "preset-new",
      redirect: "/?notice=added",
    }),
  );

  router.route("/presets/:id").all(
    formRoute(presetForm, {
      load: async (req) => {
        const preset = await store.get(presetId(req));
        if (preset && req.res) req.res.locals["title"] = `Edit “${preset.name}”`;
        return preset;
      },
      save: async (preset, req) => found(await store.update(presetId(req), preset)),
      view: "preset-edit",
      redirect: "/?notice=saved",
    }),
  );

  router
    .route("/presets/:id/delete")
    .get(async (req, res) => {
      const id = presetId(req);
      const preset = (await store.list()).find((entry) => entry.id === id);
      res.render("preset-delete", { preset: found(preset) });
    })
    .post(async (req, res) => {
      found(await store.delete(presetId(req)));
      res.redirect(303, "/?notice=deleted");
    })
    .all(methodNotAllowed);

  return router;
}

function presetId(req: Request): number {
  const id = String(req.params["id"]);
  return found(/^[1-9]\d{0,14}$/.test(id) && Number(id));
}

/** @returns what was found; nothing, or `false` of the store, is the 404 page */
function found<T>(value: T | undefined | false): T {
  if (value === undefined || value === false)
    throw new HttpError(404, "There is no such preset. It may have been deleted.");
  return value;
}
