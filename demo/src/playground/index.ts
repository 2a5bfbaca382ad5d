export { playgroundRoutes } from "./playground-routes.ts";
export { playgroundLink } from "./playground-link.ts";
