import { execFileSync, spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyEeprom } from "./atmega328p.ts";
import { firmware, TalkingUno } from "../testing/talking-uno.ts";

const compiler = spawnSync("make", ["--version"]).status === 0 && spawnSync("cc", ["--version"]).status === 0;

describe("Uno", () => {
  it("runs the firmware, which sends the servo no pulse before the first move", () => {
    const table = new TalkingUno();
    expect(table.after("", 100)).toBe("Turntable: 3\n");
    expect(table.uno.pulse).toBeUndefined();
    expect(table.after("?\n", 50)).toBe("State: pos=90.00 target=90.00 moving=0 id=0 lost=0\n");
    expect(table.after("90\r\n", 50)).toBe("Input angle: 90\nOK: Good to go\n");
    expect(table.uno.pulse).toBe(1_472);
  });

  it("reaches every angle within the half microsecond of its pulse", () => {
    const table = new TalkingUno();
    table.after("A0\n", 100);
    const errors = Array.from({ length: 181 }, (_, angle) => {
      table.after(`M${angle}:${angle}@360\n`, angle === 0 ? 350 : 60);
      return Math.abs(table.angle - angle);
    });
    expect(Math.max(...errors)).toBeLessThan(0.03);
    expect(table.after("17\n", 8_000)).toBe("Input angle: 17\nOK: Good to go\n");
    expect(Math.abs(table.angle - 17)).toBeLessThan(0.03);
  });

  it("turns at the given speed", () => {
    const table = new TalkingUno();
    table.after("A0\n", 100);
    table.after("M1:0@360\n", 1_000);
    expect(table.after("M2:90@90\n", 520)).toBe("Ack: 2\n");
    expect(table.angle).toBeGreaterThan(43);
    expect(table.angle).toBeLessThan(47);
    expect(table.after("", 500)).toBe("Done: 2 90.00\n");
  });

  it("starts from its position before a reset, and moves from there at the given speed", () => {
    const eeprom = emptyEeprom();
    const before = new TalkingUno(eeprom);
    before.after("", 100);
    expect(before.after("M1:180@360\n", 2_000)).toContain("Done: 1 180.00");
    const table = new TalkingUno(eeprom);
    expect(table.after("", 100)).toBe("Turntable: 3\n");
    expect(table.after("?\n", 50)).toContain("pos=180.00 target=180.00 moving=0");
    expect(table.uno.pulse).toBeUndefined();
    table.after("M2:170@20\n", 40);
    expect(table.angle).toBeGreaterThan(179);
    expect(table.after("", 700)).toContain("Done: 2 170.00");
  });

  it("starts within 10° of its position if a reset cuts a move", () => {
    const eeprom = emptyEeprom();
    const before = new TalkingUno(eeprom);
    before.after("", 100);
    before.after("M1:0@90\n", 1_000);
    const table = new TalkingUno(eeprom);
    table.after("", 100);
    const [, position] = /pos=([\d.]+)/.exec(table.after("?\n", 50)) ?? [];
    expect(Math.abs(Number(position) - before.angle)).toBeLessThan(15);
    expect(Number(position)).toBeLessThan(60);
  });

  it.each(["?", "S", "!", "V", "0", "M1:90@3", "M1:0@30", "A100", "L0:180", "R0", "x", "181", ""])(
    "answers or counts each of 1,000 lines %j without a pause",
    (line) => {
      const table = new TalkingUno();
      table.after("", 100);
      const said = table.after(`${line}\n`.repeat(1_000), 1_000);
      const lost = Number(/lost=(\d+)/.exec(table.after("?\n", 50))?.[1]);
      const verdicts = said.match(/^(?:State|Settings|Stop|Turntable|Input|Ack|Error)/gm) ?? [];
      expect(verdicts.length + lost).toBe(1_000);
    },
  );

  it("obeys 1,000 lines without a pause, and counts the answers it could not send", () => {
    const table = new TalkingUno();
    table.after("", 100);
    const angles = Array.from({ length: 1_000 }, (_, index) => (index * 7_919) % 181);
    const said = table.after(angles.map((angle) => `${angle}\n`).join(""), 1_000);
    const state = table.after("?\n", 50);
    const lost = Number(/lost=(\d+)/.exec(state)?.[1]);
    expect(said.split("Input angle: ").length - 1 + lost).toBe(1_000);
    expect(said).not.toContain("Error");
    expect(state).toContain(`target=${angles.at(-1)}.00`);
  });

  it("limits the bytes that wait", () => {
    const { uno } = new TalkingUno();
    expect(() => uno.receive(new Uint8Array(65_537))).toThrow(
      "65537 bytes wait for the UNO; the limit is 65536.",
    );
  });

  it.skipIf(!compiler)(
    "answers random lines like the firmware's core built for this machine (needs make and a C compiler)",
    () => {
      execFileSync("make", ["-s", "-C", firmware, "native"]);
      fc.assert(
        fc.property(fc.array(step(), { minLength: 1, maxLength: 30 }), (steps) => {
          const { said, timed } = runImage(steps);
          expect(said).toBe(runNative(timed));
        }),
        { numRuns: 15 },
      );
    },
  );
});

