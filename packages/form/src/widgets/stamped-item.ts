import { layered } from "../handlebars/layers.ts";
import { type Imprint, STAMP, type Stamp } from "../handlebars/stamp.ts";
import { Place } from "../place.ts";
import type { CommonItemView, ItemView, MappingView, View } from "../view.ts";

/** Where an item's view keeps its place, of which its content is made when it is asked for. */
const PLACE = Symbol("place");

/** The base of items that may be drawn by one of them. */
export type StampedItems = CommonItemView & { readonly content: View; readonly [STAMP]: Stamp };

/** The view of an item that may be drawn by another one over the same base that looks alike. */
export function stampedItem(base: StampedItems, place: Place): ItemView {
  return layered(base, { id: place.id, [PLACE]: place });
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
      sample(view, [id = "", number = "", ...texts]) {
        const { field, value, error, around } = placeOf(view);
        const at = new Place(field, id, value, error, { ...around, focus: undefined }, number);
        return layered(common, { id, content: withTexts(at, at.view(), texts) });
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
  const { id, number = "", focus } = place;
  // A blank item may look like none with a number: what opens and closes is open there.
  if (number === "*" || focus?.startsWith(id) === true) return false;
  imprint.texts.push(id, number);
  return place.imprint(imprint);
}

/**
 * Puts other texts into a view that has just been made.
 *
 * @param texts As many as its imprint has; they are taken away
 */
function withTexts(place: Place, view: View & Partial<MappingView>, texts: string[]): View {
  const { children } = place.field;
  children.forEach((child, i) => {
    const inner = view.children?.[i];
    if (inner) withTexts(place.child(child), inner, texts);
  });
  if (children.length > 0) return view;
  const own: Imprint = { looks: [], texts: [] };
  place.imprint(own);
  return own.texts.length === 0 ? view : Object.assign(view, { value: texts.shift() });
}
