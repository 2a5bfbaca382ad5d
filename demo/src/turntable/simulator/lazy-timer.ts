import { AVRTimer, type CPU, type timer0Config } from "avr8js";

/** Waveform modes that count up and down, for timers of 8 and of 16 bits. */
const phaseCorrect = { 8: [1, 5], 16: [1, 2, 3, 8, 9, 10, 11] };

/**
 * A timer that skips counts without an effect. avr8js makes an event for each count.
 *
 * Brackets read private fields of avr8js: the compare values in use, and the time of the last count.
 */
export class LazyTimer extends AVRTimer {
  readonly #cpu: CPU;
  readonly #bits: 8 | 16;

  constructor(cpu: CPU, config: typeof timer0Config) {
    super(cpu, config);
    this.#cpu = cpu;
    this.#bits = config.bits;
    for (const register of [config.OCRA, config.OCRB, config.ICR, config.TCCRA])
      if (register) this.#lookAgainAfterWrite(register);
  }

  /** Clock ticks from the next count to the count that reaches a compare value or the overflow. */
  get idleTicks(): number {
    const divider: number = this["divider"];
    return (this.#countsAhead() - 1) * divider;
  }

  #countsAhead(): number {
    if (phaseCorrect[this.#bits].includes(this.WGM)) return 1;
    const count: number = this["tcnt"];
    const compares: number[] = [this["ocrA"], this["ocrB"]];
    const ahead = compares.filter((compare) => compare > count).map((compare) => compare - count);
    // The timer would not notice a jump by a full cycle.
    return Math.max(1, Math.min(this.TOP + 1 - count, this.TOP, ...ahead));
  }

  /** Reschedules after a write, which can bring the next event nearer: counts up to now with the old value first. */
  #lookAgainAfterWrite(register: number): void {
    const write = this.#cpu.writeHooks[register];
    if (!write) return;
    this.#cpu.writeHooks[register] = (...written) => {
      const changing: boolean = this["updateDivider"];
      const divider: number = this["divider"];
      if (changing || !divider) return write(...written);
      this.count(false);
      const result = write(...written);
      const lastCycle: number = this["lastCycle"];
      this.#cpu.updateClockEvent(this.count, lastCycle + divider - this.#cpu.cycles);
      return result;
    };
  }
}
