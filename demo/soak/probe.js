/** Preloaded into the demo: collects the garbage whenever its parent asks, and says how much memory is left in use. */
process.on("message", () => {
  globalThis.gc?.();
  // What the first round's finalizers let go of goes with the second one.
  setImmediate(() => {
    globalThis.gc?.();
    process.send?.(process.memoryUsage());
  });
});
process.channel?.unref();
// Nobody is left to end it.
process.on("disconnect", () => process.exit(1));
