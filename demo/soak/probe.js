/** Preloaded into the demo. On a message from the parent, it collects garbage and sends back the memory usage. */
process.on("message", () => {
  globalThis.gc?.();
  // The second round collects objects released by finalizers of the first.
  setImmediate(() => {
    globalThis.gc?.();
    process.send?.(process.memoryUsage());
  });
});
process.channel?.unref();
// Without its parent, nobody would end this process.
process.on("disconnect", () => process.exit(1));
