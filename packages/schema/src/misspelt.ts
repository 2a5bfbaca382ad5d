export { nearest } from "./nearest.ts";
export { missingPath } from "./paths/missing-path.ts";
