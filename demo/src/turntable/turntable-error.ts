/**
 * Why a command was not carried out: `lost`: there is no line; `restarted`: the turntable began anew; `no-reply`: it
 * answers, but did not obey; `refused`: it said no; `busy`: too many commands wait; `stopped`: a stop came before it; `withdrawn`: nobody wanted it any more.
 */
export type TurntableProblem =
  | "lost"
  | "restarted"
  | "no-reply"
  | "refused"
  | "busy"
  | "stopped"
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
