import { createForm, german } from "@turnform/form";
import { fill } from "@turnform/form/testing";
import type { Control } from "@turnform/schema";
import express from "express";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { controls, type ControlsOptions } from "./controls.ts";
import { FieldErrors } from "./field-errors.ts";
import { formErrors } from "./form-errors.ts";
import { formHandler, formsHandler } from "./form-handler.ts";
import { formRoute } from "./form-route.ts";
import { HttpError } from "./http-error.ts";
import { post, serve } from "./testing/serve.ts";
import { webTurn } from "./web-turn.ts";

const Trip = z.object({
  name: z.string().max(20),
  "a/b~c": z.int().optional(),
  days: z.array(z.object({ title: z.string(), km: z.number().max(99) })),
});
const trip = createForm(Trip, { formId: "trip", language: german });
const view = (form: unknown): string => `<!doctype html>${String(form)}`;
const ann = { name: "Ann", days: [{ title: "One", km: 1.5 }] };
const url = "https://example.org/trip";

function json(data: unknown, headers: Record<string, string> = {}): Request {
  const body = typeof data === "string" ? data : JSON.stringify(data);
  return new Request(url, {
    method: "POST",
    body,
    headers: { "Content-Type": "application/json", ...headers },
  });
}

/** Returns a handler that keeps the arguments of its saves. */
function keeping(
  options: { token?: boolean; limit?: string; maxPairs?: number; maxNameLength?: number } = {},
) {
  const saved: unknown[] = [];
  const handle = formHandler(trip, (value, _request, button) => saved.push([value, button]), {
    view,
    json: true,
    redirect: "/trips",
    notice: (count) => `Trip ${count}`,
    ...options,
  });
  const answer = async (request: Request) => {
    const response = await handle(request);
    const type = response.headers.get("Content-Type");
    const body: unknown = type?.includes("json") ? await response.json() : await response.text();
    return { status: response.status, type, body };
  };
  return { saved, handle, answer };
}

