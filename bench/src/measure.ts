/** Measures the subject whose name it is given and sends the results to the process that started it, as they come. */
import { subjects } from "./subjects.ts";

const load = subjects[process.argv[2] ?? ""];
if (!load) throw new Error(`There is no subject ${process.argv[2]}`);
const { subject } = await load();
await subject.check(10);
for await (const result of subject.measure()) process.send?.(result);
process.disconnect();
