import type { Answer } from "./driver/exchange.ts";
import { TurntableError } from "./turntable-error.ts";

/** A turn by hand. */
export interface HandTurn {
  /** Sends the command. */
  readonly send: () => Answer;
  /** Returns false once another command has come: an older one must not be sent again. */
  readonly isNewest: () => boolean;
  /** Called if the table turned to a wrong angle and can't be corrected. */
  readonly failed: (error: TurntableError) => void;
}

/** Attempts of one turn. */
const attemptLimit = 5;

/**
 * Sends a turn by hand, and sends it again if noise on the line swallowed or changed it.
 *
 * @returns a promise, fulfilled once the firmware obeys
 * @throws {TurntableError} if the firmware refuses the turn, or noise changed all attempts
 */
export async function turnByHand(turn: HandTurn, attempt = 1): Promise<void> {
  const { taken, ended } = turn.send();
  try {
    await taken;
  } catch (error) {
    if (!(error instanceof TurntableError) || !isNoise(error) || !turn.isNewest()) throw error;
    if (attempt < attemptLimit) return turnByHand(turn, attempt + 1);
    const message = `The turntable did not take the turn in ${attemptLimit} attempts. ${error.message}`;
    throw new TurntableError(error.problem, message, { cause: error });
  }
  void correct(turn, ended, attempt);
}

/** Turns again if the table arrived at another angle. */
async function correct(turn: HandTurn, ended: Answer["ended"], attempt: number): Promise<void> {
  try {
    if ((await ended) !== "missed" || !turn.isNewest()) return;
    if (attempt === attemptLimit)
      throw new TurntableError(
        "garbled",
        `The table turned to another angle in ${attemptLimit} attempts: the line is noisy.`,
      );
    await turnByHand(turn, attempt + 1);
  } catch (error) {
    if (!(error instanceof TurntableError)) throw error;
    if (isNoise(error)) turn.failed(error);
  }
}

function isNoise({ problem }: TurntableError): boolean {
  return problem === "garbled" || problem === "no-reply";
}
