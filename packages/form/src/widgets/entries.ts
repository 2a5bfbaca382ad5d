import { partOf } from "../field/cstruct.ts";
import type { SequenceView } from "../field/view.ts";
import { sequence } from "./sequence.ts";
import type { WidgetOptions } from "../field/widget.ts";
import type { ContainerWidget } from "../read/container.ts";

/** Options of {@link entries}. */
export interface EntriesOptions extends WidgetOptions<SequenceView> {
  /** Text of the button that adds an entry, default `Add Entry`. */
  readonly addText?: string;
}

/**
 * The entries of a record or a map: a list of keys and values, which a person adds to and removes from.
 *
 *     z.record(z.string().meta({ title: "Fruit" }), z.number().meta({ title: "Price" })).meta({ widget: entries() })
 *
 * Its cstruct is a list of pairs, so that a key that stands there twice is shown again, with an error. A record whose keys
 * are all needed has an entry for each, and no others.
 */
export function entries(options: EntriesOptions = {}): ContainerWidget {
  const list = sequence({ ...options, orderable: false });
  return {
    ...list,
    deserialize(field, pstruct, reading) {
      const cstruct = list.deserialize(field, pstruct, reading);
      if (!Array.isArray(cstruct)) return cstruct;
      const seen = new Set<string>();
      cstruct.forEach((pair: unknown, index) => {
        const key: unknown = partOf(pair, 0);
        if (typeof key !== "string" || key === "") return;
        if (seen.has(key)) reading.fail("repeatedKey", { key }, undefined, [index, 0]);
        seen.add(key);
      });
      return cstruct;
    },
    fill: (field, cstruct, filling) => list.fill(field, field.shown(cstruct), filling),
    view: (place) => list.view(place.with({ value: place.field.shown(place.value) })),
    check({ node }) {
      if (!node.entry) throw new TypeError(`Field "${node.name}" has no keys and values: it is ${node.kind}`);
    },
  };
}
