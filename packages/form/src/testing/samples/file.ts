import { z } from "zod";
import { fileInput } from "../../widgets/file-input.ts";
import { sample, type WidgetSample } from "../sample.ts";

/** Samples of file widgets. A page holds no files, so only an empty list comes back from it. */
export const fileSamples: readonly WidgetSample[] = [
  sample("fileInput", (o) =>
    z
      .file()
      .optional()
      .meta({ widget: fileInput(o) }),
  ),
  sample(
    "fileInput of several",
    (o) => z.array(z.file()).meta({ widget: fileInput({ ...o, multiple: true, preview: false }) }),
    [],
  ),
];
