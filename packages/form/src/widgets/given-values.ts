import { type Dependent, isDependent, type RequestFacts } from "@turnform/schema/conditions";
import type { ChoiceGroup, ChoiceValue, LabelledChoices } from "../field/choice.ts";
import { describeValue } from "../field/describe-value.ts";
import type { DependentChoices } from "../field/dependent-choices.ts";
import type { WidgetTraits } from "../field/widget.ts";
import { withLabels } from "./labelled-choices.ts";

/** The choices of a widget: a list, or a function of other fields made by `dependsOn()`. It may return a promise. */
export type GivenValues<Choice extends ChoiceValue | ChoiceGroup> =
  | readonly Choice[]
  | Dependent<readonly Choice[] | Promise<readonly Choice[]>>;

/** The option `values` of a widget, read. */
interface ReadValues {
  /** The choices, if they are the same on every page. */
  readonly values: LabelledChoices | undefined;
  /** The choices, if they depend on other fields. */
  readonly trait: Pick<WidgetTraits, "dependent">;
}

/**
 * Reads the option `values` of a widget.
 *
 * @param widget Name of the widget's function, for errors
 * @param isClosed True if no other value may be chosen
 * @throws TypeError for anything but a list of choices, or a function made by `dependsOn()`
 */
export function givenValues(
  widget: string,
  given: GivenValues<ChoiceValue | ChoiceGroup> | undefined,
  isClosed: boolean,
): ReadValues {
  if (typeof given !== "function") return { values: withLabels(widget, given), trait: {} };
  if (!isDependent(given))
    throw new TypeError(
      `The values of ${widget}() are a function, and the names of the fields that it reads are missing. Write values: dependsOn(["country"], ({ country }) => …)`,
    );
  return { values: undefined, trait: { dependent: dependentChoices(widget, given, isClosed) } };
}

function dependentChoices(
  widget: string,
  given: Dependent<readonly (ChoiceValue | ChoiceGroup)[] | Promise<readonly (ChoiceValue | ChoiceGroup)[]>>,
  isClosed: boolean,
): DependentChoices {
  return {
    names: given.names,
    isClosed,
    make(siblings, facts) {
      const made = call(given, siblings, facts);
      if (!(made instanceof Promise)) return labelled(widget, made);
      return made.then((values) => labelled(widget, values));
    },
  };
}

/**
 * Returns choices with labels.
 *
 * @throws TypeError for nothing, which a function returns by mistake
 */
function labelled(
  widget: string,
  values: readonly (ChoiceValue | ChoiceGroup)[] | undefined | null,
): LabelledChoices {
  const made = withLabels(widget, values ?? undefined);
  if (made) return made;
  throw new TypeError(
    `it returned ${describeValue(values)}. Return a list: an empty one, [], offers nothing`,
  );
}

/** Calls a function of the application, which alone knows the types of its parameters. */
function call<Made>(make: Dependent<Made>, siblings: object, facts: RequestFacts): Made {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the author's function says what it is given
  return make(siblings as never, facts as never);
}
