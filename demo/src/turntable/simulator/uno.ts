import { Atmega328p, clockRate } from "./atmega328p.ts";

const servoPin = 1 << 1; // PB1, pin 9 of the board
const shortestPulse = 544;
const longestPulse = 2_400;
/** Bytes that wait to be received; a host that sends more without looking is cut off. */
const receiveLimit = 65_536;

/** An Arduino UNO with a program: bytes of its serial port go in and out, and the servo's pulse on pin 9 is measured. */
export class Uno {
  readonly #chip: Atmega328p;
  readonly #incoming: number[] = [];
  #pulseStart: number | undefined;
  #pulse: number | undefined;

  /** @param transmitted Takes each byte that the program sends */
  constructor(program: Uint16Array, transmitted: (byte: number) => void) {
    this.#chip = new Atmega328p(program);
    this.#chip.usart.onByteTransmit = transmitted;
    this.#chip.usart.onRxComplete = () => this.#receiveNext();
    this.#chip.portB.addListener((value, oldValue) => {
      if ((value ^ oldValue) & servoPin) this.#edge((value & servoPin) !== 0);
    });
  }

  /** Length of the servo's last pulse in µs; undefined before the first. */
  get pulse(): number | undefined {
    return this.#pulse;
  }

  /** Bytes that the program has not received yet. */
  get waiting(): number {
    return this.#incoming.length;
  }

  /** Hands bytes to the serial port, one after the other at its speed. @throws {RangeError} where too many wait */
  receive(bytes: Uint8Array): void {
    if (this.waiting + bytes.length > receiveLimit)
      throw new RangeError(
        `${this.waiting + bytes.length} bytes wait for the UNO; at most ${receiveLimit} may.`,
      );
    for (const byte of bytes) this.#incoming.push(byte);
    this.#receiveNext();
  }

  /** Lets a time pass, in ms. */
  run(time: number): void {
    // What came before the program turned its receiver on is handed over now.
    this.#receiveNext();
    this.#chip.run((time * clockRate) / 1_000);
  }

  #receiveNext(): void {
    const [byte] = this.#incoming;
    if (byte !== undefined && this.#chip.usart.writeByte(byte) === true) this.#incoming.shift();
  }

  #edge(rising: boolean): void {
    const { cycles } = this.#chip;
    if (!rising && this.#pulseStart !== undefined)
      this.#pulse = ((cycles - this.#pulseStart) * 1e6) / clockRate;
    this.#pulseStart = rising ? cycles : undefined;
  }
}

/**
 * Says to which angle a pulse turns the servo.
 *
 * @param pulse µs
 * @returns degrees: 0 at 544 µs, 180 at 2400 µs
 */
export function angleOfPulse(pulse: number): number {
  return ((pulse - shortestPulse) * 180) / (longestPulse - shortestPulse);
}
