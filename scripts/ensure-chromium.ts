/** Installs a Chromium for the browser tests if none is found. This needs Debian and root. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { findChromium } from "./find-chromium.ts";

// Older distributions lack the headless shell
const install = `
  export DEBIAN_FRONTEND=noninteractive
  get="apt-get install -y --no-install-recommends fonts-liberation"
  apt-get update && ($get chromium-headless-shell || $get chromium)`;

const mayInstall = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
if (!findChromium() && mayInstall) {
  console.log("The browser tests found no Chromium. Installing it with apt-get.");
  spawnSync("sh", ["-c", install], { stdio: "inherit" });
}
if (!findChromium()) {
  console.error(
    "The browser tests found no Chromium. Run `apt-get install chromium` as root, or set CHROMIUM to a browser's path.",
  );
  process.exitCode = 1;
}
