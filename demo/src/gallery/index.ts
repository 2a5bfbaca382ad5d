export { galleryRoutes, livePages } from "./gallery.ts";
export { namesAndTitlesRoutes } from "./names-and-titles.ts";
