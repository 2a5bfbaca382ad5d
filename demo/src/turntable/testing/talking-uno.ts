import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { emptyEeprom, flashSize } from "../simulator/atmega328p.ts";
import { readIntelHex } from "../simulator/intel-hex.ts";
import { angleOfPulse, Uno } from "../simulator/uno.ts";

export const firmware = fileURLToPath(new URL("../../../../firmware", import.meta.url));
const program = readIntelHex(readFileSync(`${firmware}/image/turntable.hex`, "latin1"), flashSize);

/** A UNO with the committed image that collects its output as text. */
export class TalkingUno {
  readonly uno: Uno;
  #said = "";

  constructor(eeprom = emptyEeprom()) {
    this.uno = new Uno(program, (byte) => (this.#said += String.fromCharCode(byte)), eeprom);
  }

  /** Sends text and returns the output of the next `time` ms. */
  after(text: string, time: number): string {
    this.#said = "";
    this.uno.receive(Buffer.from(text, "latin1"));
    this.uno.run(time);
    return this.#said.replaceAll("\r\n", "\n");
  }

  get angle(): number {
    return angleOfPulse(this.uno.pulse ?? NaN);
  }
}
