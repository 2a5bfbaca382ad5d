/** Callbacks of a connection. */
interface ConnectionListener {
  readonly received: (bytes: Buffer) => void;
  /** Called once if the connection ends by itself, but not after `close`. */
  readonly ended: (reason: Error) => void;
}

/** An open connection to a turntable. Its listener gets the received bytes. */
export interface Connection {
  /** Sends latin1 text. The listener hears of failures. */
  readonly send: (text: string) => void;
  /** Returns the angle in degrees. Only the simulator has this; it is undefined before the servo's first pulse. */
  readonly measure?: () => number | undefined;
  readonly close: () => void;
}

/** Opens connections to one turntable. */
export interface Connector {
  /** Name of the target, as in `TURNTABLE`. */
  readonly name: string;
  /** Wait for the boot banner after connecting, in ms. Connecting may reset the board. */
  readonly bootTime: number;
  /** @throws {Error} if it can't connect or the signal aborts */
  connect(listener: ConnectionListener, signal: AbortSignal): Promise<Connection>;
}
