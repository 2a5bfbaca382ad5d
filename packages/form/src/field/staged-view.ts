import type { Template, View } from "./template.ts";

/** The constants of a field's views. */
export type Constants = object & Pick<View, "template">;

/**
 * A view in two parts, so that templates write constants once. The constants are one object for all views of a field. The page part
 * has the properties that differ from page to page.
 */
export class StagedView implements View {
  readonly constants: Constants;
  readonly page: object;
  readonly drawnBy: Template | undefined;

  constructor(constants: Constants, page: object, drawnBy?: Template) {
    this.constants = constants;
    this.page = page;
    this.drawnBy = drawnBy;
  }

  get template(): string {
    return this.constants.template;
  }
}

/**
 * Returns a view as one plain object for applications' templates. It joins both parts, also in inner views.
 *
 * Generated lists stay iterables.
 *
 * @template V Type of the view, by its template
 */
export function plainView<V extends View>(view: V | StagedView): V;
export function plainView(view: View): View {
  if (!(view instanceof StagedView)) return view;
  const { constants, page, drawnBy } = view;
  return { ...constants, ...plainProperties(page), ...(drawnBy && { drawnBy }), template: view.template };
}

function plain(value: unknown): unknown {
  if (value instanceof StagedView) return plainView(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  if (isIterable(value)) {
    return {
      *[Symbol.iterator]() {
        for (const inner of value) yield plain(inner);
      },
    };
  }
  return Object.getPrototypeOf(value) === Object.prototype ? plainProperties(value) : value;
}

function plainProperties(object: object): object {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, plain(value)]));
}

function isIterable(value: object): value is Iterable<unknown> {
  return Symbol.iterator in value;
}
