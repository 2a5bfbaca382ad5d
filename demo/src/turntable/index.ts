export { type Bridge, openBridge } from "./bridge/bridge.ts";
export type { LineTurntable } from "./line-turntable.ts";
export { logTurntable, openTurntable } from "./open-turntable.ts";
export { parseBridge } from "./target.ts";
export type { LineState, Playable, Playing, Turntable, TurntableStatus } from "./turntable.ts";
export { TurntableError } from "./turntable-error.ts";
