/** Tests the demo under load, with kills and with a second process, and prints the results. `SOAK_SECONDS` defaults to 120. */
import { checksTable } from "./report.ts";
import { soak } from "./soak.ts";

const checks = await soak(Number(process.env["SOAK_SECONDS"] ?? 120), console.log);
console.log(`\n${checksTable(checks)}`);
process.exitCode = checks.every(({ ok }) => ok) ? 0 : 1;
