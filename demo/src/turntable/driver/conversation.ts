import type { Answer, LineOptions } from "./exchange.ts";
import type { TableSettings, Turn } from "../turntable.ts";
import type { TurntableError } from "../turntable-error.ts";

/** Options of a {@link Conversation}. Times are in ms. */
export interface ConversationOptions {
  /** Wait for an answer before asking again. Default: 1000. */
  readonly replyTime?: number;
  /** Wait for the answer to a query, sent three times, before the connection counts as lost. Protocols 2 and 3 only. Default: 2000. */
  readonly queryTime?: number;
  /** Time between state queries while the table moves. Protocols 2 and 3 only. Default: 100. */
  readonly movingBeat?: number;
  /** Time between questions while the table rests. Default: 1000. */
  readonly restingBeat?: number;
  /** Length of each of the two queues: lines of this process, and lines of clients. Default: 10,000. */
  readonly queueLimit?: number;
}

/** The defaults of all options. */
export const conversationDefaults: Required<ConversationOptions> = {
  replyTime: 1_000,
  queryTime: 2_000,
  movingBeat: 100,
  restingBeat: 1_000,
  queueLimit: 10_000,
};

/** Callbacks of a conversation. */
export interface ConversationListener {
  readonly send: (text: string) => void;
  /** The turntable restarted, after a reset or a loss of power. */
  readonly restarted: () => void;
  /** The turntable stopped answering in this protocol. The listener must end the conversation. */
  readonly silent: (reason: Error) => void;
}

/** Talks to a turntable in its protocol, one line at a time. */
export interface Conversation {
  /** Last position reported by the firmware, in degrees. Undefined if unknown. */
  readonly position: number | undefined;
  readonly moving: boolean;
  readonly turn: Turn | undefined;
  /** The settings of the table, once it has told them. A table with an older protocol has none. */
  readonly settings: TableSettings | undefined;
  /** Plain words for a table that can't do everything. */
  readonly limitation: string | undefined;
  /**
   * Sends a line in its turn: this process's lines go before lines of clients, who take turns. A stop goes before all waiting lines and gives up
   * the waiting moves, so that the table stays where it stopped.
   */
  request(line: string, options?: LineOptions): Answer;
  /**
   * Turns the table for this process.
   *
   * @param id Distinguishes the move from others
   * @param speed Degrees a second. Default: the firmware's speed
   */
  turnTo(id: number, angle: number, speed: number | undefined, options: LineOptions): Answer;
  /** Stops the table, and gives up waiting moves. */
  stop(): Answer;
  /** Handles a line from the firmware. */
  receive(line: string): void;
  /** Ends the conversation. All waiting lines fail. */
  end(reason: TurntableError): void;
}
