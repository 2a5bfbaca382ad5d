import { partOf } from "../field/cstruct.ts";
import type { SequenceView } from "../field/view.ts";
import { sequence } from "./sequence.ts";
import type { WidgetOptions } from "../field/widget.ts";
import type { ContainerWidget } from "../read/container.ts";

/** Options of {@link entries}. */
export interface EntriesOptions extends WidgetOptions<SequenceView> {
  /** Text of the button that adds an entry, default `Add Entry`. */
  readonly addText?: string;
  /** Label of the box that includes an optional record that requires its keys, default `Include` and the record's title. */
  readonly includeText?: string;
}

/**
 * Creates a list of the entries of a record or map. A person adds and removes keys with their values.
 *
 *     z.record(z.string().meta({ title: "Fruit" }), z.number().meta({ title: "Price" })).meta({ widget: entries() })
 *
 * The cstruct is a list of pairs, so a page can show a repeated key again, with an error. A record that requires all its keys
 * has one entry for each key, and no others.
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
      if (!node.entry)
        throw new TypeError(
          `Field "${node.name}" is of kind ${node.kind}, but its widget entries needs a record or a map`,
        );
    },
  };
}
