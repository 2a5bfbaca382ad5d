import {
  AVREEPROM,
  AVRIOPort,
  AVRUSART,
  CPU,
  type EEPROMBackend,
  EEPROMMemoryBackend,
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

/** Bytes of the memory that survives a reset. */
const eepromSize = 1_024;
const ramSize = 2_048;
const enableInterrupts = 0x9478;
const sleep = 0x9588;

/** Interrupt for a received byte; avr8js keeps its own private. */
const received: Interrupt = {
  address: usart0Config.rxCompleteInterrupt,
  flagRegister: usart0Config.UCSRA,
  flagMask: 0x80,
  enableRegister: usart0Config.UCSRB,
  enableMask: 0x80,
  constant: true,
};
const receiverEnabled = 0x10;

/** Creates an EEPROM as it leaves the factory. */
export function emptyEeprom(): EEPROMBackend {
  return new EEPROMMemoryBackend(eepromSize);
}

/**
 * The UNO's microcontroller at 16 MHz with port B, timers, EEPROM and serial port, based on avr8js. It adds features that avr8js 0.21
 * lacks: sleep, timers without an event for each count, a serial port that drops no byte, and interrupts that wait for the
 * instruction after `sei`. For a reset, create a new one with the same EEPROM.
 */
export class Atmega328p extends CPU {
  readonly portB: AVRIOPort;
  readonly usart: AVRUSART;
  readonly #timers: ReadonlyMap<EventCallback, LazyTimer>;

  /** @param eeprom Memory that survives a reset. Default: an empty one */
  constructor(program: Uint16Array, eeprom: EEPROMBackend = emptyEeprom()) {
    super(program, ramSize);
    void new AVREEPROM(this, eeprom);
    this.portB = new AVRIOPort(this, portBConfig);
    const timers = [timer0Config, timer1Config, timer2Config].map((config) => new LazyTimer(this, config));
    this.#timers = new Map(timers.map((timer) => [timer.count, timer]));
    this.usart = new AVRUSART(this, usart0Config, clockRate);
    this.#keepReceivedByte();
  }

  /** Runs for a number of clock ticks. While the program sleeps, it jumps from event to event. */
  run(ticks: number): void {
    const end = this.cycles + ticks;
    while (this.cycles < end) {
      const instruction = this.progMem[this.pc];
      // With interrupts off, nothing would end the sleep, so it counts as a plain instruction.
      if (instruction === sleep && this.interruptsEnabled && this.nextInterrupt < 0) this.#sleep(end);
      else {
        avrInstruction(this);
        if (instruction !== enableInterrupts) this.tick();
      }
    }
  }

  /** Stays at the sleep instruction until `end` or an interrupt. After an interrupt, the next instruction follows. */
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

  /** Schedules a timer's next count. With 0 ticks, the timer has changed and must count at once. */
  override addClockEvent(callback: EventCallback, ticks: number): EventCallback {
    const idle = ticks > 0 ? this.#timers.get(callback)?.idleTicks : 0;
    return super.addClockEvent(callback, ticks + (idle ?? 0));
  }

  /** Queues an interrupt. Only filling the transmit register clears its "empty" flag, so that interrupt stays queued. */
  override queueInterrupt(interrupt: Interrupt): void {
    const isEmpty = interrupt.address === usart0Config.dataRegisterEmptyInterrupt;
    super.queueInterrupt(isEmpty ? { ...interrupt, constant: true } : interrupt);
  }

  /** Keeps a received byte when the program writes UCSR0B to switch the transmit interrupt. avr8js would drop the byte. */
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
