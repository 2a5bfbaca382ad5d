/**
 * A value that a person gives to a field.
 *
 * A text or number is typed, or is the value or label of a choice. True or false ticks a box. A list chooses options, or fills items. An object
 * fills the parts of a group by their names.
 */
export type Filling =
  | string
  | number
  | bigint
  | boolean
  | readonly Filling[]
  | { readonly [name: string]: Filling };

/** The value of a field, as a person sees it. */
export type Seen = string | boolean | readonly string[] | readonly File[];
