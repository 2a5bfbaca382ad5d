/** The root folder of the project. The path holds for this file's source and for its build. */
export const root = new URL("../../", import.meta.url);
