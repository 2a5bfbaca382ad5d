import { once } from "node:events";
import { createServer, get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { describe, expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import type { FilledForm } from "./filled-form.ts";
import { createForm } from "../define/form.ts";
import type { Form } from "../define/form-interface.ts";
import { handlebars } from "../handlebars/handlebars.ts";

/** Returns a form of many names that counts the drawn ones. */
function countingForm() {
  let drawn = 0;
  const label = handlebars("{{count label}}", { helpers: { count: () => String(++drawn) } });
  const form = createForm(z.object({ names: z.array(z.string()) }), { templates: { label } });
  return { form, drawn: () => drawn };
}

const namesOf = (count: number) => ({ names: Array.from({ length: count }, (_, i) => `Name ${i}`) });

describe("renderTo", () => {
  it("writes the same as String(), and leaves the stream open", async () => {
    const form = createForm(z.object({ names: z.array(z.string()) }));
    const page = form.render(namesOf(300));
    const stream = new PassThrough();
    const written = text(stream);
    await page.renderTo(stream);
    stream.end("after");
    expect(await written).toBe(`${String(page)}after`);
  });

  it("draws no more than the reader takes", async () => {
    const { form, drawn } = countingForm();
    const stream = new PassThrough();
    const done = form.render(namesOf(5_000)).renderTo(stream);
    await once(stream, "readable");
    const atFirst = drawn();
    expect(atFirst).toBeLessThan(1_000);
    await Promise.all([done.then(() => stream.end()), text(stream)]);
    expect(drawn()).toBeGreaterThan(5_000);
  });

  it("fails with the stream's error", async () => {
    const stream = new PassThrough();
    const done = countingForm().form.render(namesOf(5_000)).renderTo(stream);
    stream.destroy(new Error("Full"));
    await expect(done).rejects.toThrow("Full");
  });

  it("stops when the browser leaves", async () => {
    const { form, drawn } = countingForm();
    const server = createServer().listen(0, "127.0.0.1");
    const done = new Promise<void>((resolve, reject) => {
      server.once("request", (_, res) => {
        form.render(namesOf(20_000)).renderTo(res).then(resolve, reject);
      });
    });
    done.catch(() => {});
    onTestFinished(() => void server.close());
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const request = get({ port, host: "127.0.0.1" });
    const [response]: IncomingMessage[] = await once(request, "response");
    response?.once("data", () => request.destroy());
    await expect(done).rejects.toThrow("closed before the whole form");
    expect(drawn()).toBeLessThan(20_000);
  });

  it("keeps pages of one form apart if they are written concurrently, or broken off", () => {
    const Person = z.object({ name: z.string(), tags: z.array(z.string()), on: z.boolean() });
    const People = z.object({ people: z.array(Person).meta({ orderable: true }), note: z.string() });
    const pageOf = (form: Form<typeof People>, count: number, of: string): FilledForm =>
      form.render({
        people: Array.from({ length: count }, (_, i) => ({
          name: `${of} ${i}`,
          tags: [`${of}.${i}`, of],
          on: i % 3 === 0,
        })),
        note: of,
      });
    const pages: readonly (readonly [count: number, of: string])[] = [
      [1_000, "a"],
      [455, "b"],
      [1, "c"],
      [1_000, "d"],
    ];
    const shared = createForm(People);
    const written = pages.map(() => "");
    const streams = pages.map(([count, of]) => pageOf(shared, count, of).chunks()[Symbol.iterator]());
    // This one is never read to its end.
    pageOf(shared, 1_000, "e").chunks()[Symbol.iterator]().next();
    const open = new Set(streams.keys());
    for (let turn = 0; open.size > 0; turn++) {
      for (const at of open) {
        const { done, value = "" } = streams[at]?.next() ?? { done: true };
        written[at] += value;
        if (done === true) open.delete(at);
      }
      // Draws whole pages in between.
      if (turn % 5 === 0) expect(String(pageOf(shared, 3, "f"))).toContain("f 2");
    }
    pages.forEach(([count, of], at) =>
      expect(written[at]).toBe(String(pageOf(createForm(People), count, of))),
    );
  });
});
