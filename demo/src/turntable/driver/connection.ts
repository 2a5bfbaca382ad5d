/** Who is told of a connection. */
interface ConnectionListener {
  readonly received: (bytes: Buffer) => void;
  /** Called once where the connection ends by itself; not after `close`. */
  readonly ended: (reason: Error) => void;
}

/** An open connection to a turntable: bytes out; those that come in go to its listener. */
export interface Connection {
  /** Sends latin1 text; a failure is told to the listener. */
  readonly send: (text: string) => void;
  /** @returns degrees, where the connection measures them: the simulator from the servo's pulse, once there is one */
  readonly measure?: () => number | undefined;
  readonly close: () => void;
}

/** A way to a turntable, tried again and again. */
export interface Connector {
  /** As in `TURNTABLE`. */
  readonly name: string;
  /** How long a turntable that connecting resets takes to speak, in ms; it is asked when it has not. */
  readonly bootTime: number;
  /** Whether the connection measures the angle itself. */
  readonly measures: boolean;
  /** @throws {Error} where there is no connection; also when the signal aborts */
  connect(listener: ConnectionListener, signal: AbortSignal): Promise<Connection>;
}
