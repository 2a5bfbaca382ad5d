/**
 * One successful control of a form post, as the browser sent it: its name, and its text or uploaded file.
 *
 * The order of controls is the order of the page, and repeated names stay repeated: `[...formData]` is a list of
 * controls.
 */
export type Control = readonly [name: string, value: string | File];
