import {
  AVRIOPort,
  AVRUSART,
  CPU,
  avrInstruction,
  portBConfig,
  timer0Config,
  timer1Config,
  timer2Config,
  usart0Config,
} from "avr8js";
import { LazyTimer } from "./lazy-timer.ts";

type Interrupt = Parameters<CPU["queueInterrupt"]>[0];
type EventCallback = Parameters<CPU["addClockEvent"]>[0];

/** Ticks a second. */
export const clockRate = 16_000_000;
/** Bytes of program memory. */
export const flashSize = 32_768;

const ramSize = 2_048;
const enableInterrupts = 0x9478;
const sleep = 0x9588;

/** What says that a byte was received; avr8js keeps its own private. */
const received: Interrupt = {
  address: usart0Config.rxCompleteInterrupt,
  flagRegister: usart0Config.UCSRA,
  flagMask: 0x80,
  enableRegister: usart0Config.UCSRB,
  enableMask: 0x80,
  constant: true,
};
const receiverEnabled = 0x10;

/**
 * The UNO's microcontroller at 16 MHz with port B, timers and serial port, as avr8js runs it, with what avr8js 0.21
 * lacks: it sleeps, its timers have an event only when something happens, its serial port drops nothing, and an
 * interrupt waits for the instruction behind `sei`. A reset is a new one.
 */
export class Atmega328p extends CPU {
  readonly portB: AVRIOPort;
  readonly usart: AVRUSART;
  readonly #timers: ReadonlyMap<EventCallback, LazyTimer>;

  constructor(program: Uint16Array) {
    super(program, ramSize);
    this.portB = new AVRIOPort(this, portBConfig);
    const timers = [timer0Config, timer1Config, timer2Config].map((config) => new LazyTimer(this, config));
    this.#timers = new Map(timers.map((timer) => [timer.count, timer]));
    this.usart = new AVRUSART(this, usart0Config, clockRate);
    this.#keepReceivedByte();
  }

  /** Runs for a number of clock ticks; while the program sleeps, jumps from event to event. */
  run(ticks: number): void {
    const end = this.cycles + ticks;
    while (this.cycles < end) {
      const instruction = this.progMem[this.pc];
      // With interrupts off nothing would ever wake it: such a sleep passes as an instruction.
      if (instruction === sleep && this.interruptsEnabled && this.nextInterrupt < 0) this.#sleep(end);
      else {
        avrInstruction(this);
        if (instruction !== enableInterrupts) this.tick();
      }
    }
  }

  /** Stays at the sleep instruction until the end or an interrupt, which goes on behind it. */
  #sleep(end: number): void {
    const event: { readonly cycles: number } | null = this["nextClockEvent"];
    if (!event || event.cycles >= end) {
      this.cycles = end;
      return;
    }
    this.cycles = Math.max(this.cycles, event.cycles);
    const { pc } = this;
    this.pc = pc + 1;
    this.tick();
    if (this.pc === pc + 1) this.pc = pc;
  }

  /** Called by a timer for its next count; with 0 ticks, where it has been changed and has to look at once. */
  override addClockEvent(callback: EventCallback, ticks: number): EventCallback {
    const idle = ticks > 0 ? this.#timers.get(callback)?.idleTicks : 0;
    return super.addClockEvent(callback, ticks + (idle ?? 0));
  }

  /** The flag of the empty transmit register is cleared by filling it, not by taking the interrupt. */
  override queueInterrupt(interrupt: Interrupt): void {
    const isEmpty = interrupt.address === usart0Config.dataRegisterEmptyInterrupt;
    super.queueInterrupt(isEmpty ? { ...interrupt, constant: true } : interrupt);
  }

  /** avr8js drops a received byte when UCSR0B is written, as it is to turn the transmit interrupt on and off. */
  #keepReceivedByte(): void {
    const { UCSRA, UCSRB } = usart0Config;
    const write = this.writeHooks[UCSRB];
    this.writeHooks[UCSRB] = (value, oldValue, address, mask) => {
      const waits = (this.data[UCSRA] ?? 0) & received.flagMask;
      const result = write?.(value, oldValue, address, mask);
      if (waits && value & oldValue & receiverEnabled) this.setInterruptFlag(received);
      return result;
    };
  }
}
