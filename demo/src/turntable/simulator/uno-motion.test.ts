import { describe, expect, it } from "vitest";
import { emptyEeprom } from "./atmega328p.ts";
import { TalkingUno } from "../testing/talking-uno.ts";

/** Returns a table that stands at an angle, after its last move. */
function tableAt(angle: number, eeprom = emptyEeprom()): TalkingUno {
  const table = new TalkingUno(eeprom);
  table.after("", 100);
  table.after(`M1:${angle}@360\n`, 3_000);
  return table;
}

/** Returns the angles of the servo's pulses, one every 20 ms, during a time in ms. */
function angles(table: TalkingUno, line: string, time: number): number[] {
  table.after(line, 0);
  return Array.from({ length: time / 20 }, () => {
    table.after("", 20);
    return table.angle;
  });
}

const differences = (values: readonly number[]) =>
  values.slice(1).map((value, index) => value - (values[index] ?? 0));

describe("the firmware's motion", () => {
  it("speeds up and slows down by the acceleration", () => {
    const table = tableAt(0);
    const steps = differences(angles(table, "M2:90@90\n", 1_700));
    // 90 °/s are 1.8° in 20 ms. 180 °/s² add 0.072° from pulse to pulse. A pulse is exact to 0.05°.
    expect(Math.max(...steps)).toBeLessThan(1.9);
    expect(steps.filter((step) => step > 1.7).length).toBeGreaterThan(20);
    expect(Math.max(...differences(steps).map(Math.abs))).toBeLessThan(0.2);
    expect(table.angle).toBeCloseTo(90, 1);
  });

  it("brakes before it turns back", () => {
    const table = tableAt(0);
    angles(table, "M2:180@90\n", 800);
    const steps = differences(angles(table, "M3:0@90\n", 2_000));
    expect(Math.max(...steps)).toBeGreaterThan(1.5);
    expect(Math.min(...steps)).toBeLessThan(-1.5);
    expect(Math.max(...differences(steps).map(Math.abs))).toBeLessThan(0.2);
  });

  it("turns at full speed at once with A0", () => {
    const table = tableAt(0);
    table.after("A0\n", 50);
    const steps = differences(angles(table, "M2:90@90\n", 900));
    expect(Math.min(...steps.slice(3))).toBeGreaterThan(1.7);
  });

  it("keeps its settings and its position over a reset", () => {
    const eeprom = emptyEeprom();
    const before = tableAt(30, eeprom);
    const settings = "Settings: low=10.00 high=160.00 acceleration=90 reverse=1\n";
    expect(before.after("A90\nL20:170\nR1\n", 500)).toContain(settings);
    const table = new TalkingUno(eeprom);
    table.after("", 100);
    expect(table.after("S\n?\n", 50)).toBe(
      `${settings}State: pos=150.00 target=150.00 moving=0 id=0 lost=0\n`,
    );
    table.after("M1:150\n", 100);
    expect(table.angle).toBeCloseTo(before.angle, 1);
  });

  it("turns the other way with R1, to the exact pulse", () => {
    const table = tableAt(90);
    table.after("R1\n", 50);
    table.after("M2:180@360\n", 2_000);
    expect(table.uno.pulse).toBe(544);
    table.after("M3:0@360\n", 3_000);
    expect(table.uno.pulse).toBe(2_400);
  });

  it("refuses angles outside its limits, and bad settings", () => {
    const table = tableAt(90);
    expect(table.after("L45:135\n44\nM2:135.01\n", 100)).toBe(
      "Settings: low=45.00 high=135.00 acceleration=180 reverse=0\n" +
        "Error: Outside the limits 45.00-135.00\nOK: Good to go\n".repeat(2),
    );
    expect(table.angle).toBeCloseTo(90, 1);
    expect(table.after("A1001\n", 50)).toBe(
      "Error: Bad acceleration, expected A0 to A1000\nOK: Good to go\n",
    );
    expect(table.after("M4:50@1\nR1\n", 50)).toBe(
      "Ack: 4\nError: The table moves, stop it with !\nOK: Good to go\n",
    );
  });
});
