export { allowedHosts, parseAllowedHosts } from "./allowed-hosts.ts";
export { closeSilentWhenStopping, closeWhenStopping } from "./close-when-stopping.ts";
export { errorPage, methodNotAllowed } from "./errors.ts";
export { requestLog } from "./request-log.ts";
export { useSiteFiles } from "./site-files.ts";
export { renderView } from "./views.ts";
export { highlight } from "./highlight.ts";
