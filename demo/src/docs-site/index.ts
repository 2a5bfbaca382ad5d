export { type Docs, readDocs } from "./docs.ts";
export { docsRoutes, repository } from "./docs-routes.ts";
export { exportedFiles } from "./export/exported-files.ts";
export { docsLinks, type LivePage } from "./live-pages.ts";
