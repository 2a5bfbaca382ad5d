import { formErrors } from "@turnform/express-adapter";
import { createForm, type FilledForm } from "@turnform/form";
import express from "express";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { listening } from "./listen.ts";

const People = z.object({ people: z.array(z.object({ name: z.string() })) });
const data = { people: Array.from({ length: 1_000 }, (_, i) => ({ name: `Name ${i}` })) };
const whole = createForm(People);
let drawn = 0;
const broken = createForm(People, {
  templates: {
    "text-input"({ value }) {
      if (++drawn > 455) throw new Error("The template broke");
      return `<p>${value}</p>`;
    },
  },
});

const app = express();
const stream =
  (page: () => FilledForm): express.RequestHandler =>
  async (_req, res) => {
    res.type("html");
    await page().renderTo(res);
    res.end();
  };
app.get(
  "/whole",
  stream(() => whole.render(data)),
);
app.get(
  "/broken",
  stream(() => broken.render(data)),
);
app.use(formErrors());
app.use(((error, _req, _res, next) => next(error)) satisfies express.ErrorRequestHandler);
app.set("env", "test");
const address = listening(app);

describe("a page that is written to a response", () => {
  it("is complete for each of many readers", async () => {
    const page = String(whole.render(data));
    const read = async (): Promise<boolean> => (await (await fetch(`${address()}/whole`)).text()) === page;
    expect(await Promise.all(Array.from({ length: 20 }, read))).not.toContain(false);
  });

  it("fails if the page breaks off", async () => {
    const response = await fetch(`${address()}/broken`);
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow("terminated");
  });
});
