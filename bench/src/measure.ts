/**
 * Measures the subject named by the first argument, in a separate process. With `theirs` as the second argument, it takes
 * samples of the other sides; otherwise of ours, and it measures everything that has no other side.
 *
 * @see measured
 */
import { send } from "./messages.ts";
import { subjects } from "./subjects.ts";

const [name = "", side] = process.argv.slice(2);
const load = subjects[name];
if (!load) throw new Error(`Unknown subject "${name}"`);
const { subject } = await load();
if (side === "theirs") {
  for await (const _ of subject.compare?.() ?? []);
} else {
  await subject.check(10);
  for await (const result of subject.compare?.() ?? []) send({ result });
  for await (const result of subject.measure?.() ?? []) send({ result });
}
process.disconnect();
