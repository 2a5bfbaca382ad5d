/** Milliseconds from an answer to the next command. */
const PACE_MS = 100;

/**
 * Makes a sender that has one command on its way at most, and less than ten a second. If more come, it sends only the newest.
 *
 * @template Command
 * @param {(command: Command) => Promise<void>} send
 * @param {() => void} rest Called after the last command
 * @returns {{ push(command: Command): void, readonly busy: boolean }}
 */
export function newestOnly(send, rest) {
  let waiting;
  let busy = false;

  async function work() {
    busy = true;
    while (waiting) {
      const [command] = waiting;
      waiting = undefined;
      await send(command);
      await new Promise((resolve) => setTimeout(resolve, PACE_MS));
    }
    busy = false;
    rest();
  }

  return {
    push(command) {
      waiting = [command];
      if (!busy) void work();
    },
    get busy() {
      return busy;
    },
  };
}
