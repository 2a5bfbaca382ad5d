/** Prints how the demo stands a load, being killed, and another one beside it; `SOAK_SECONDS` says for how long (default 120). */
import { checksTable } from "./report.ts";
import { soak } from "./soak.ts";

const checks = await soak(Number(process.env["SOAK_SECONDS"] ?? 120), console.log);
console.log(`\n${checksTable(checks)}`);
process.exitCode = checks.every(({ ok }) => ok) ? 0 : 1;
