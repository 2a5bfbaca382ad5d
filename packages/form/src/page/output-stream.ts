/** What of Node's writable streams is needed to write to them. */
export interface OutputStream {
  /** Whether nothing can be written any more. */
  readonly destroyed: boolean;
  /** @returns whether it takes more at once; else it tells by `drain` when it does */
  write(html: string): boolean;
  once(event: "drain" | "close" | "error", listener: (error?: Error) => void): unknown;
  off(event: "drain" | "close" | "error", listener: (error?: Error) => void): unknown;
}

/**
 * Waits until a stream takes more.
 *
 * @throws what it fails with, or an `Error` where it is closed
 */
export async function drained(stream: OutputStream): Promise<void> {
  const closed = (): Error => new Error("The stream was closed before the whole form was written");
  if (stream.destroyed) throw closed();
  return new Promise((resolve, reject) => {
    const end = (settle: () => void): void => {
      stream.off("drain", onDrain);
      stream.off("close", onClose);
      stream.off("error", onError);
      settle();
    };
    const onDrain = (): void => end(resolve);
    const onClose = (): void => end(() => reject(closed()));
    const onError = (error?: Error): void => end(() => reject(error ?? closed()));
    stream.once("drain", onDrain);
    stream.once("close", onClose);
    stream.once("error", onError);
  });
}
