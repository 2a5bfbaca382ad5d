import { EventEmitter, once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { onTestFinished } from "vitest";
import type { Connection, Connector } from "../driver/connection.ts";
import { tcpConnector } from "../driver/tcp-connection.ts";
import { ConnectedTurntable } from "../connected-turntable.ts";
import { emptyEeprom } from "../simulator/atmega328p.ts";
import { simulatorConnector, type SimulatorOptions } from "../simulator/simulator.ts";
import { ownPort } from "../../testing/own-port.ts";
import { reaches } from "./reaches.ts";

/** A simulated UNO behind raw TCP, as with ser2net. It can be reset, killed and restarted, and lose lines in both directions. */
export class UnoServer {
  readonly #connector: Connector;
  readonly #sockets = new Set<Socket>();
  readonly #events = new EventEmitter<{ heard: [] }>();
  #server: Server | undefined;
  #uno: Connection | undefined;
  #text = "";
  port = 0;
  /** Received lines without empty ones. Clients must send whole lines. */
  readonly heard: string[] = [];
  /** Returns true for lines from the UNO to lose. */
  loses: (line: string) => boolean = () => false;
  /** Returns true for lines to the UNO to lose. */
  misses: (line: string) => boolean = () => false;

  /** Changes lines to the UNO, as noise does. */
  garbles: (line: string) => string = (line) => line;
  /** Changes lines from the UNO. */
  says: (line: string) => string = (line) => line;
  /** Lines from the UNO, before any change or loss. */
  readonly said: string[] = [];

  /** @param options Options of the simulator, or a connector to another simulated board */
  constructor(options: SimulatorOptions | Connector = {}) {
    this.#connector =
      "connect" in options
        ? options
        : simulatorConnector({ pace: 10, step: 1, eeprom: emptyEeprom(), ...options });
  }

  /** The moves among the received lines. */
  get moves(): string[] {
    return this.heard.filter((line) => line.startsWith("M"));
  }

  /** Waits until this number of lines was received. */
  async hears(count: number): Promise<void> {
    while (this.heard.length < count) await once(this.#events, "heard");
  }

  get target(): string {
    return `tcp:127.0.0.1:${this.port}`;
  }

  /** Degrees, measured from the pulse. */
  get angle(): number | undefined {
    return this.#uno?.measure?.();
  }

  /** Starts the server, after a kill at the same port. */
  async start(): Promise<this> {
    await this.reset();
    this.#server = createServer({ noDelay: true }, (socket) => {
      this.#sockets.add(socket);
      socket.on("data", (bytes) => this.#hear(bytes.toString("latin1")));
      socket.on("error", () => undefined);
      socket.on("close", () => this.#sockets.delete(socket));
    });
    this.port ||= await ownPort();
    this.#server.listen(this.port, "127.0.0.1");
    await once(this.#server, "listening");
    return this;
  }

  /** Resets the board, as its button does. */
  async reset(): Promise<void> {
    this.#uno?.close();
    const listener = {
      received: (bytes: Buffer) => this.#say(bytes.toString("latin1")),
      ended: () => undefined,
    };
    this.#uno = await this.#connector.connect(listener, new AbortController().signal);
  }

  async kill(): Promise<void> {
    this.#uno?.close();
    for (const socket of this.#sockets) socket.destroy();
    if (!this.#server?.listening) return;
    this.#server.close();
    await once(this.#server, "close");
  }

  #hear(text: string): void {
    const lines = text.split("\n").slice(0, -1);
    this.heard.push(...lines.filter((line) => line !== ""));
    for (const line of lines) if (!this.misses(line)) this.#uno?.send(`${this.garbles(line)}\n`);
    this.#events.emit("heard");
  }

  #say(text: string): void {
    const lines = (this.#text + text).split("\n");
    this.#text = lines.pop() ?? "";
    for (const line of lines) {
      const text = line.trimEnd();
      this.said.push(text);
      if (this.loses(text)) continue;
      for (const socket of this.#sockets) socket.write(`${this.says(text)}\r\n`, "latin1");
    }
  }
}

/** Opens a turntable with short time limits at a server, and waits until it is ready. */
export async function openAt(server: { readonly port: number }): Promise<ConnectedTurntable> {
  const turntable = new ConnectedTurntable(tcpConnector({ host: "127.0.0.1", port: server.port }), {
    conversation: { replyTime: 500, queryTime: 500, movingBeat: 20, restingBeat: 50 },
    handshake: { answerTime: 150 },
    backoff: { first: 20, limit: 50 },
  });
  await reaches(turntable, ({ connection }) => connection === "ready");
  return turntable;
}

/**
 * Starts a server and opens a turntable at it; both end with the test.
 *
 * @param board Pace of a simulated UNO with the firmware, or a connector to another board
 */
export async function openUno(
  board: number | Connector = 10,
): Promise<{ server: UnoServer; turntable: ConnectedTurntable }> {
  const server = await new UnoServer(typeof board === "number" ? { pace: board } : board).start();
  const turntable = await openAt(server);
  onTestFinished(async () => {
    await turntable.close();
    await server.kill();
  });
  return { server, turntable };
}
