import { layered, over } from "../handlebars/layers.ts";
import { type Imprint, STAMP, type Stamp } from "../handlebars/stamp.ts";
import { Place } from "../place.ts";
import type { CommonItemView, ItemView, MappingView, View } from "../view.ts";

/** Where an item's view keeps its place, of which its content is made when it is asked for. */
const PLACE = Symbol("place");

/** The base of items that may be drawn by one of them. */
export type StampedItems = CommonItemView & { readonly content: View; readonly [STAMP]: Stamp };

/** The view of an item that may be drawn by another one over the same base that looks alike. */
export function stampedItem(base: StampedItems, place: Place): ItemView {
  const view = over<StampedItems & { id: string; [PLACE]: Place }>(base);
  view.id = place.id;
  view[PLACE] = place;
  return view;
}

/**
 * The base of the views of items that can be stamped.
 *
 * @param common What the items have in common
 */
export function stampedItems(common: CommonItemView): StampedItems {
  return {
    ...common,
    get content() {
      return placeOf(this).view();
    },
    [STAMP]: {
      read: (view, imprint) => read(placeOf(view), imprint),
      sample(view, [id = "", number = "", ...texts], lists) {
        const { field, value, error, around } = placeOf(view);
        const at = new Place(field, id, value, error, { ...around, focus: undefined }, number);
        return layered(common, { id, content: showing(at, texts, [...lists]) });
      },
    },
  };
}

function placeOf(view: object): Place {
  const place: unknown = Reflect.get(view, PLACE);
  if (!(place instanceof Place)) throw new TypeError("An item's view was copied without its place");
  return place;
}

/** Its id and number are texts of it as well. */
function read(place: Place, imprint: Imprint): boolean {
  const { id, number, focus } = place;
  // Without a number it is one of several fields. A blank item may look like none with a number: what opens and closes is open there.
  if (number === undefined || number === "*" || focus?.startsWith(id) === true) return false;
  imprint.texts.push(id, number);
  return place.imprint(imprint);
}

/**
 * The view of a place, with other texts and lists in it.
 *
 * @param texts As many as its imprint has; they are taken away
 * @param lists As many, too
 */
function showing(place: Place, texts: string[], lists: Iterable<unknown>[]): View {
  const view: View & Partial<MappingView> = place.view();
  if (view.children)
    return Object.assign(view, {
      children: place.field.children.map((child) => showing(place.child(child), texts, lists)),
    });
  const own: Imprint = { looks: [], texts: [], lists: [] };
  place.imprint(own);
  if (own.lists.length > 0) return Object.assign(view, { items: lists.shift() });
  return own.texts.length > 0 ? Object.assign(view, { value: texts.shift() }) : view;
}
