import type { Subject } from "./subject.ts";

/** Loaders of the subjects, in the order of the table. Separate loading keeps modules of one subject from slowing another. */
export const subjects: Readonly<Record<string, () => Promise<{ readonly subject: Subject }>>> = {
  decode: () => import("./subjects/decode.ts"),
  render: () => import("./subjects/render.ts"),
  growth: () => import("./subjects/growth.ts"),
  weight: () => import("./subjects/weight.ts"),
  browser: () => import("./subjects/browser.ts"),
  express: () => import("./subjects/express.ts"),
  startup: () => import("./subjects/startup.ts"),
};
