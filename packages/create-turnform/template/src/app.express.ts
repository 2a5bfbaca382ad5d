/** The routes of the application. */
import { controls, formErrors, formRoute, setSecret } from "@turnform/express-adapter";
import express from "express";
import { assets, page } from "./page.express.ts";
import { form, type Trip } from "./trip.ts";

let trip: Partial<Trip> = {}; // in place of a database

export const app = express();
app.disable("x-powered-by");
// Signs what pages bring back. Without a secret, a restart ends all open pages.
const secret = process.env["SECRET"];
if (secret !== undefined) setSecret(app, secret);
app.use(assets);
app.use(controls());
app.all(
  "/",
  formRoute(form, (saved) => void (trip = saved), {
    load: () => trip,
    view: page,
    redirect: "/",
    notice: "Saved",
  }),
);
app.use(formErrors());
