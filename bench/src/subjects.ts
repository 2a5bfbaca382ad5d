import type { Subject } from "./subject.ts";

/** All subjects in the order of the table. Each is loaded separately, so that modules of one don't affect another. */
export const subjects: Readonly<Record<string, () => Promise<{ readonly subject: Subject }>>> = {
  decode: () => import("./subjects/decode.ts"),
  render: () => import("./subjects/render.ts"),
  growth: () => import("./subjects/growth.ts"),
  weight: () => import("./subjects/weight.ts"),
  browser: () => import("./subjects/browser.ts"),
  express: () => import("./subjects/express.ts"),
  startup: () => import("./subjects/startup.ts"),
};
