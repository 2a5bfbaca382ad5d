export { type Bridge, openBridge } from "./bridge/bridge.ts";
export type { ConnectedTurntable } from "./connected-turntable.ts";
export { logTurntable, openTurntable } from "./open-turntable.ts";
export { parseBridge } from "./target.ts";
export type {
  ConnectionState,
  Move,
  Playable,
  Playing,
  TableSettings,
  Turntable,
  TurntableStatus,
} from "./turntable.ts";
export { turnTime } from "./turn-time.ts";
export { TurntableError } from "./turntable-error.ts";
