/** Two applications that read the same form: one by Turnform, one by Express and zod. */
import { controls } from "@turnform/express-adapter";
import express, { type Express, type Response } from "express";
import { form, NamesAndTitles, type People } from "./names-and-titles.ts";

/** Takes the validated data. */
type Save = (data: People) => void;

export const apps = {
  turnform(save: Save): Express {
    const app = express();
    app.post("/", controls(), (req, res) => {
      const result = form.validate(req.controls);
      answer(res, save, result.kind === "valid" ? result.value : undefined);
    });
    return app;
  },
  urlencoded(save: Save): Express {
    const app = express();
    app.post(
      "/",
      express.urlencoded({ extended: true, parameterLimit: 10_000, limit: "1mb" }),
      (req, res) => {
        answer(res, save, NamesAndTitles.safeParse(req.body).data);
      },
    );
    return app;
  },
};

function answer(res: Response, save: Save, data: People | undefined): void {
  if (data === undefined) {
    res.status(422).end();
    return;
  }
  save(data);
  res.redirect(303, "/");
}
