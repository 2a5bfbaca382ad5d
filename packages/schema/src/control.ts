/**
 * One control of a form post as the browser sent it: a name with a text or an uploaded file.
 *
 * Controls keep the order of the page, and names may repeat. `[...formData]` is a list of controls.
 */
export type Control = readonly [name: string, value: string | File];
