import { SerialPort } from "serialport";
import type { Connector } from "./connection.ts";
import { portHolders } from "./port-holder.ts";

/** Creates a connector to a turntable on a serial port. Opening the port resets a UNO, which takes up to two seconds. */
export function serialConnector(path: string): Connector {
  return {
    name: `serial:${path}`,
    bootTime: 2_500,
    async connect(listener, signal) {
      // Without hupcl, closing keeps DTR, so that the next opening resets the board only once.
      const port = new SerialPort({ path, baudRate: 115_200, lock: true, hupcl: false, autoOpen: false });
      let ended = false;
      const end = (reason: Error | null | undefined) => {
        if (ended) return;
        ended = true;
        listener.ended(reason ?? new Error("The serial port was closed"));
      };
      // An unplugged port emits `error` once and `close` twice.
      port.on("error", end);
      port.on("close", end);
      port.on("data", (bytes: Buffer) => ended || listener.received(bytes));
      await new Promise<void>((resolve, reject) => {
        port.open((error) => (error ? reject(explain(error, path)) : resolve()));
      });
      const close = () => {
        ended = true;
        if (port.isOpen) port.close(() => undefined);
      };
      if (signal.aborted) {
        close();
        throw signal.reason;
      }
      return { send: (text) => void port.write(text, "latin1"), close };
    },
  };
}

/** Explains that a port is in use: by whom, and how to share it. Returns other errors as they are. */
function explain(error: Error, path: string): Error {
  if (!/lock port|access denied|resource busy/i.test(error.message)) return error;
  const holders = portHolders(path) || "another program";
  const message =
    `The serial port is in use by ${holders}, and only one program can use it. Close the other one. ` +
    `If it is another demo, share its turntable with TURNTABLE=tcp:HOST:PORT, the address of its bridge`;
  return new Error(message, { cause: error });
}
