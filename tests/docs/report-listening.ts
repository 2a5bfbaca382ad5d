/** Sends the message "listening" to the parent process when a server listens. Programs load it before their own modules. */
import { Server } from "node:net";

const { emit } = Server.prototype;

Server.prototype.emit = function (this: Server, event: string | symbol, ...details: readonly unknown[]) {
  if (event === "listening") process.send?.(event);
  const isHeard: boolean = Reflect.apply(emit, this, [event, ...details]);
  return isHeard;
};
