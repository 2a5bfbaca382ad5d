import { FieldErrors, formRoute } from "@turnform/express-adapter";
import { createForm } from "@turnform/form";
import { Router } from "express";
import { z } from "zod";
import type { FeaturePage } from "../feature.ts";

export const title = "Errors from your code";
export const about =
  "Your code can add errors to the form, to fields and inside lists: while saving, for example if a name is taken, or " +
  "when it shows stored data. The form keeps all posted values.";
export const group = "Checking";
export const docs = ["/docs/concepts/errors#errors-found-while-saving"];

const Team = z.object({
  name: z.string().meta({ title: "Name of the team", description: "“Owls” is taken." }),
  players: z.array(z.string().meta({ title: "Player" })).min(1),
});

const form = createForm(Team, {
  formId: "team",
  buttons: ["save", { name: "last", title: "Last year’s team", type: "link", href: "?team=last" }],
});

const lastTeam = { name: "Larks", players: ["Ann", "Bob", "Cid"] };

export function routes(page: FeaturePage): Router {
  return Router()
    .get("/", async (req, res, next) => {
      if (req.query["team"] !== "last") return next();
      const shown = form.render(lastTeam).withErrors(
        {
          "": "Confirm the team for this year",
          "players.1": ["Has left the club", "Owes a fee"],
        },
        200,
      );
      res.send(await page(req, { forms: [shown] }));
    })
    .all(
      "/",
      formRoute(
        form,
        ({ name }) => {
          if (name === "Owls") throw new FieldErrors({ name: "Choose another name: this one is taken" });
          return name;
        },
        {
          notice: (name) => `Good luck, ${name}!`,
          view: (team, req) => page(req, { forms: [team] }),
        },
      ),
    );
}
