/** The routes of the application. */
import { controls, formAssets, formErrors, formRoute, setSecret } from "@turnform/express-adapter";
import express from "express";
import { page } from "./page.ts";
import { form, type Trip } from "./trip.ts";

const assets = formAssets();
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
    view: (form) => page(form, assets.tags(form)),
    redirect: "/",
    notice: "Saved",
  }),
);
app.use(formErrors());
