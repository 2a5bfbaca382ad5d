import type { EEPROMBackend } from "avr8js";
import { Atmega328p, clockRate } from "./atmega328p.ts";

const servoPin = 1 << 1; // PB1, pin 9 of the board
/** Ticks of one count of the servo's timer. avr8js lowers the pin a count earlier than the chip does. */
const missingTicks = 8;
const shortestPulse = 544;
const longestPulse = 2_400;
/** Most bytes that may wait for the serial port. */
const receiveLimit = 65_536;

/** A simulated Arduino UNO with a program and a serial port. It measures the servo's pulse on pin 9. */
export class Uno {
  readonly #chip: Atmega328p;
  readonly #incoming: number[] = [];
  #pulseStart: number | undefined;
  #pulse: number | undefined;

  /**
   * @param transmitted Called with each byte that the program sends
   * @param eeprom Memory that survives a reset. Default: an empty one
   */
  constructor(program: Uint16Array, transmitted: (byte: number) => void, eeprom?: EEPROMBackend) {
    this.#chip = new Atmega328p(program, eeprom);
    this.#chip.usart.onByteTransmit = transmitted;
    this.#chip.usart.onRxComplete = () => this.#receiveNext();
    this.#chip.portB.addListener((value, oldValue) => {
      if ((value ^ oldValue) & servoPin) this.#edge((value & servoPin) !== 0);
    });
  }

  /** Length of the servo's last pulse in µs; undefined before the first pulse. */
  get pulse(): number | undefined {
    return this.#pulse;
  }

  /** Number of bytes that the program has not received yet. */
  get waiting(): number {
    return this.#incoming.length;
  }

  /**
   * Sends bytes to the serial port, at the speed of the port.
   *
   * @throws {RangeError} if too many bytes wait
   */
  receive(bytes: Uint8Array): void {
    if (this.waiting + bytes.length > receiveLimit)
      throw new RangeError(
        `${this.waiting + bytes.length} bytes wait for the UNO; the limit is ${receiveLimit}.`,
      );
    for (const byte of bytes) this.#incoming.push(byte);
    this.#receiveNext();
  }

  /** Runs for a time in ms. */
  run(time: number): void {
    // Bytes may have come before the program turned its receiver on.
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
      this.#pulse = ((cycles - this.#pulseStart + missingTicks) * 1e6) / clockRate;
    this.#pulseStart = rising ? cycles : undefined;
  }
}

/**
 * Converts the servo's pulse to an angle.
 *
 * @param pulse Length in µs
 * @returns degrees: 0 at 544 µs, 180 at 2400 µs
 */
export function angleOfPulse(pulse: number): number {
  return ((pulse - shortestPulse) * 180) / (longestPulse - shortestPulse);
}
