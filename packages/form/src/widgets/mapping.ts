import { isMapping } from "../is-mapping.ts";
import { childId } from "../ids.ts";
import type { MappingView } from "../view.ts";
import type { Widget } from "./widget.ts";

/** A group of named fields, under a heading of its own. */
export function mapping(): Widget {
  return {
    template: "mapping",
    deserialize(field, pstruct = {}) {
      if (!isMapping(pstruct)) return pstruct;
      const cstruct: Record<string, unknown> = Object.assign(Object.create(null), pstruct);
      for (const child of field.children) {
        const { name } = child.node;
        const given = Object.hasOwn(pstruct, name) ? pstruct[name] : undefined;
        const text = child.widget.deserialize(child, given);
        if (text !== undefined) cstruct[name] = text;
      }
      return cstruct;
    },
    view(place): MappingView {
      return { ...place.fieldView(), children: place.field.children.map((child) => place.child(child)) };
    },
    focusId(field, id) {
      const [first] = field.children;
      return first ? first.widget.focusId(first, childId(id, first.node.name)) : id;
    },
  };
}
