import fc from "fast-check";

/** Gives properties the random inputs of the seed `SEED`; without it each run tries others. */
const { SEED } = process.env;
if (SEED !== undefined) fc.configureGlobal({ seed: Number(SEED) });
