import { describe, expect, it, onTestFinished } from "vitest";
import { ConnectedTurntable } from "../connected-turntable.ts";
import { serialConnector } from "./serial-connection.ts";
import { reaches } from "../testing/reaches.ts";
import { SerialCable, socat } from "../testing/serial-cable.ts";
import { UnoServer } from "../testing/uno-server.ts";

const seed = Number(process.env["SEED"] ?? Date.now() % 2 ** 32);

/** Creates a function that garbles 3 % of texts: it changes, drops or doubles a character. */
function noise(): (text: string) => string {
  let state = (seed % 2_147_483_646) + 1;
  const below = (limit: number) => (state = (state * 48_271) % 2_147_483_647) % limit;
  const changes = [
    () => "",
    () => String.fromCharCode(below(256)),
    (character: string) => character.repeat(2),
  ];
  return (text) => {
    if (below(100) >= 3) return text;
    const place = below(text.length);
    const change = changes[below(changes.length)] ?? String;
    // A new line end would make two lines of one.
    return text.slice(0, place) + change(text.charAt(place)).replace(/[\r\n]/, "-") + text.slice(place + 1);
  };
}

/** Uses a serial port made by socat, with a simulated UNO at its other end. */
describe.skipIf(!socat)("a noisy serial port (needs socat: apt-get install socat)", () => {
  it(`brings 1,000 moves to their ends while 3 % of all lines are garbled and the cable is pulled twice, seed ${seed}`, async () => {
    const server = await new UnoServer({ pace: 20 }).start();
    const cable = new SerialCable(server.port);
    await cable.plugIn();
    const turntable = new ConnectedTurntable(
      { ...serialConnector(cable.path), bootTime: 100 },
      {
        backoff: { first: 20, limit: 50 },
        conversation: { replyTime: 500, queryTime: 1_500, restingBeat: 50 },
      },
    );
    onTestFinished(async () => {
      await turntable.close();
      await cable.remove();
      await server.kill();
    });
    const connected = () => reaches(turntable, ({ connection }) => connection === "ready");
    await connected();
    server.garbles = noise();
    server.says = noise();

    const angles = Array.from({ length: 1_000 }, (_, index) => 80 + (index % 3) * 2);
    const moves = angles.map((angle) => ({ angle, speed: 360, dwell: 0 }));
    const cycles = Array.from({ length: 20 }, (_, cycle) => moves.slice(cycle * 50, cycle * 50 + 50));
    // A cable is pulled at these cycles. Noise can also end a connection; a person resumes each time.
    const pulls = new Set([6, 13]);
    await turntable.play(5, { name: "Noise", repeats: 1, cycles });
    for (;;) {
      await reaches(turntable, ({ playing }) => !playing || playing.paused || pulls.has(playing.cycle));
      const { playing } = turntable.status;
      if (!playing) break;
      if (pulls.delete(playing.cycle)) {
        await cable.unplug();
        await reaches(turntable, ({ connection }) => connection === "lost");
        await cable.plugIn();
      }
      await connected();
      await turntable.resume();
    }
    expect(turntable.status.problem).toBeUndefined();
    expect(pulls.size).toBe(0);
    // The ends of moves as the board sent them, without noise. A move that noise changed has another end, and comes again.
    const ends = server.said.flatMap((line) => /^Done: \d+ ([\d.]+)$/.exec(line)?.[1] ?? []).map(Number);
    let at = 0;
    for (const end of ends) if (end === angles[at]) at++;
    expect(at).toBe(1_000);
    expect(server.angle).toBeCloseTo(angles.at(-1) ?? NaN, 1);
  });
});
