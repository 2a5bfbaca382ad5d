export { galleryRoutes } from "./gallery.ts";
export { namesAndTitlesRoutes } from "./names-and-titles.ts";
