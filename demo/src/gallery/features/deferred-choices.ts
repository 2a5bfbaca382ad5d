import { formRoute } from "@turnform/express-adapter";
import { createForm, radioChoice } from "@turnform/form";
import { deferred } from "@turnform/schema";
import { type Request, Router } from "express";
import { z } from "zod";
import type { FeaturePage } from "../feature.ts";

export const title = "Choices from the request";
export const about =
  "The form is created once. The title and the choices of a field come from each request, here from the film in the " +
  "address. The server refuses values that were not offered.";
export const group = "Schemas";
export const docs = ["/docs/concepts/types#parts-that-depend-on-the-request"];

interface Film {
  readonly id: string;
  readonly name: string;
  readonly free: readonly string[];
}
const metropolis: Film = { id: "metropolis", name: "Metropolis", free: ["A1", "A2", "C7"] };
const films = [metropolis, { id: "nosferatu", name: "Nosferatu", free: ["B3", "B4"] }];
const filmOf = ({ query }: Request): Film => films.find(({ id }) => id === query["film"]) ?? metropolis;

const chooser = createForm(z.object({ film: z.enum(films.map(({ id }) => id)) }), {
  formId: "chooser",
  method: "get",
  buttons: ["show"],
});

const booking = createForm(
  z.object({
    seat: z.string().meta({
      title: deferred(({ film }: { film: Film }) => `Seat for ${film.name}`),
      widget: deferred(({ film }: { film: Film }) =>
        radioChoice({ inline: true, values: film.free.map((seat) => [seat, seat]) }),
      ),
    }),
  }),
  { formId: "booking", buttons: ["book"], deferred: true },
);

export function routes(page: FeaturePage): Router {
  return Router().all(
    "/",
    formRoute(booking, ({ seat }) => seat, {
      bind: (req) => ({ film: filmOf(req) }),
      notice: (seat, req) => `Seat ${seat} for ${filmOf(req).name} is yours.`,
      view: (seats, req) => page(req, { forms: [chooser.render({ film: filmOf(req).id }), seats] }),
    }),
  );
}
