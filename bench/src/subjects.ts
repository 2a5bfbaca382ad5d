import type { Subject } from "./subject.ts";

/** All that is measured, in the order of the table, each loaded by itself: what one loads is nothing to the others. */
export const subjects: Readonly<Record<string, () => Promise<{ readonly subject: Subject }>>> = {
  decode: () => import("./subjects/decode.ts"),
  render: () => import("./subjects/render.ts"),
  growth: () => import("./subjects/growth.ts"),
  weight: () => import("./subjects/weight.ts"),
  browser: () => import("./subjects/browser.ts"),
  express: () => import("./subjects/express.ts"),
  startup: () => import("./subjects/startup.ts"),
};
