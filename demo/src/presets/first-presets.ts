import type { Preset } from "./preset.ts";

/** The presets of a new database. */
export const firstPresets: readonly Preset[] = [
  {
    name: "Look around the room",
    repeats: 1,
    cycles: [
      [
        { angle: 0, speed: 30, dwell: 1500 },
        { angle: 45, speed: 15, dwell: 1500 },
        { angle: 90, speed: 15, dwell: 1500 },
        { angle: 135, speed: 15, dwell: 1500 },
        { angle: 180, speed: 15, dwell: 1500 },
      ],
      [{ angle: 90, speed: 30, dwell: 0 }],
    ],
  },
  {
    name: "Show and tell",
    repeats: 2,
    cycles: [
      [
        { angle: 150, speed: 45, dwell: 5000 },
        { angle: 90, speed: 45, dwell: 3000 },
        { angle: 30, speed: 45, dwell: 5000 },
      ],
      [{ angle: 90, speed: 45, dwell: 2000 }],
    ],
  },
  {
    name: "Quick demo",
    repeats: 3,
    cycles: [
      [
        { angle: 60, speed: 120, dwell: 250 },
        { angle: 120, speed: 120, dwell: 250 },
      ],
      [{ angle: 90, speed: 60, dwell: 500 }],
    ],
  },
];
