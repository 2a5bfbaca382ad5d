import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { controls, FieldErrors, formRoute, memoryStore, StoredFile } from "@turnform/express-adapter";
import type { FilledForm } from "@turnform/form";
import { type Request, type Response, Router } from "express";
import { importForm, MOST_BYTES, readImport } from "./import-presets.ts";
import { methodNotAllowed, renderView } from "../http/index.ts";
import type { Preset } from "./preset.ts";
import { found, presetId } from "./preset-id.ts";
import { FullStoreError, type PresetStore } from "./store/preset-store.ts";

/**
 * Creates the routes that export presets as JSON (`/presets/1.json`, `/presets.json`) and the page that imports them.
 *
 * @returns the router; mount it at the root, before `controls()`, because it reads files
 */
export function exchangeRoutes(store: PresetStore): Router {
  const router = Router();
  router
    .route("/presets.json")
    .get(async (req, res) => {
      announce(res, "presets");
      if (req.method === "HEAD") res.end();
      else await stream(store.all(), res);
    })
    .all(methodNotAllowed("GET", "HEAD"));
  router
    .route("/presets/:id.json")
    .get(async (req, res) => {
      const { name, version, preset } = found(await store.get(presetId(req)));
      announce(res, name).set("ETag", `"${version}"`);
      res.send(`${JSON.stringify(preset, null, 2)}\n`);
    })
    .all(methodNotAllowed("GET", "HEAD"));
  router.route("/presets/import").all(
    controls({
      limit: 2 * MOST_BYTES,
      maxValueLength: 2 * MOST_BYTES,
      maxFiles: 1,
      maxFileSize: MOST_BYTES,
      uploads: memoryStore({ ttl: "10min" }),
    }),
    formRoute(
      importForm,
      async (sent) => {
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
      {
        submits: store.submits,
        view: async (form, req) =>
          renderView(req, "import", { form: await withoutRefusedFile(form, req.controls) }),
        redirect: (count) => `/presets?notice=imported&count=${count}`,
      },
    ),
  );
  return router;
}

/** Discards a file with refused content. Keeping it is no help, because the person has to choose another one. */
async function withoutRefusedFile(form: FilledForm, controls: Request["controls"]): Promise<FilledForm> {
  const refused = form.error?.at(["file"]);
  if (!refused) return form;
  for (const [, value] of controls) if (value instanceof StoredFile) await value.discard();
  return importForm
    .draft(controls.filter(([, value]) => typeof value === "string"))
    .withErrors({ file: refused.messages }, form.status)
    .withHidden({ __once__: randomUUID() });
}

function announce(res: Response, name: string): Response {
  return res.attachment(`${name.replaceAll(/[/\\]/g, "-")}.json`).type("application/json");
}

/** Sends presets one by one, as fast as the client takes them. Breaks off at a preset that can't be read. */
async function stream(presets: AsyncIterable<Preset>, res: Response): Promise<void> {
  try {
    await pipeline(Readable.from(jsonList(presets)), res);
  } catch (error) {
    // The client may close the connection at any time.
    if (!isPrematureClose(error)) throw error;
  }
}

/**
 * Writes items as a JSON list.
 *
 * @yields the text, one line an item
 */
async function* jsonList(items: AsyncIterable<unknown>): AsyncGenerator<string> {
  let before = "[\n";
  for await (const item of items) {
    yield before + JSON.stringify(item);
    before = ",\n";
  }
  yield before === ",\n" ? "\n]\n" : "[]\n";
}

function isPrematureClose(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_STREAM_PREMATURE_CLOSE";
}
