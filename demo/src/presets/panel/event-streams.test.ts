import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { MovingTurntable } from "../../testing/moving-turntable.ts";
import { type ServedApp, serveApp } from "../../testing/serve-app.ts";

let app: ServedApp;
let turntable: MovingTurntable;
beforeEach(async () => {
  turntable = new MovingTurntable({ realTime: false });
  app = await serveApp({ turntable, streams: { most: 2, heartbeatMs: 50 } });
});
afterEach(() => app[Symbol.asyncDispose]());

const Live = z.object({ angle: z.number(), says: z.string() });

/** Opens a stream and reads it until the test calls `end`. */
async function open(): Promise<{
  response: Response;
  text: () => string;
  end: () => Promise<void>;
  ended: Promise<void>;
}> {
  const abort = new AbortController();
  const response = await fetch(`${app.url}/turntable/events`, { signal: abort.signal });
  let text = "";
  const reading = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) text += decoder.decode(chunk, { stream: true });
  })();
  const ended = reading.catch(() => undefined);
  return {
    response,
    text: () => text,
    ended,
    end: async () => {
      abort.abort();
      await ended;
    },
  };
}

/** Returns the states in the text of a stream. */
function states(text: string): z.output<typeof Live>[] {
  return [...text.matchAll(/^data: (.*)$/gm)].map((match) => Live.parse(JSON.parse(match[1] ?? "")));
}

describe("EventStreams", () => {
  it("streams the state at once and after each change", async () => {
    const { response, text, end } = await open();
    expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("no-store, no-transform");
    await expect.poll(() => states(text())[0]?.angle).toBe(90);
    const start = performance.now();
    await turntable.turnTo(120, 100);
    for (const angle of [100, 110, 120]) {
      turntable.run(100);
      await expect.poll(() => states(text()).at(-1)?.angle).toBe(angle);
    }
    const seconds = (performance.now() - start) / 1000;
    const angles = states(text()).map(({ angle }) => angle);
    expect(angles).toEqual(angles.toSorted((a, b) => a - b));
    // At most 25 states a second, plus the first and the last state.
    expect(angles.length).toBeGreaterThan(3);
    expect(angles.length).toBeLessThan(seconds * 25 + 7);
    await end();
  });

  it("keeps a silent connection open with comments", async () => {
    const { text, end } = await open();
    await expect.poll(() => text().match(/^: still here$/gm)?.length ?? 0).toBeGreaterThan(2);
    await end();
  });

  it("limits the number of clients, and frees a place when a client leaves", async () => {
    const [first, second] = [await open(), await open()];
    const refused = await fetch(`${app.url}/turntable/events`, { headers: { Accept: "application/json" } });
    expect(refused.status).toBe(503);
    expect(refused.headers.get("retry-after")).toBe("5");
    expect(await refused.json()).toMatchObject({ message: expect.stringContaining("At most 2 pages") });
    await first.end();
    await expect
      .poll(async () => {
        const third = await open();
        await third.end();
        return third.response.status;
      })
      .toBe(200);
    await second.end();
  });

  it("ends when the server stops", async () => {
    const { ended } = await open();
    app.stopping.abort();
    await ended;
    expect((await fetch(`${app.url}/turntable/events`)).status).toBe(503);
  });

  it("answers HEAD without a stream", async () => {
    const response = await fetch(`${app.url}/turntable/events`, { method: "HEAD" });
    expect(response.status).toBe(200);
  });
});
