/** Sends the message "listening" to the parent process when a server listens. Programs load it before their own modules. */
import { EventEmitter } from "node:events";
import { Server } from "node:net";

Server.prototype.emit = function (this: Server, event: string | symbol, ...details: readonly unknown[]) {
  if (event === "listening") process.send?.(event);
  return EventEmitter.prototype.emit.call(this, event, ...details);
};
