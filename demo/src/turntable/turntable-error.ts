/** Reason for the failure of a command. */
export type TurntableProblem =
  /** The connection is not open. */
  | "lost"
  | "restarted"
  /** The turntable answers, but did not obey this command. */
  | "no-reply"
  | "refused"
  /** The turntable refused a valid move: noise on the line changed it. */
  | "garbled"
  /** Too many commands wait. */
  | "busy"
  /** A stop came before the command's turn. */
  | "stopped"
  /** The caller withdrew the command before its turn. */
  | "withdrawn";

/** Thrown when a turntable did not carry out a command. */
export class TurntableError extends Error {
  override readonly name = "TurntableError";
  readonly problem: TurntableProblem;

  constructor(problem: TurntableProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.problem = problem;
  }
}
