export { docsRoutes } from "./docs-routes.ts";
export { exportedFiles } from "./export/exported-files.ts";
