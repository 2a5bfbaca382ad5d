import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveApp, type ServedApp } from "../testing/serve-app.ts";

let app: ServedApp;
beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app[Symbol.asyncDispose]());

const post = (controls: [string, string][], accept: string): Promise<Response> =>
  fetch(`${app.url}/`, {
    method: "POST",
    headers: { Accept: accept },
    body: new URLSearchParams(controls),
  });

/** The controls of one team with one person. */
const person = (name: string): [string, string][] => [
  ["__start__", "teams:sequence"],
  ["__start__", "team:sequence"],
  ["__start__", "person:mapping"],
  ["name", name],
  ["email", ""],
  ["__end__", "person:mapping"],
  ["__end__", "team:sequence"],
  ["__end__", "teams:sequence"],
];

describe("a post to the first page", () => {
  it("answers with the data, as the posted form's order has them", async () => {
    const response = await post(person("Ann"), "application/json");
    expect(response.status).toBe(200);
    const { data, errors } = JSON.parse(await response.text());
    expect(JSON.parse(data)).toEqual({ teams: [[{ name: "Ann" }]] });
    expect(errors).toEqual([]);
  });

  it("answers with errors and their places", async () => {
    const response = await post(person(""), "application/json");
    expect(response.status).toBe(422);
    expect(await response.json()).toEqual({ errors: [["teams.0.0.name", "Required"]] });
  });

  it("answers a browser with the page", async () => {
    const response = await post(person("<Ann>"), "text/html");
    expect(response.status).toBe(200);
    expect(await response.text()).toContain("{ &quot;name&quot;: &quot;&lt;Ann&gt;&quot; }");
  });

  it("answers an unreadable post with 400", async () => {
    expect((await post([["__start__", "teams:sequence"]], "application/json")).status).toBe(400);
  });
});
