import { randomUUID } from "node:crypto";
import { controls, FieldErrors, formRoute, memoryStore, StoredFile } from "@turnform/express-adapter";
import type { FilledForm } from "@turnform/form";
import { type Request, type Response, Router } from "express";
import { FullStoreError } from "./full-store-error.ts";
import { importForm, MOST_BYTES, readImport } from "./import-presets.ts";
import { found, presetId } from "./preset-id.ts";
import type { PresetStore } from "./preset-store.ts";
import { renderView } from "./render-view.ts";

/**
 * Routes presets as JSON: `/presets/1.json`, all of them as `/presets.json`, and the page that takes such files.
 *
 * @param store Where the presets are kept
 * @returns the router, to be mounted at the root before `controls()`, since it takes files
 */
export function exchangeRoutes(store: PresetStore): Router {
  const router = Router();
  router.get("/presets.json", async (_req, res) => {
    send(res, "presets", await store.all());
  });
  router.get("/presets/:id.json", async (req, res) => {
    const { name, version, preset } = found(await store.get(presetId(req)));
    res.set("ETag", `"${version}"`);
    send(res, name, preset);
  });
  router.route("/presets/import").all(
    controls({
      limit: 2 * MOST_BYTES,
      maxValueLength: 2 * MOST_BYTES,
      maxFiles: 1,
      maxFileSize: MOST_BYTES,
      uploads: memoryStore({ ttl: "10min" }),
    }),
    formRoute(importForm, {
      async save(sent) {
        const presets = await readImport(sent);
        try {
          await store.createAll(presets);
        } catch (cause) {
          if (cause instanceof FullStoreError)
            throw new FieldErrors({ "": cause.message }, { status: 409, cause });
          throw cause;
        }
        return presets.length;
      },
      view: async (form, req) =>
        renderView(req, "import", { form: await withoutRefusedFile(form, req.controls) }),
      redirect: (count) => `/?notice=imported&count=${count}`,
    }),
  );
  return router;
}

/** A file whose content was refused is of no use to keep: another one has to be chosen. */
async function withoutRefusedFile(form: FilledForm, controls: Request["controls"]): Promise<FilledForm> {
  const refused = form.error?.at(["file"]);
  if (!refused) return form;
  for (const [, value] of controls) if (value instanceof StoredFile) await value.discard();
  return importForm
    .draft(controls.filter(([, value]) => typeof value === "string"))
    .withErrors({ file: refused.messages }, form.status)
    .withHidden({ __once__: randomUUID() });
}

function send(res: Response, name: string, data: unknown): void {
  // A name is no path.
  res.attachment(`${name.replaceAll(/[/\\]/g, "-")}.json`);
  res.type("application/json").send(`${JSON.stringify(data, null, 2)}\n`);
}
