import fc from "fast-check";

/** Random seed of all properties. Without it, each run tries new inputs. */
const { SEED } = process.env;
if (SEED !== undefined) fc.configureGlobal({ seed: Number(SEED) });
