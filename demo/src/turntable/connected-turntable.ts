import { changeSettings } from "./change-settings.ts";
import { commandKind, moves } from "./driver/command.ts";
import type { Connector } from "./driver/connection.ts";
import { Driver, type DriverOptions } from "./driver/driver.ts";
import type { Answer, LineOptions } from "./driver/exchange.ts";
import { turnByHand } from "./hand-turn.ts";
import { Player } from "./player.ts";
import { TurntableError } from "./turntable-error.ts";
import type { Playable, Playing, TableSettings, Turntable, TurntableStatus } from "./turntable.ts";

/** Milliseconds between two checks of the status for changes. */
const beat = 20;
const lastId = 65_535;
/** Milliseconds that people can read why a preset ended. */
export const reasonTime = 30_000;

/** A turntable at the end of a connection, with a player for presets. */
export class ConnectedTurntable implements Turntable {
  readonly #name: string;
  readonly #driver: Driver;
  readonly #player: Player;
  readonly #listeners = new Set<(status: TurntableStatus) => void>();
  readonly #timer: NodeJS.Timeout;
  #lastTold = "";
  #refusal: string | undefined;
  /** Reason for the end of a preset before its last move. */
  #interruption: string | undefined;
  #reasonTimer: NodeJS.Timeout | undefined;
  /** Number of commands so far, without turns of the player. */
  #commands = 0;
  #id = 0;
  /** True while settings are saved. Their lines must not mix with those of others. */
  #isSaving = false;

  constructor(connector: Connector, options?: DriverOptions) {
    this.#name = connector.name;
    this.#player = new Player({
      ready: () => this.#driver.connection === "ready",
      turn: (angle, speed, signal) => this.#turn(angle, speed, { signal }).ended,
      overruled: () => this.#endPlaying("someone else turned or stopped the table"),
      failed: (problem) => (this.#refusal = problem),
    });
    const restarted = () => this.#player.interrupt();
    const connectionChanged = () => {
      this.#pauseWhileLost();
      this.#player.interrupt();
    };
    this.#driver = new Driver(connector, { connectionChanged, restarted }, options);
    this.#timer = setInterval(() => this.#tell(), beat);
  }

  get status(): TurntableStatus {
    const { connection, angle, moving, turn, problem, settings, limitation } = this.#driver;
    return {
      connection,
      name: this.#name,
      angle: angle === undefined ? undefined : Math.min(180, Math.max(0, Math.round(angle * 10) / 10)),
      moving,
      turn,
      playing: this.#playing,
      problem: problem ?? this.#refusal ?? this.#interruption,
      settings,
      limitation,
    };
  }

  get #playing(): Playing | undefined {
    const { session } = this.#player;
    if (!session) return undefined;
    const { presetId, preset, repeat, cycle, move } = session;
    const paused = session.paused || this.#driver.connection !== "ready";
    return { presetId, name: preset.name, repeat, repeats: preset.repeats, cycle, move, paused };
  }

  subscribe(listener: (status: TurntableStatus) => void): () => void {
    // The new function lets a listener subscribe twice. It is then called twice.
    const entry = (status: TurntableStatus) => listener(status);
    this.#listeners.add(entry);
    return () => void this.#listeners.delete(entry);
  }

  /** Sends a line of the protocol in its turn. A stop or an obeyed move ends playing. */
  request(line: string, options?: LineOptions): Answer {
    if (commandKind(line) === "stop") {
      this.#startCommand();
      this.#endPlaying("a client of the bridge stopped the table");
    }
    const onTaken = () => {
      this.#startCommand();
      this.#endPlaying("a client of the bridge turned the table");
    };
    return this.#driver.request(line, moves(line) ? { ...options, onTaken } : options);
  }

  async turnTo(angle: number, speed?: number): Promise<void> {
    const isNewest = this.#startCommand();
    const onTaken = () => this.#endPlaying("someone turned the table by hand");
    const turn = {
      send: () => this.#turn(angle, speed, { onTaken }),
      isNewest,
      failed: ({ message }: TurntableError) => (this.#refusal = message),
    };
    await this.#obeyed(turnByHand(turn));
  }

  async play(id: number, preset: Playable): Promise<void> {
    if (this.#driver.connection !== "ready")
      throw new TurntableError("lost", "The turntable is not connected.");
    this.#refusal = undefined;
    this.#interruption = undefined;
    this.#startCommand();
    this.#player.play(id, preset);
  }

  async pause(): Promise<void> {
    if (!this.#player.pause()) return;
    try {
      await this.#obeyed(this.#driver.stop().taken);
    } catch (error) {
      // On a lost connection the preset is already paused.
      if (!(error instanceof TurntableError) || error.problem !== "lost") throw error;
    }
  }

  async resume(): Promise<void> {
    const { connection, problem } = this.#driver;
    if (connection === "lost")
      throw new TurntableError("lost", `The connection to the turntable is lost: ${problem}.`);
    this.#player.resume();
  }

  async stop(): Promise<void> {
    this.#interruption = undefined;
    this.#startCommand();
    this.#player.stop();
    await this.#obeyed(this.#driver.stop().taken);
  }

  async readSettings(): Promise<void> {
    if (this.#driver.settings) await this.#driver.request("S").taken;
  }

  async changeSettings(settings: TableSettings): Promise<void> {
    if (this.#isSaving) {
      const message = "Someone else is saving the settings. Wait a moment, and save yours again.";
      throw new TurntableError("busy", message);
    }
    this.#isSaving = true;
    try {
      await changeSettings(this.#driver, settings);
    } finally {
      this.#isSaving = false;
    }
    // A turn that the old limits refused may be possible now.
    this.#refusal = undefined;
  }

  async close(): Promise<void> {
    this.#player.stop();
    if (this.#driver.moving) await this.#driver.stop().taken.catch(() => undefined);
    clearInterval(this.#timer);
    clearTimeout(this.#reasonTimer);
    this.#tell();
    // Listeners must not see the closed connection as a loss.
    this.#listeners.clear();
    await this.#driver.close();
  }

  /** Ends playing, and keeps the reason for some time for the people who watch the preset. */
  #endPlaying(why: string): void {
    const { session } = this.#player;
    this.#player.stop();
    if (!session) return;
    this.#interruption = `“${session.preset.name}” ended: ${why}.`;
    clearTimeout(this.#reasonTimer);
    this.#reasonTimer = setTimeout(() => (this.#interruption = undefined), reasonTime);
  }

  /** Pauses on a lost connection: when the table is back, somebody may be touching it, so a person resumes. */
  #pauseWhileLost(): void {
    if (this.#driver.connection === "lost") this.#player.pause();
  }

  /** Starts a command. Returns a function that tells whether no other command has started since. */
  #startCommand(): () => boolean {
    const command = ++this.#commands;
    return () => command === this.#commands;
  }

  /** @param speed Degrees a second. Default: the firmware's speed */
  #turn(angle: number, speed: number | undefined, options: LineOptions): Answer {
    this.#id = (this.#id % lastId) + 1;
    return this.#driver.turnTo(this.#id, angle, speed, options);
  }

  async #obeyed(taken: Promise<void>): Promise<void> {
    try {
      await taken;
      this.#refusal = undefined;
    } catch (error) {
      if (error instanceof TurntableError && (error.problem === "refused" || error.problem === "garbled"))
        this.#refusal = error.message;
      throw error;
    }
  }

  #tell(): void {
    const { status } = this;
    const text = JSON.stringify(status);
    if (text === this.#lastTold) return;
    this.#lastTold = text;
    for (const listener of this.#listeners) listener(status);
  }
}
