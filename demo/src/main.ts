import { createApp } from "./app.ts";
import { openPresetStore } from "./preset-store.ts";

/**
 * Starts the demo. `PORT`: 0–65535 (default 3000; 0 takes a free one). `DATABASE_URL`: where the presets are kept
 * (default `file:presets.db` in the current directory). SIGINT and SIGTERM let running requests end.
 */
async function main(): Promise<void> {
  const port = readPort(process.env["PORT"]);
  const store = await openPresetStore(process.env["DATABASE_URL"] || "file:presets.db");
  const server = createApp({ store }).listen(port, (error) => {
    if (error) {
      store.close();
      fail(error);
      return;
    }
    const address = server.address();
    console.log(
      `Turnform demo: http://localhost:${typeof address === "object" && address ? address.port : port}`,
    );
  });

  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => {
      server.close(() => store.close());
      setTimeout(() => server.closeAllConnections(), 5_000).unref();
    });
  }
}

function readPort(text = "3000"): number {
  const port = Number(text || "3000");
  if (!/^\d*$/.test(text) || port > 65_535)
    throw new Error(`PORT must be a number from 0 to 65535, not "${text}".`);
  return port;
}

function fail(error: unknown): void {
  console.error(`The demo can't start: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

main().catch(fail);
