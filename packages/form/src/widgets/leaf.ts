import { strip } from "@turnform/schema";
import type { Widget } from "../field/widget.ts";

/** What widgets of one text share: it is posted under the field's name and read as it is. */
export const oneText: Pick<Widget, "deserialize" | "focusId" | "check"> = {
  deserialize: (_, pstruct) => pstruct,
  focusId: (_, id) => id,
  check({ node: { name, kind }, children }) {
    if (children.length > 0)
      throw new TypeError(`Field "${name}" is a ${kind}, but its widget takes a single value`);
  },
};

/** The same, without the white space around the text. */
export const strippedText: Pick<Widget, "deserialize"> = {
  deserialize: (_, pstruct) => (typeof pstruct === "string" ? strip(pstruct) : pstruct),
};
