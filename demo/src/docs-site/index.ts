export { type Docs, readDocs } from "./docs.ts";
export { docsRoutes } from "./docs-routes.ts";
export { docsLinks, type LivePage } from "./live-pages.ts";
