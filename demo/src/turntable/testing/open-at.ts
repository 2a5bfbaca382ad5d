import { LineTurntable } from "../line-turntable.ts";
import { tcpConnector } from "../driver/tcp-connection.ts";
import type { UnoServer } from "./uno-server.ts";
import { waitFor } from "./wait-for.ts";

/** @returns a turntable at a server, ready, that loses patience soon */
export async function openAt(server: UnoServer): Promise<LineTurntable> {
  const turntable = new LineTurntable(tcpConnector({ host: "127.0.0.1", port: server.port }), {
    conversation: { replyTime: 500, queryTime: 500, movingBeat: 20, restingBeat: 50 },
    handshake: { answerTime: 150 },
    backoff: { first: 20, limit: 50 },
  });
  await waitFor("a ready line", () => turntable.status.line === "ready");
  return turntable;
}
