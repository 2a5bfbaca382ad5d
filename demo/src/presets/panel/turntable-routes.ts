import { formRoute, HttpError, sameOrigin } from "@turnform/express-adapter";
import { type Request, type RequestHandler, Router } from "express";
import type { EventStreams } from "./event-streams.ts";
import { methodNotAllowed } from "../../http/index.ts";
import { turnForm } from "./panel.ts";
import { type Turntable, TurntableError } from "../../turntable/index.ts";

/** Degrees a second of turns by hand. */
const HAND_SPEED = 120;

/**
 * Routes what moves the turntable by hand, and the stream of its states.
 *
 * @param turntable What is moved
 * @param streams Its states, as streams
 * @returns the router, to be mounted at `/turntable`
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
      .post(command(() => turntable[name]()))
      .all(methodNotAllowed("POST"));
  router.route("/turn").all(
    formRoute(turnForm, {
      load: () => ({ angle: Math.round(turntable.status.angle ?? 90) }),
      save: ({ angle }) => obeyed(() => turntable.turnTo(angle, HAND_SPEED)),
      view: "turn",
      redirect: (_saved, req) => returnTo(req),
    }),
  );
  return router;
}

/**
 * Makes a route that tells the turntable to do something and then leads back to the page it was asked from; a script that asks for
 * JSON gets 204.
 *
 * @param act What is told
 */
export function command(
  act: (req: Request<Record<string, string>>) => Promise<void>,
): RequestHandler<Record<string, string>> {
  return async (req, res) => {
    await obeyed(() => act(req));
    if (req.accepts(["html", "json"]) === "json") res.status(204).end();
    else res.redirect(303, returnTo(req));
  };
}

/**
 * Waits until the turntable has taken a command.
 *
 * @throws {HttpError} 503 where it can't be reached or refuses
 */
async function obeyed(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (cause) {
    if (!(cause instanceof TurntableError)) throw cause;
    // Whoever stopped it, it stands.
    if (cause.problem !== "stopped")
      throw new HttpError(503, `The turntable does not obey: ${cause.message}`, { cause });
  }
}

/** @returns the path of this site's page that a form stood on, as the browser says; else the presets */
function returnTo<Params>(req: Request<Params>): string {
  const referer = req.get("Referer") ?? "";
  if (!URL.canParse(referer)) return "/";
  const { host, pathname } = new URL(referer);
  return host === req.get("Host") && /^\/presets\/\d+$/.test(pathname) ? pathname : "/";
}
