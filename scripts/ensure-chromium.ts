/** Sees to it that the browser tests find a Chromium: installs Debian's where that is possible. */
import { spawnSync } from "node:child_process";
import { findChromium } from "./find-chromium.ts";

const install = `
  export DEBIAN_FRONTEND=noninteractive
  command -v apt-get > /dev/null && apt-get update &&
  apt-get install -y --no-install-recommends chromium fonts-liberation`;

if (!findChromium() && process.getuid?.() === 0) spawnSync("sh", ["-c", install], { stdio: "inherit" });
if (!findChromium()) {
  console.error(
    "The browser tests need Chromium: run `apt-get install chromium` as root, or set CHROMIUM to a browser's path.",
  );
  process.exitCode = 1;
}
