import { FieldErrors, formRoute, HttpError, sameOrigin } from "@turnform/express-adapter";
import { type Request, type RequestHandler, Router } from "express";
import type { EventStreams } from "./event-streams.ts";
import { methodNotAllowed } from "../../http/index.ts";
import { turnForm } from "./panel.ts";
import { explainFailure } from "./plain-words.ts";
import { settingsRoute } from "./settings-form.ts";
import { TOUR_ID, tourFrom } from "./tour.ts";
import { type Turntable, TurntableError } from "../../turntable/index.ts";

/** Speed of turns by hand, in degrees a second: gentle to a laptop on the table. */
const HAND_SPEED = 60;

/**
 * Creates the routes that control the turntable and stream its states.
 *
 * @returns the router; mount it at `/turntable`
 */
export function turntableRoutes(turntable: Turntable, streams: EventStreams): Router {
  const router = Router();
  router.use(sameOrigin());
  router
    .route("/events")
    .get((req, res) => streams.start(req, res))
    .all(methodNotAllowed("GET", "HEAD"));
  for (const name of ["pause", "resume", "stop"] as const)
    router
      .route(`/${name}`)
      .post(command(turntable, () => turntable[name]()))
      .all(methodNotAllowed("POST"));
  router
    .route("/tour")
    .post(command(turntable, () => turntable.play(TOUR_ID, tourFrom(turntable.status))))
    .all(methodNotAllowed("POST"));
  router.route("/turn").all(
    formRoute(turnForm, ({ angle }, req) => turnFromForm(turntable, angle, req), {
      load: () => ({ angle: Math.round(turntable.status.angle ?? 90) }),
      view: "turn",
      redirect: (_saved, req) => returnTo(req),
    }),
  );
  router.route("/settings").all(settingsRoute(turntable));
  return router;
}

/** Creates a handler that sends the turntable a command. It redirects to the page of the button, or answers scripts with 204. */
export function command(
  turntable: Turntable,
  act: (req: Request<Record<string, string>>) => Promise<void>,
): RequestHandler<Record<string, string>> {
  return async (req, res) => {
    await obeyed(turntable, () => act(req));
    if (wantsJson(req)) res.status(204).end();
    else res.redirect(303, returnTo(req));
  };
}

/** Turns the table. Scripts get a failure as JSON, people get it at the field of the form. */
async function turnFromForm<Params>(
  turntable: Turntable,
  angle: number,
  req: Request<Params>,
): Promise<void> {
  try {
    await obeyed(turntable, () => turntable.turnTo(angle, HAND_SPEED));
  } catch (cause) {
    if (!(cause instanceof HttpError) || wantsJson(req)) throw cause;
    throw new FieldErrors({ angle: cause.message }, { cause, status: cause.status });
  }
}

function wantsJson<Params>(req: Request<Params>): boolean {
  return req.accepts(["html", "json"]) === "json";
}

/**
 * Waits until the turntable has taken a command.
 *
 * @throws {HttpError} 422 if it refuses the command, 503 if it can't take it now
 */
async function obeyed(turntable: Turntable, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (cause) {
    if (!(cause instanceof TurntableError)) throw cause;
    // A stop by someone else is no failure.
    if (cause.problem === "stopped") return;
    const status = cause.problem === "refused" ? 422 : 503;
    throw new HttpError(status, explainFailure(cause, turntable.status), { cause });
  }
}

/** Returns the path of the preset page in the Referer, or else the path of the list. */
function returnTo<Params>(req: Request<Params>): string {
  const referer = req.get("Referer") ?? "";
  if (!URL.canParse(referer)) return "/presets";
  const { host, pathname } = new URL(referer);
  return host === req.get("Host") && /^\/presets\/\d+$/.test(pathname) ? pathname : "/presets";
}
