import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** A client of a bridge. It writes lines and keeps the answers. */
export class LineClient {
  readonly socket: Socket;
  /** Settles when the bridge has ended the connection. */
  readonly closed: Promise<unknown>;
  answers: string[] = [];

  constructor(port: number) {
    this.socket = connect({ port, host: "127.0.0.1", noDelay: true, allowHalfOpen: true });
    let text = "";
    this.socket.on("data", (bytes: Buffer) => {
      const lines = (text + bytes.toString("latin1")).split("\r\n");
      text = lines.pop() ?? "";
      this.answers.push(...lines);
    });
    this.socket.on("error", () => undefined);
    this.closed = new Promise((resolve) => this.socket.on("end", resolve).on("close", resolve));
  }

  static async connect(port: number): Promise<LineClient> {
    const client = new LineClient(port);
    await once(client.socket, "connect");
    return client;
  }

  write(text: string): void {
    this.socket.write(text, "latin1");
  }

  /** Waits for a number of answers. */
  async answered(count: number): Promise<string[]> {
    while (this.answers.length < count) await once(this.socket, "data");
    return this.answers;
  }

  /** Waits for an answer that begins like this, after the other answers. */
  async answeredLast(beginning: string): Promise<string> {
    for (;;) {
      const last = this.answers.at(-1);
      if (last?.startsWith(beginning)) return last;
      await once(this.socket, "data");
    }
  }
}
