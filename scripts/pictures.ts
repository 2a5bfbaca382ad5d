/**
 * Takes all pictures of the demo and of the documentation again.
 *
 *     npm run pictures
 */
await import("./landing-pictures.ts");
await import("./gallery-pictures.ts");
await import("./widget-pictures.ts");