describe("a route that takes JSON", () => {
  it("saves the data, and answers with the texts of redirect and notice", async () => {
    const { saved, answer } = keeping();
    expect(await answer(json({ ...ann, name: " Ann " }))).toEqual({
      status: 200,
      type: "application/json; charset=utf-8",
      body: { redirect: "/trips", notice: "Trip 1" },
    });
    expect(saved).toEqual([[ann, undefined]]);
  });

  it("answers errors as problem details with paths and pointers", async () => {
    const { saved, answer } = keeping();
    const data = { name: "x".repeat(21), "a/b~c": "x", days: [{ title: "", km: 100 }] };
    expect(await answer(json(data, { Accept: "text/html" }))).toEqual({
      status: 422,
      type: "application/problem+json; charset=utf-8",
      body: {
        title: expect.stringMatching(/^Unprocessable/),
        status: 422,
        detail: "The data could not be saved",
        errors: [
          { path: "name", pointer: "#/name", message: "Bitte geben Sie höchstens 20 Zeichen ein" },
          { path: "a/b~c", pointer: "#/a~1b~0c", message: "„x“ ist keine Zahl" },
          { path: "days.0.title", pointer: "#/days/0/title", message: "Pflichtangabe" },
          { path: "days.0.km", pointer: "#/days/0/km", message: expect.any(String) },
        ],
      },
    });
    expect(saved).toEqual([]);
  });

  it("refuses bodies that are no JSON object, are too large or of another type", async () => {
    const { answer } = keeping({ limit: "1kb", maxPairs: 20, maxNameLength: 100 });
    const statuses = async (...bodies: readonly unknown[]) =>
      Promise.all(bodies.map(async (body) => (await answer(json(body))).status));
    expect(await statuses("", "{", "5", "null", "[]", '"\\ud800', "{}x")).toEqual(Array(7).fill(400));
    expect(
      await statuses({ name: "x".repeat(1024) }, { days: Array(20).fill(1) }, { ["x".repeat(101)]: 1 }),
    ).toEqual([413, 413, 413]);
    const latin1 = await answer(json({}, { "Content-Type": "application/json; charset=latin1" }));
    expect(latin1).toMatchObject({ status: 415, type: "application/problem+json; charset=utf-8" });
    const xml = await answer(json({}, { "Content-Type": "application/xml" }));
    expect([xml.status, xml.body]).toEqual([415, expect.stringContaining("or its data as application/json")]);
  });

  it("takes no JSON without the option", async () => {
    const handle = formHandler(trip, () => {}, { view, redirect: "/" });
    const response = await handle(json(ann));
    expect(response.status).toBe(415);
    expect(await response.json()).toMatchObject({ status: 415 });
  });

  it("shows the errors of save, and of its own kind", async () => {
    const refuse = (error: Error) =>
      formHandler(trip, () => Promise.reject(error), { view, json: true, redirect: "/" })(json(ann));
    const taken = await refuse(
      new FieldErrors<typeof Trip>({ "days.0.title": ["Taken", "Long"] }, { status: 409 }),
    );
    expect(taken.status).toBe(409);
    expect(await taken.json()).toMatchObject({
      errors: [
        { path: "days.0.title", pointer: "#/days/0/title", message: "Taken" },
        { path: "days.0.title", message: "Long" },
      ],
    });
    const gone = await refuse(new HttpError(410, "Gone for good"));
    expect(await gone.json()).toEqual({ title: "Gone", status: 410, detail: "Gone for good" });
    await expect(refuse(new FieldErrors({ nme: "x" }))).rejects.toThrow('no field at "nme"');
    await expect(refuse(new Error("No database"))).rejects.toThrow("No database");
  });

  it("answers 404 if load finds nothing", async () => {
    const handle = formHandler(trip, () => {}, { view, json: true, redirect: "/", load: () => undefined });
    expect(await (await handle(json(ann))).json()).toMatchObject({ status: 404 });
  });

  it("refuses JSON of another site's page, even if the application allows its requests", async () => {
    const { saved, answer } = keeping();
    for (const headers of [
      { "Sec-Fetch-Site": "cross-site" },
      { Origin: "https://evil.example" },
      { Origin: "null" },
    ])
      expect((await answer(json(ann, headers))).status).toBe(403);
    expect(saved).toEqual([]);
    expect((await answer(json(ann, { "Sec-Fetch-Site": "same-origin" }))).status).toBe(200);
  });

  it("never reads a form or a plain text as JSON", async () => {
    const { saved, answer } = keeping();
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
      expect((await answer(json(ann, { "Content-Type": type }))).status).toBeGreaterThanOrEqual(400);
    expect(saved).toEqual([]);
  });

  it("asks for the token of a page, with the option token", async () => {
    const { answer, handle } = keeping({ token: true });
    const page = await handle(new Request(url));
    const [, token = ""] = /name="__token__" value="([^"]+)"/.exec(await page.text()) ?? [];
    const Cookie = page.headers.get("Set-Cookie")?.split(";")[0] ?? "";
    expect((await answer(json(ann, { Cookie, "X-CSRF-Token": token }))).status).toBe(200);
    expect((await answer(json(ann, { Cookie }))).status).toBe(403);
    expect((await answer(json(ann, { "X-CSRF-Token": token }))).status).toBe(403);
    expect((await answer(json({ ...ann, __token__: token }, { Cookie }))).status).toBe(403);
  });

  it("saves equal data with the same Idempotency-Key once", async () => {
    const { saved, answer } = keeping();
    const key = { "Idempotency-Key": "k1" };
    const body = { redirect: "/trips", notice: "Trip 1" };
    expect((await answer(json(ann, key))).body).toEqual(body);
    expect((await answer(json({ ...ann, name: " Ann" }, key))).body).toEqual(body);
    expect(saved).toHaveLength(1);
    await answer(json(ann, { "Idempotency-Key": "k2" }));
    await answer(json(ann));
    expect(saved).toHaveLength(3);
  });

  it("sets no cookie for the next page", async () => {
    const { handle } = keeping();
    expect((await handle(json(ann))).headers.getSetCookie()).toEqual([]);
  });

  it("gives JSON to the form of the page that takes it", async () => {
    const other = createForm(z.object({ note: z.string() }), { formId: "note" });
    const saved: string[] = [];
    const turn = (form: typeof other | typeof trip, takes: boolean) =>
      webTurn(form === other ? other : trip, () => void saved.push(form.formId), {
        json: takes,
        redirect: "/",
      });
    const handle = formsHandler([turn(other, false), turn(trip, true)], { view: () => "" });
    expect((await handle(json(ann))).status).toBe(200);
    expect(saved).toEqual(["trip"]);
    expect(() => formsHandler([turn(other, true), turn(trip, true)], { view: () => "" })).toThrow(
      "several forms of a page take it: note, trip",
    );
  });

  it("refuses a form with files when it is made", () => {
    const photo = createForm(z.object({ album: z.array(z.object({ photo: z.file().optional() })) }));
    expect(() => formHandler(photo, () => {}, { view, json: true, redirect: "/" })).toThrow(
      'has the file field "photo", which JSON can\'t hold',
    );
  });

  it("never fails on odd JSON", async () => {
    const { answer } = keeping({ maxPairs: 100 });
    const odd = fc.oneof(
      fc.json(),
      fc.string(),
      fc.jsonValue().map((days) => JSON.stringify({ name: "x", days })),
    );
    await fc.assert(
      fc.asyncProperty(odd, async (body) => {
        expect([200, 400, 413, 422]).toContain((await answer(json(body))).status);
      }),
      { numRuns: 200 },
    );
    const deep = (count: number) => `${'{"days":['.repeat(count)}${"]}".repeat(count)}`;
    expect((await answer(json(deep(49)))).status).toBe(422);
    expect((await keeping().answer(json(deep(50_000)))).status).toBe(413);
    expect((await answer(json('{"__proto__":{"name":"Eve"},"constructor":1,"days":[]}'))).status).toBe(422);
  });

  it("gives save the same argument by form, by FormData and by JSON", async () => {
    const { saved, answer } = keeping();
    const text = fc.string({ minLength: 1, maxLength: 10 });
    const data = fc.record({
      name: text,
      days: fc.array(fc.record({ title: text, km: fc.integer({ max: 99, min: -99 }).map((n) => n / 4) }), {
        maxLength: 3,
      }),
    });
    await fc.assert(
      fc.asyncProperty(data, async (value) => {
        saved.length = 0;
        const posted = fill(trip, { data: value }).controls();
        const all = [json(value), form(urlencoded(posted)), form(formData(posted))];
        const answers = [];
        for (const request of all) answers.push((await answer(request)).status);
        expect([
          [200, 303, 303],
          [422, 422, 422],
        ]).toContainEqual(answers);
        const [first] = saved;
        expect(saved.every((each) => JSON.stringify(each) === JSON.stringify(first))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  /** Serves Express with a form that takes JSON, and its saved values. */
  const onExpress = async (options: ControlsOptions = {}, ...between: readonly express.RequestHandler[]) => {
    const saved: unknown[] = [];
    const app = express().use(controls(options), ...between);
    app.all(
      "/",
      formRoute(trip, (value) => void saved.push(value), { view, json: true, notice: "Saved" }),
    );
    app.post("/other", (req, res) => void res.json(req.body));
    return { saved, address: await serve(app.use(formErrors())) };
  };
  const asJSON = { "Content-Type": "application/json" };

  it("works on Express, with and without express.json()", async () => {
    for (const between of [[], [express.json()]]) {
      const { saved, address } = await onExpress({}, ...between);
      const response = await post(address, JSON.stringify(ann), asJSON);
      expect([response.status, await response.json()]).toEqual([200, { notice: "Saved" }]);
      expect(saved).toEqual([ann]);
      const refused = await post(address, '{"name":""}', asJSON);
      expect(refused.headers.get("Content-Type")).toBe("application/problem+json; charset=utf-8");
      expect((await post(address, "{", asJSON)).status).toBe(400);
      expect((await post(address, "name=Ann")).status).toBe(200);
    }
  });

  it("passes refused JSON to the error handlers of Express", async () => {
    const passed: unknown[] = [];
    const app = express().use(controls());
    app.all(
      "/",
      formRoute(trip, () => Promise.reject(new HttpError(410, "Gone for good")), {
        view,
        json: true,
        redirect: "/",
      }),
    );
    app.use((error: unknown, _req: express.Request, _res: express.Response, next: express.NextFunction) => {
      passed.push(error instanceof HttpError && error.status);
      next(error);
    });
    const address = await serve(app.use(formErrors()));
    const answers = [
      await post(address, "{", asJSON),
      await post(address, "{}", { ...asJSON, "Sec-Fetch-Site": "cross-site" }),
      await post(address, JSON.stringify(ann), asJSON),
    ];
    expect(passed).toEqual([400, 403, 410]);
    for (const answer of answers)
      expect(answer.headers.get("Content-Type")).toBe("application/problem+json; charset=utf-8");
  });

  it("leaves the JSON of other routes of Express alone", async () => {
    const { address } = await onExpress({ limit: 5 }, express.json());
    const headers = { ...asJSON, "Sec-Fetch-Site": "cross-site" };
    expect(await (await post(`${address}/other`, '{"a":[1,2]}', headers)).json()).toEqual({ a: [1, 2] });
    expect((await post(address, '{"a":[1,2]}', headers)).status).toBe(403);
  });
});

function form(body: URLSearchParams | FormData): Request {
  return new Request(url, { method: "POST", body });
}

function urlencoded(posted: readonly Control[]): URLSearchParams {
  return new URLSearchParams(
    posted.map(([name, value]): [string, string] => [name, typeof value === "string" ? value : value.name]),
  );
}

function formData(posted: readonly Control[]): FormData {
  const data = new FormData();
  for (const [name, value] of posted) data.append(name, value);
  return data;
}
