import type { Connector } from "../driver/connection.ts";

/** Bytes that the board receives while the sketch is busy. It loses further bytes. */
const bufferSize = 63;
/** Milliseconds for a degree. */
const stepTime = 30;

/**
 * Creates a connector to a simulated board with the sketch of 2011. Its turn to an angle blocks: the sketch reads nothing
 * meanwhile. CR and LF each end a line, it has no banner, and it stops a degree short.
 *
 * @param pace Simulated seconds per second
 */
export function sketch2011Connector(pace = 10): Connector {
  return {
    name: "2011",
    bootTime: 0,
    async connect(listener) {
      let received = "";
      let line = "";
      let position = 93;
      let turning: NodeJS.Timeout | undefined;
      const say = (text: string) => listener.received(Buffer.from(`${text}\r\n`, "latin1"));

      function obey(): void {
        const degrees = Number(line);
        const error =
          line.length > 3
            ? "Angle more than 3 bytes"
            : !/^\d+$/.test(line)
              ? "Bad input"
              : degrees > 180 && "Bad angle";
        line = "";
        say(error === false ? `Input angle: ${degrees}` : `Error: ${error}`);
        if (error === false) turn(degrees);
        else say("OK: Good to go");
      }

      function turn(degrees: number): void {
        const steps = Math.abs(degrees - position);
        position = degrees - Math.sign(degrees - position);
        turning = setTimeout(
          () => {
            turning = undefined;
            say("OK: Good to go");
            read();
          },
          (steps * stepTime) / pace,
        );
      }

      function read(): void {
        for (;;) {
          if (turning !== undefined || received === "") return;
          const byte = received.charAt(0);
          received = received.slice(1);
          if (byte === "\r" || byte === "\n") obey();
          else line += byte;
        }
      }

      return {
        send(text) {
          received = turning === undefined ? received + text : (received + text).slice(0, bufferSize);
          read();
        },
        measure: () => position,
        close: () => clearTimeout(turning),
      };
    },
  };
}
