/** How the line to the turntable is. */
export type LineState = "connecting" | "ready" | "lost";

/** A move: the table turns to its angle, then waits. */
export interface Move {
  /** Degrees, 0–180. */
  readonly angle: number;
  /** Degrees a second, 1–360. */
  readonly speed: number;
  /** Milliseconds. */
  readonly dwell: number;
}

/** A preset, as far as the turntable plays it: cycles of moves, in order, all of them `repeats` times. */
export interface Playable {
  readonly name: string;
  readonly repeats: number;
  readonly cycles: readonly (readonly Move[])[];
}

/** How far a preset has been played; all counted from 0. */
export interface Playing {
  /** Id of the preset in the store. */
  readonly presetId: number;
  readonly name: string;
  readonly repeat: number;
  readonly repeats: number;
  readonly cycle: number;
  readonly move: number;
  /** Whether it waits to be resumed; also while the line is lost. */
  readonly paused: boolean;
}

/** What is known of a turntable at one moment. */
export interface TurntableStatus {
  readonly line: LineState;
  /** What it is: `sim`, `serial:PATH` or `tcp:HOST:PORT`. */
  readonly name: string;
  /** Degrees, 0–180: measured from the servo's pulse in the simulator, else as the firmware says; undefined before anything is known. */
  readonly angle: number | undefined;
  readonly moving: boolean;
  readonly playing: Playing | undefined;
  /** Why the line was lost, or what the firmware refused last. */
  readonly problem: string | undefined;
}

/** A turntable, owned by this process: it turns, plays presets one at a time, and says how it is. */
export interface Turntable {
  readonly status: TurntableStatus;
  /**
   * Calls a listener whenever the status changes, at most 50 times a second.
   *
   * @returns what ends it
   */
  subscribe(listener: (status: TurntableStatus) => void): () => void;
  /**
   * Turns by hand; once the firmware obeys, what is being played is ended.
   *
   * @param angle Degrees, 0–180
   * @param speed Degrees a second, 1–360
   * @returns once the firmware has taken the command
   * @throws TurntableError where the line is lost, or the firmware refuses or does not answer
   */
  turnTo(angle: number, speed?: number): Promise<void>;
  /** Plays a preset from its beginning, in place of what is being played. */
  play(id: number, preset: Playable): Promise<void>;
  /** Stops the table where it is, until `resume`; nothing where nothing is played. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Stops the table and what is being played. */
  stop(): Promise<void>;
  /** Stops, and closes the line. */
  close(): Promise<void>;
}
