import {
  type ConnectionState,
  type Playable,
  type Playing,
  type TableSettings,
  type Turntable,
  TurntableError,
  type TurntableStatus,
} from "../turntable/index.ts";

/** Milliseconds between two updates of the state. */
const TICK_MS = 20;

/** A turn in progress: degrees, degrees a second, and its start on the clock. */
interface Turn {
  readonly from: number;
  readonly to: number;
  readonly speed: number;
  readonly since: number;
}

/** Options of a {@link MovingTurntable}. */
interface MovingTurntableOptions {
  /** False stops the turntable's clock; only `run` advances it. Default: true. */
  readonly realTime?: boolean;
}

/** A turntable for tests, without hardware or firmware. */
export class MovingTurntable implements Turntable {
  readonly #listeners = new Set<(status: TurntableStatus) => void>();
  readonly #timer: NodeJS.Timeout | undefined;
  /** The stopped clock, in ms. */
  #clock: number | undefined;
  #turn: Turn = { from: 90, to: 90, speed: 90, since: 0 };
  #connection: ConnectionState = "ready";
  #playing:
    | { readonly preset: Playable; readonly at: Playing; readonly dwellsSince: number | undefined }
    | undefined;
  /** All commands so far, in order. */
  readonly commands: string[] = [];
  closed = false;
  /** Shown on the panel, as for a table with an old sketch. */
  limitation: string | undefined;
  settings: TableSettings | undefined = { low: 0, high: 180, acceleration: 0, reverse: false };

  constructor({ realTime = true }: MovingTurntableOptions = {}) {
    if (realTime) this.#timer = setInterval(() => this.#tick(), TICK_MS);
    else this.#clock = 0;
  }

  get status(): TurntableStatus {
    const angle = this.#angle();
    return {
      connection: this.#connection,
      name: "sim",
      angle,
      moving: angle !== this.#turn.to,
      // With a stopped clock, pages must not turn their pictures by themselves.
      turn: angle === this.#turn.to || this.#clock !== undefined ? undefined : this.#turn,
      playing: this.#playing?.at,
      problem: this.#connection === "lost" ? "nothing answers" : undefined,
      settings: this.settings,
      limitation: this.limitation,
    };
  }

  /** Advances the stopped clock by a time in ms. */
  run(time: number): void {
    const end = this.#now() + time;
    for (let now = this.#now(); now < end; now += TICK_MS) {
      this.#clock = now + TICK_MS;
      this.#tick();
    }
  }

  /** Sets the state of the connection, for example as if the cable were pulled. */
  setConnection(connection: ConnectionState): void {
    this.#connection = connection;
    this.#tell();
  }

  subscribe(listener: (status: TurntableStatus) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async turnTo(angle: number, speed = 90): Promise<void> {
    this.#take(`turn ${angle}`);
    this.#playing = undefined;
    this.#go(angle, speed);
  }

  async play(id: number, preset: Playable): Promise<void> {
    this.#take(`play ${id}`);
    const { name, repeats } = preset;
    this.#begin(preset, { presetId: id, name, repeat: 0, repeats, cycle: 0, move: 0, paused: false });
  }

  async pause(): Promise<void> {
    this.#take("pause");
    if (!this.#playing) return;
    this.#playing = { ...this.#playing, at: { ...this.#playing.at, paused: true } };
    this.#go(this.#angle(), 90);
  }

  async resume(): Promise<void> {
    this.#take("resume");
    if (this.#playing?.at.paused) this.#begin(this.#playing.preset, { ...this.#playing.at, paused: false });
  }

  async stop(): Promise<void> {
    this.#take("stop");
    this.#playing = undefined;
    this.#go(this.#angle(), 90);
  }

  async readSettings(): Promise<void> {
    this.#take("read settings");
  }

  async changeSettings(settings: TableSettings): Promise<void> {
    this.#take("change settings");
    if (this.status.moving)
      throw new TurntableError("refused", "The table moves. Stop it, then save the settings again.");
    this.settings = settings;
  }

  async close(): Promise<void> {
    this.closed = true;
    clearInterval(this.#timer);
    this.#listeners.clear();
  }

  #now(): number {
    return this.#clock ?? performance.now();
  }

  #take(command: string): void {
    if (this.#connection !== "ready") throw new TurntableError("lost", "nothing answers");
    this.commands.push(command);
  }

  #angle(): number {
    const { from, to, speed, since } = this.#turn;
    const turned = ((this.#now() - since) / 1000) * speed;
    return Math.abs(to - from) <= turned ? to : from + Math.sign(to - from) * turned;
  }

  #go(to: number, speed: number): void {
    this.#turn = { from: this.#angle(), to, speed, since: this.#now() };
    this.#tell();
  }

  #begin(preset: Playable, at: Playing): void {
    this.#playing = { preset, at, dwellsSince: undefined };
    const move = preset.cycles[at.cycle]?.[at.move];
    if (move) this.#go(move.angle, move.speed);
  }

  #tick(): void {
    const { moving } = this.status;
    const now = this.#now();
    if (this.#playing && !this.#playing.at.paused && !moving) {
      const { preset, at, dwellsSince = now } = this.#playing;
      this.#playing = { preset, at, dwellsSince };
      const dwell = preset.cycles[at.cycle]?.[at.move]?.dwell ?? 0;
      if (now - dwellsSince >= dwell) this.#next(preset, at);
    }
    this.#tell();
  }

  #next(preset: Playable, at: Playing): void {
    const cycle = preset.cycles[at.cycle] ?? [];
    if (at.move + 1 < cycle.length) this.#begin(preset, { ...at, move: at.move + 1 });
    else if (at.cycle + 1 < preset.cycles.length)
      this.#begin(preset, { ...at, cycle: at.cycle + 1, move: 0 });
    else if (at.repeat + 1 < at.repeats)
      this.#begin(preset, { ...at, repeat: at.repeat + 1, cycle: 0, move: 0 });
    else this.#playing = undefined;
  }

  #tell(): void {
    const { status } = this;
    for (const listener of this.#listeners) listener(status);
  }
}
