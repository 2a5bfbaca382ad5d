import { describe, expect, it, onTestFinished } from "vitest";
import { openBridge } from "./bridge.ts";
import type { LineTaker } from "./bridge-client.ts";
import { LineClient } from "../testing/line-client.ts";
import { openUno } from "../testing/uno-server.ts";

/** Passes lines on only after a number of them has come, so that all of them wait together. */
function gate(turntable: LineTaker, count: number): LineTaker {
  let open: () => void = () => undefined;
  let come = 0;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return {
    request(line, options) {
      const answer = opened.then(() => turntable.request(line, options));
      if (++come === count) open();
      return { taken: answer.then(({ taken }) => taken), ended: answer.then(({ ended }) => ended) };
    },
  };
}

describe("openBridge with 20 clients", () => {
  it("lets nobody wait for more than twice the fair share of turns, even if one client has 500 lines", async () => {
    const { server, turntable } = await openUno(4);
    const counts = Array.from({ length: 20 }, (_, client) => (client === 0 ? 500 : 5));
    const bridge = await openBridge(gate(turntable, 595), { host: "127.0.0.1", port: 0 });
    onTestFinished(() => bridge.close());
    const clients = await Promise.all(counts.map(() => LineClient.connect(bridge.address.port)));
    for (const [client, { socket }] of clients.entries())
      socket.end(
        Array.from({ length: counts[client] ?? 0 }, (_, line) => `M${client * 1_000 + line}:90@360\n`).join(
          "",
        ),
      );
    await Promise.all(clients.map(({ closed }) => closed));
    const turns = server.moves.map((line) => Number(/\d+/.exec(line)?.[0]));
    expect(turns).toHaveLength(595);
    // The fair share of a client's k-th line is to come after k rounds of all 20.
    for (let client = 1; client < 20; client++)
      for (let line = 0; line < 5; line++)
        expect(turns.indexOf(client * 1_000 + line)).toBeLessThan(2 * 20 * (line + 1));
    expect(turns.filter((id) => id < 1_000)).toEqual(Array.from({ length: 500 }, (_, line) => line));
    for (const [client, { answers }] of clients.entries())
      expect(answers.filter((answer) => answer.startsWith("Done"))).toHaveLength(counts[client] ?? 0);
  });
});
