/** Visits pages of real servers as a person would. */
import { controls, controlsFromRequest, formRoute, memoryStore } from "@turnform/express-adapter";
import { createForm, fileInput } from "@turnform/form";
import { visit } from "@turnform/form/testing";
import express from "express";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { listening } from "./listen.ts";

const Trip = z.object({
  name: z.string().max(10),
  stops: z.array(z.string().meta({ title: "Stop" })).meta({ orderable: true }),
  photos: z.array(z.file()).meta({ widget: fileInput({ multiple: true }) }),
});
const form = createForm(Trip, { formId: "trip", buttons: ["save"] });
const saved: z.output<typeof Trip>[] = [];

const app = express();
app.use((_req, res, next) => {
  res.cookie("seen", "yes", { httpOnly: true });
  next();
});
app.route("/trips/new").all(
  controls({ uploads: memoryStore() }),
  formRoute(form, (trip, req) => void saved.push({ ...trip, name: `${trip.name} ${req.get("Cookie")}` }), {
    view: (form) => `<!doctype html><title>Trip</title>${String(form)}`,
    redirect: () => "/trips",
  }),
);
app.get("/trips", (_req, res) => {
  const search = `<form id="search" action="/found"><input name="q" aria-label="Search"><button>Go</button></form>`;
  res.clearCookie("seen").send(`<!doctype html><title>Trips</title><p>Saved</p>${search}`);
});
app.get("/found", (req, res) => void res.send(req.url));
const address = listening(app);

describe("visit", () => {
  it("fills in a form of a server, edits a list, chooses files, and follows the redirect", async () => {
    const visitor = await visit(`${address()}/trips/new`);
    visitor.set("Name", "Far too long");
    await visitor.add("Stop");
    visitor.set("stops", ["Oslo"]);
    await visitor.add("stops");
    visitor.set("stops.1", "Bergen");
    await visitor.moveUp("stops.1");
    await visitor.press("Save");
    expect([visitor.status, visitor.value("Name"), visitor.value("stops.0")]).toEqual([
      422,
      "Far too long",
      "Bergen",
    ]);
    visitor.set("Name", "Fjords").choose("Photos", new File(["a"], "a.txt"), new File(["bc"], "b.txt"));
    await visitor.press("Save");
    expect([visitor.status, visitor.url, visitor.html]).toEqual([
      200,
      `${address()}/trips`,
      expect.stringContaining("Saved"),
    ]);
    const [trip] = saved.splice(0);
    expect(trip).toMatchObject({
      name: expect.stringMatching(/^Fjords .*seen=yes/),
      stops: ["Bergen", "Oslo"],
    });
    expect(trip?.photos.map(({ name, size }) => [name, size])).toEqual([
      ["a.txt", 1],
      ["b.txt", 2],
    ]);
    await visitor.set("Search", "a b").press("Go");
    expect(visitor.html).toBe("/found?q=a+b");
  });

  it("asks an app without a server", async () => {
    const small = createForm(z.object({ name: z.string() }), { formId: "small", buttons: ["save"] });
    const answer = async (request: Request): Promise<Response> => {
      if (request.method === "GET") return new Response(String(small.render()));
      const result = small.validate(await controlsFromRequest(request));
      return result.kind === "valid"
        ? new Response(null, { status: 303, headers: { Location: `/hello?${result.value.name}` } })
        : new Response(String(result.form), { status: result.form.status });
    };
    const visitor = await visit("http://localhost/small", { fetch: answer });
    await visitor.press("Save");
    expect(visitor.status).toBe(422);
    await visitor.set("Name", "Ann").press("Save");
    expect(visitor.url).toBe("http://localhost/hello?Ann");
  });

  it("stops at an endless redirect", async () => {
    const loop = (): Response => new Response(null, { status: 302, headers: { Location: "/again" } });
    await expect(visit("http://localhost/", { fetch: loop })).rejects.toThrow(
      "More than 20 redirects, the last one to http://localhost/again",
    );
  });

  it("says that a page has no form, once it is needed", async () => {
    const visitor = await visit("http://localhost/", { fetch: () => new Response("<p>Hello") });
    expect(visitor.html).toBe("<p>Hello");
    expect(() => visitor.set("Name", "x")).toThrow("The page has no form");
  });
});
