import { setTimeout as sleep } from "node:timers/promises";
import { backoff, type BackoffOptions } from "./backoff.ts";
import type { Connection, Connector } from "./connection.ts";
import type { Conversation, ConversationOptions } from "./conversation.ts";
import { type Answer, Exchange, type LineOptions } from "./exchange.ts";
import { type Greeting, Handshake, type HandshakeOptions } from "./handshake.ts";
import { LineSplitter } from "./line-splitter.ts";
import { Protocol1 } from "./protocol-1.ts";
import { Protocol2 } from "./protocol-2.ts";
import { TurntableError } from "../turntable-error.ts";
import type { ConnectionState, TableSettings, Turn } from "../turntable.ts";

export interface DriverOptions {
  readonly conversation?: ConversationOptions;
  readonly handshake?: Omit<HandshakeOptions, "bootTime">;
  readonly backoff?: BackoffOptions;
}

/** Callbacks of a driver. */
export interface DriverListener {
  /** The connection is ready or lost. Also called for another problem of a lost connection. */
  readonly connectionChanged: () => void;
  /** The turntable restarted on an open connection. */
  readonly restarted: () => void;
}

/** Longest line of a turntable in bytes. Longer lines are noise. */
const lineLimit = 128;

/** Owns the connection to a turntable. It reopens a lost connection until it is closed. */
export class Driver {
  readonly #connector: Connector;
  readonly #listener: DriverListener;
  readonly #options: DriverOptions;
  readonly #closing = new AbortController();
  readonly #running: Promise<void>;
  #state: ConnectionState = "connecting";
  #problem: string | undefined;
  #stream: Connection | undefined;
  #conversation: Conversation | undefined;
  /** Ends the current attempt. */
  #lost: (reason: Error) => void = () => undefined;

  constructor(connector: Connector, listener: DriverListener, options: DriverOptions = {}) {
    this.#connector = connector;
    this.#listener = listener;
    this.#options = options;
    this.#running = this.#run();
  }

  get connection(): ConnectionState {
    return this.#state;
  }

  /** Reason for the loss of the connection. */
  get problem(): string | undefined {
    return this.#problem;
  }

  /** Angle in degrees: measured by the connection, or else reported by the firmware. Undefined without a connection. */
  get angle(): number | undefined {
    // The servo has no pulse to measure before the first move.
    const measured = this.#stream?.measure?.();
    if (!this.#conversation || measured === undefined) return this.#conversation?.position;
    return this.#conversation.settings?.reverse ? 180 - measured : measured;
  }

  get moving(): boolean {
    return this.#conversation?.moving ?? false;
  }

  get turn(): Turn | undefined {
    return this.#conversation?.turn;
  }

  /** See {@link Conversation.settings}. */
  get settings(): TableSettings | undefined {
    return this.#conversation?.settings;
  }

  /** See {@link Conversation.limitation}. */
  get limitation(): string | undefined {
    return this.#conversation?.limitation;
  }

  /** See {@link Conversation.request}. Fails at once if the connection is not ready. */
  request(line: string, options?: LineOptions): Answer {
    return this.#conversation?.request(line, options) ?? this.#refuse();
  }

  /** See {@link Conversation.turnTo}. Fails at once if the connection is not ready. */
  turnTo(id: number, angle: number, speed: number | undefined, options: LineOptions): Answer {
    return this.#conversation?.turnTo(id, angle, speed, options) ?? this.#refuse();
  }

  /** See {@link Conversation.stop}. Fails at once if the connection is not ready. */
  stop(): Answer {
    return this.#conversation?.stop() ?? this.#refuse();
  }

  #refuse(): Answer {
    const exchange = new Exchange("");
    const why = this.#problem === undefined ? "not open yet" : `lost: ${this.#problem}`;
    exchange.fail(new TurntableError("lost", `The connection to the turntable is ${why}.`));
    return exchange;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#lose(new Error("It was closed"));
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#closing;
    for (let failures = 1; !signal.aborted; failures++) {
      if (await this.#attempt()) failures = 1;
      if (signal.aborted) return;
      await sleep(backoff(failures, this.#options.backoff), undefined, { signal }).catch(() => undefined);
    }
  }

  /**
   * Connects and talks until the connection is lost.
   *
   * @returns true if the connection was ready in between
   */
  async #attempt(): Promise<boolean> {
    const lost = new Promise<Error>((resolve) => (this.#lost = resolve));
    let take: (line: string) => void = () => undefined;
    const splitter = new LineSplitter(lineLimit, { line: (line) => take(line) });
    try {
      this.#stream = await this.#connector.connect(
        { received: (bytes) => splitter.add(bytes), ended: (reason) => this.#lose(reason) },
        this.#closing.signal,
      );
      const { send } = this.#stream;
      const handshake = new Handshake(send, {
        bootTime: this.#connector.bootTime,
        ...this.#options.handshake,
      });
      void lost.then(({ message }) => handshake.fail(message));
      take = (line) => handshake.receive(line);
      const conversation = this.#talk(await handshake.greeting, send);
      take = (line) => conversation.receive(line);
      await lost;
      return true;
    } catch (error) {
      this.#lose(error instanceof Error ? error : new Error(String(error)));
      return false;
    } finally {
      this.#stream?.close();
      this.#stream = undefined;
    }
  }

  #talk({ protocol, state }: Greeting, send: (text: string) => void): Conversation {
    const listener = {
      send,
      restarted: this.#listener.restarted,
      silent: (reason: Error) => this.#lose(reason),
    };
    const { conversation: options } = this.#options;
    this.#conversation = state ? new Protocol2(state, listener, options) : new Protocol1(listener, options);
    if (protocol >= 3) void this.#conversation.request("S");
    this.#tell("ready", undefined);
    return this.#conversation;
  }

  /** Marks the connection as lost first, so that callers whose requests fail already see it as lost. */
  #lose(reason: Error): void {
    const conversation = this.#conversation;
    this.#conversation = undefined;
    this.#tell("lost", reason.message);
    conversation?.end(
      new TurntableError("lost", `The connection to the turntable is lost: ${reason.message}.`),
    );
    this.#lost(reason);
  }

  #tell(state: ConnectionState, problem: string | undefined): void {
    this.#state = state;
    this.#problem = problem;
    this.#listener.connectionChanged();
  }
}
