/** The parts of a Node.js writable stream for writing a page. */
export interface OutputStream {
  /** True if the stream is closed for writing. */
  readonly destroyed: boolean;
  /** @returns true if the stream takes more at once; otherwise it emits `drain` later */
  write(html: string): boolean;
  once(event: "drain" | "close" | "error", listener: (error?: Error) => void): unknown;
  off(event: "drain" | "close" | "error", listener: (error?: Error) => void): unknown;
}

/**
 * Waits until a stream takes more.
 *
 * @throws the stream's error, or an `Error` if the stream is closed
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