interface Step {
  readonly text: string;
  readonly wait: number;
}

/** Generates a line and a wait of whole steps of the table. */
function step(): fc.Arbitrary<Step> {
  const angle = fc.integer({ min: 0, max: 180 });
  const degrees = fc.oneof(
    angle,
    fc.integer({ min: 0, max: 1_799 }).map((tenths) => tenths / 10),
  );
  const id = fc.integer({ min: 0, max: 65_535 });
  const speed = fc.integer({ min: 1, max: 360 });
  const noise = fc.uint8Array({ maxLength: 30 }).map((bytes) =>
    Buffer.from(bytes)
      .toString("latin1")
      .replaceAll(/[\r\n]/g, "-"),
  );
  const obeyed = fc.oneof(
    angle.map(String),
    fc.tuple(id, degrees, speed).map(([id, degrees, speed]) => `M${id}:${degrees}@${speed}`),
    fc.tuple(id, degrees).map(([id, degrees]) => `M${id}:${degrees}`),
  );
  const others = fc.oneof(
    fc.constantFrom("?", "!", "V", "", "M", "M1", "M1:", "M1:9@", "M65536:1", "-5", " 9", "9 ", "??", "m1:9"),
    fc.integer({ min: 181, max: 99_999 }).map(String),
    fc.tuple(id, fc.integer({ min: 181, max: 999 })).map(([id, angle]) => `M${id}:${angle}`),
    fc
      .tuple(id, angle, fc.integer({ min: 361, max: 999 }))
      .map((numbers) => "M{}:{}@{}".replace(/{}/g, () => String(numbers.shift()))),
    noise.map((noise) => `x${noise}`),
    noise.map((noise) => `Mx${noise}`),
  );
  const settings = fc.oneof(
    fc.constantFrom("S", "R0", "R1", "R2", "L90:90", "A1001", "L0:180"),
    fc.integer({ min: 1, max: 1_000 }).map((acceleration) => `A${acceleration}`),
    fc.tuple(degrees, degrees).map(([low, high]) => `L${low}:${high}`),
  );
  return fc
    .tuple(
      fc.oneof(obeyed, others, settings),
      fc.constantFrom("\n", "\r", "\r\n"),
      fc.integer({ min: 2, max: 60 }),
    )
    .map(([line, end, steps]) => ({ text: line + end, wait: steps * 10 }));
}

/**
 * Runs the image. A move from rest starts the steps of 10 ms. The wait after it is half a step longer, so that the
 * next line comes between two steps, even with the time for its bytes. A move that cuts another keeps the times of the steps.
 */
function runImage(steps: readonly Step[]): { said: string; timed: Step[] } {
  const table = new TalkingUno();
  const timed: Step[] = [];
  let said = table.after("", 100);
  let moves = false;
  for (const { text, wait } of steps) {
    const verdict = table.after(text, 5);
    const begins = /^Input/m.test(verdict) || (/^Ack/m.test(verdict) && !moves);
    const rest = begins ? wait : wait - 5;
    const answer = verdict + table.after("", rest);
    if (/^(?:Ack|Input|Done|Cut|Stop)/m.test(answer)) moves = /^Ack: \d+\n(?!.*^Done)/ms.test(answer);
    timed.push({ text, wait: 5 + rest });
    said += answer;
  }
  return { said, timed };
}

function runNative(steps: readonly Step[]): string {
  const input = steps
    .map(({ text, wait }) => `X${Buffer.from(text, "latin1").toString("hex")}\nT${wait}\n`)
    .join("");
  return execFileSync(`${firmware}/build/native`, { input, encoding: "latin1" });
}
