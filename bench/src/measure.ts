/**
 * Measures the subject that it is told the name of, in a process of its own: with `theirs` as a second word, the other sides
 * alone, else ours and all that has no other side.
 *
 * @see measured
 */
import { say } from "./messages.ts";
import { subjects } from "./subjects.ts";

const [name = "", side] = process.argv.slice(2);
const load = subjects[name];
if (!load) throw new Error(`There is no subject ${name}`);
const { subject } = await load();
if (side === "theirs") {
  for await (const _ of subject.compare?.() ?? []);
} else {
  await subject.check(10);
  for await (const result of subject.compare?.() ?? []) say({ result });
  for await (const result of subject.measure?.() ?? []) say({ result });
}
process.disconnect();
