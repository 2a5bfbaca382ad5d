import { openPresetStore, type Preset, type PresetStore } from "../presets/index.ts";

/** The only preset of a test's new database, with the id 1. */
export const productTour: Preset = {
  name: "Product tour",
  repeats: 2,
  cycles: [
    [
      { angle: 0, speed: 90, dwell: 500 },
      { angle: 90, speed: 45, dwell: 1500 },
      { angle: 180, speed: 45, dwell: 1500 },
    ],
    [{ angle: 0, speed: 180, dwell: 1000 }],
  ],
};

/** Opens a database for a test. A new one gets the preset {@link productTour}. */
export function openTestStore(url: string): Promise<PresetStore> {
  return openPresetStore(url, { firstPresets: [productTour] });
}
