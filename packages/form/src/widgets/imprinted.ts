import type { Imprint } from "../handlebars/stamp.ts";
import type { Place } from "../place.ts";
import type { View } from "../view.ts";

/** Describes a field to its template. */
export interface Describe<V extends View = View> {
  /** @param place The field on this page: its id, value and errors */
  (place: Place): V;
  /**
   * Says what makes one view of the field look other than another, but for what every field's view has, so that items of a list
   * that look alike are drawn by one of them. Without this each is drawn by itself.
   *
   * @param imprint Takes words for the look, as many each time, and what the view holds as it is, if anything: a text, which is
   *   its `value`, or a list of views, which are its `items`
   * @returns whether that can be told
   */
  imprint?(place: Place, imprint: Imprint): boolean;
}

/** A {@link Widget.view} that says how its views look: one that another widget puts in its place does not take that over. */
export function imprinted<V extends View>(
  view: (place: Place) => V,
  imprint: NonNullable<Describe["imprint"]>,
): Describe<V> {
  return Object.assign(view, { imprint });
}
