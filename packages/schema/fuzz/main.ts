/** Runs with `npm run fuzz -w packages/schema`. Set `FUZZ_SECONDS` (default 30) and `FUZZ_SEED` (default: the time). */
import { fuzz } from "./fuzz.ts";

const seconds = Number(process.env["FUZZ_SECONDS"] ?? 30);
const seed = Number(process.env["FUZZ_SEED"] ?? Date.now() % 2 ** 32);
const { posts, values } = fuzz(seconds, seed);
console.log(`${posts} posts in ${seconds} s, ${values} of them valid (seed ${seed})`);
