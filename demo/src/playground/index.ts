export * as listsOfLists from "./examples/lists-of-lists.ts";
export { playgroundRoutes } from "./playground-routes.ts";
export { playgroundLink } from "./playground-link.ts";
