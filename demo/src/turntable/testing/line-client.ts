import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { waitFor } from "./wait-for.ts";

/** A client of a bridge. It writes lines and keeps the answers. */
export class LineClient {
  readonly socket: Socket;
  answers: string[] = [];
  closed = false;

  constructor(port: number) {
    this.socket = connect({ port, host: "127.0.0.1", noDelay: true, allowHalfOpen: true });
    let text = "";
    this.socket.on("data", (bytes: Buffer) => {
      const lines = (text + bytes.toString("latin1")).split("\r\n");
      text = lines.pop() ?? "";
      this.answers.push(...lines);
    });
    this.socket.on("error", () => undefined);
    this.socket.on("end", () => (this.closed = true));
    this.socket.on("close", () => (this.closed = true));
  }

  static async connect(port: number): Promise<LineClient> {
    const client = new LineClient(port);
    await once(client.socket, "connect");
    return client;
  }

  write(text: string): void {
    this.socket.write(text, "latin1");
  }

  async answered(count: number): Promise<string[]> {
    await waitFor(`${count} answers`, () => this.answers.length >= count);
    return this.answers;
  }
}
