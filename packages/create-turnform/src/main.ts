#!/usr/bin/env node
/** The command `create-turnform`, which `npm create turnform` runs. */
import { run } from "./run.ts";

process.exitCode = await run(process.argv.slice(2), {
  input: process.stdin,
  output: process.stdout,
  errors: process.stderr,
  isInteractive: process.stdin.isTTY && process.stdout.isTTY,
});
