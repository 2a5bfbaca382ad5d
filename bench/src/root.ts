/** The folder of the whole project; this file's own is in `bench/`, as a source and as built. */
export const root = new URL("../../", import.meta.url);
