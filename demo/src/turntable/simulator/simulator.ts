import { readFile } from "node:fs/promises";
import type { EEPROMBackend } from "avr8js";
import { emptyEeprom, flashSize } from "./atmega328p.ts";
import type { Connector } from "../driver/connection.ts";
import { readIntelHex } from "./intel-hex.ts";
import { angleOfPulse, Uno } from "./uno.ts";

/** Options of the simulator. */
export interface SimulatorOptions {
  /** Simulated seconds per second. Default: 1. */
  readonly pace?: number;
  /** Milliseconds between two runs. Answers wait for the next run. Default: 5. */
  readonly step?: number;
  /** Firmware in Intel HEX. Default: the image in `firmware/image`. */
  readonly image?: URL;
  /** Memory that survives a reset. Default: an empty one for each connector. */
  readonly eeprom?: EEPROMBackend;
}

/** Longest time simulated by one run, in ms. The simulator skips time lost while this process was busy. */
const catchUpLimit = 100;
const defaultImage = new URL("../../../../firmware/image/turntable.hex", import.meta.url);

/** Creates a connector to a turntable in this process: a simulated UNO that runs the firmware's image in real time. */
export function simulatorConnector({
  pace = 1,
  step = 5,
  image = defaultImage,
  eeprom = emptyEeprom(),
}: SimulatorOptions = {}): Connector {
  return {
    name: "sim",
    bootTime: 1_000,
    async connect(listener, signal) {
      const program = readIntelHex(await readFile(image, { encoding: "latin1", signal }), flashSize);
      let sent: number[] = [];
      const uno = new Uno(program, (byte) => sent.push(byte), eeprom);
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
