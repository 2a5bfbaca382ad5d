/** The routes of the application. */
import { formHandler } from "@turnform/express-adapter/web";
import { Hono } from "hono";
import { assets, page } from "./page.hono.ts";
import { form, type Trip } from "./trip.ts";

let trip: Partial<Trip> = {}; // in place of a database

// Signs what pages bring back. Without a secret, a restart ends all open pages.
const secret = process.env["SECRET"];
const handle = formHandler(form, (saved) => void (trip = saved), {
  load: () => trip,
  view: page,
  redirect: "/",
  notice: "Saved",
  ...(secret !== undefined && { secret }),
});

export const app = new Hono();
app.get("/assets/*", (c) => assets(c.req.raw));
app.all("/", (c) => handle(c.req.raw));
