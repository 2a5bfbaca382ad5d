import { readFile } from "node:fs/promises";
import { flashSize } from "./atmega328p.ts";
import type { Connector } from "../driver/connection.ts";
import { readIntelHex } from "./intel-hex.ts";
import { angleOfPulse, Uno } from "./uno.ts";

/** How a simulator runs. */
export interface SimulatorOptions {
  /** Seconds simulated in a second (default 1). */
  readonly pace?: number;
  /** How often it is run, in ms (default 5); an answer waits for it. */
  readonly step?: number;
  /** Intel HEX of the firmware (default the one of `firmware/image`). */
  readonly image?: URL;
}

/** What is simulated at once at most, in ms: time lost while this process was busy stays lost. */
const catchUpLimit = 100;
const ownImage = new URL("../../../../firmware/image/turntable.hex", import.meta.url);

/** @returns the way to a turntable in this process: the firmware's image, run by a simulated UNO as time passes */
export function simulatorConnector({
  pace = 1,
  step = 5,
  image = ownImage,
}: SimulatorOptions = {}): Connector {
  return {
    name: "sim",
    bootTime: 1_000,
    measures: true,
    async connect(listener, signal) {
      const program = readIntelHex(await readFile(image, { encoding: "latin1", signal }), flashSize);
      let sent: number[] = [];
      const uno = new Uno(program, (byte) => sent.push(byte));
      let last = performance.now();
      const timer = setInterval(() => {
        const now = performance.now();
        uno.run(Math.min(now - last, catchUpLimit) * pace);
        last = now;
        if (sent.length > 0) listener.received(Buffer.from(sent));
        sent = [];
      }, step);
      return {
        send(text) {
          try {
            uno.receive(Buffer.from(text, "latin1"));
          } catch (error) {
            if (!(error instanceof RangeError)) throw error;
            clearInterval(timer);
            listener.ended(error);
          }
        },
        measure: () => (uno.pulse === undefined ? undefined : angleOfPulse(uno.pulse)),
        close: () => clearInterval(timer),
      };
    },
  };
}
