export { exchangeRoutes } from "./exchange-routes.ts";
export { type EventStreamOptions, EventStreams } from "./panel/event-streams.ts";
export { firstPresets } from "./first-presets.ts";
export { turntableRoutes } from "./panel/turntable-routes.ts";
export { Preset } from "./preset.ts";
export { presetRoutes } from "./preset-routes.ts";
export { openPresetStore } from "./store/open-preset-store.ts";
export { PatientClient } from "./store/patient-client.ts";
export type { PresetStore } from "./store/preset-store.ts";
