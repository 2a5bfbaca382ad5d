/** The same preset as the two kinds of body: with markers, and with bracketed names for qs. */
import { destructure } from "@turnform/schema";

interface Move {
  readonly angle: string;
  readonly speed: string;
}

/** A preset of cycles of ten moves each. */
export function presetOf(moves: number): { name: string; cycles: Move[][] } {
  const move = (n: number): Move => ({ angle: String(n % 180), speed: "30" });
  const cycles = Array.from({ length: Math.ceil(moves / 10) }, (_, cycle) =>
    Array.from({ length: 10 }, (_, n) => move(cycle * 10 + n)),
  );
  return { name: "Look around the room", cycles };
}

/** What a browser posts of it with Turnform's markers. */
export function markedBody({ name, cycles }: ReturnType<typeof presetOf>): string {
  const items = cycles.map((cycle) => cycle.map(({ angle, speed }) => ({ angle, speed })));
  const controls = destructure({ name, cycles: items });
  return new URLSearchParams(
    controls.map(([name, value]): [string, string] => [name, typeof value === "string" ? value : value.name]),
  ).toString();
}

/** What it would post with names like `cycles[0][1][angle]`. */
export function bracketedBody({ name, cycles }: ReturnType<typeof presetOf>): string {
  const fields = cycles.flatMap((cycle, i) =>
    cycle.flatMap((move, j) =>
      Object.entries(move).map(([key, value]): [string, string] => [`cycles[${i}][${j}][${key}]`, value]),
    ),
  );
  return new URLSearchParams([["name", name], ...fields]).toString();
}
