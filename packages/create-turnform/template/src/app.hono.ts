/** The routes of the application. */
import { formHandler, webAssets } from "@turnform/express-adapter/web";
import { Hono } from "hono";
import { page } from "./page.ts";
import { form, type Trip } from "./trip.ts";

const assets = webAssets();
let trip: Partial<Trip> = {}; // in place of a database

// Signs what pages bring back. Production doesn't start without a secret: a restart would end all open pages.
const { NODE_ENV, SECRET } = process.env;
const handle = formHandler(form, (saved) => void (trip = saved), {
  load: () => trip,
  view: (form) => page(form, assets.tags(form)),
  redirect: "/",
  notice: "Saved",
  ...((SECRET !== undefined || NODE_ENV === "production") && { secret: SECRET }),
  // Behind a proxy, name its headers: trustProxy: "x-forwarded",
});

export const app = new Hono();
app.get("/assets/*", (c) => assets(c.req.raw));
app.all("/", (c) => handle(c.req.raw));
