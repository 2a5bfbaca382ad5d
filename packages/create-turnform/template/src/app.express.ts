/** The routes of the application. */
import { controls, formErrors, formRoute, setSecret } from "@turnform/express-adapter";
import express from "express";
import { assets, page } from "./page.express.ts";
import { form, type Trip } from "./trip.ts";

let trip: Partial<Trip> = {}; // in place of a database

export const app = express();
app.disable("x-powered-by");
// Behind a proxy, name its addresses: app.set("trust proxy", "loopback, uniquelocal");
// Signs what pages bring back. Production doesn't start without a secret: a restart would end all open pages.
const { NODE_ENV, SECRET } = process.env;
if (SECRET !== undefined || NODE_ENV === "production") setSecret(app, SECRET);
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
