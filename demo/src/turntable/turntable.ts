export type ConnectionState = "connecting" | "ready" | "lost";

/** A move: the table turns to its angle, then waits. */
export interface Move {
  /** Degrees, 0–180. */
  readonly angle: number;
  /** Degrees a second, 1–360. */
  readonly speed: number;
  /** Milliseconds. */
  readonly dwell: number;
}

/** The part of a preset that the turntable plays: cycles of moves, in order, all of them `repeats` times. */
export interface Playable {
  readonly name: string;
  readonly repeats: number;
  readonly cycles: readonly (readonly Move[])[];
}

/** Progress of a preset. All indexes start at 0. */
export interface Playing {
  /** Id of the preset in the store. */
  readonly presetId: number;
  readonly name: string;
  readonly repeat: number;
  readonly repeats: number;
  readonly cycle: number;
  readonly move: number;
  /** True after `pause` and after a loss of the connection, until `resume`. */
  readonly paused: boolean;
}

/** A turn in progress. */
export interface Turn {
  /** Target in degrees. */
  readonly to: number;
  /** Degrees a second. */
  readonly speed: number;
}

/** Settings that a table keeps, also without power. */
export interface TableSettings {
  /** The lowest angle in degrees. */
  readonly low: number;
  /** The highest angle in degrees, above the lowest. */
  readonly high: number;
  /** Degrees a second squared, 0–1000; 0 for no ramps. */
  readonly acceleration: number;
  /** True if the servo turns the other way. */
  readonly reverse: boolean;
}

/** State of a turntable at one moment. */
export interface TurntableStatus {
  readonly connection: ConnectionState;
  /** `sim`, `serial:PATH` or `tcp:HOST:PORT`. */
  readonly name: string;
  /** Degrees, 0–180: measured from the servo's pulse in the simulator, otherwise reported by the firmware. Undefined if unknown. */
  readonly angle: number | undefined;
  readonly moving: boolean;
  /** The current turn, if this process or a client of its bridge began it. */
  readonly turn?: Turn | undefined;
  readonly playing: Playing | undefined;
  /** Reason for the loss of the connection, the firmware's last refusal, or the reason for the early end of the last preset. */
  readonly problem: string | undefined;
  /** The settings of the table, once it has told them. A table with older firmware has none. */
  readonly settings?: TableSettings | undefined;
  /** Plain words for a table that can't do everything, such as one with the sketch of 2011. */
  readonly limitation?: string | undefined;
}

/** A turntable owned by this process. */
export interface Turntable {
  readonly status: TurntableStatus;
  /**
   * Calls a listener after each change of the status, at most 50 times a second.
   *
   * @returns a function that unsubscribes
   */
  subscribe(listener: (status: TurntableStatus) => void): () => void;
  /**
   * Turns by hand. Playing ends once the firmware obeys.
   *
   * @param angle Degrees, 0–180
   * @param speed Degrees a second, 1–360
   * @returns a promise, fulfilled once the firmware obeys
   * @throws {TurntableError} if the connection is lost, or the firmware refuses or does not answer
   */
  turnTo(angle: number, speed?: number): Promise<void>;
  /**
   * Plays a preset from its beginning. Ends the current one.
   *
   * @throws {TurntableError} if there is no connection
   */
  play(id: number, preset: Playable): Promise<void>;
  /** Stops the table until `resume`. Does nothing if no preset is playing. */
  pause(): Promise<void>;
  /**
   * Resumes a paused preset.
   *
   * @throws {TurntableError} if the connection is lost
   */
  resume(): Promise<void>;
  /** Stops the table and ends playing. */
  stop(): Promise<void>;
  /**
   * Asks a table for its settings, because others may have changed them. `status.settings` has them afterwards.
   *
   * @throws {TurntableError} if the connection is lost, or no answer can be read
   */
  readSettings(): Promise<void>;
  /**
   * Changes the settings of a table at rest. A new direction turns the angles around. New limits are angles of the new direction; limits
   * that are not changed stay in their places.
   *
   * @throws {TurntableError} if the connection is lost, the table moves or has no settings, or another call is still changing them
   */
  changeSettings(settings: TableSettings): Promise<void>;
  /** Stops the table and closes the connection. */
  close(): Promise<void>;
}
