import type { FilledForm } from "@turnform/form";
import type { Control } from "@turnform/schema";
import { pageOf } from "../../packages/form/src/testing/page.ts";
import { submittedControls } from "../../packages/form/src/testing/submitted.ts";
import { type Case, type Outcome, runCases } from "./cases.ts";
import { controlsOf, formOf } from "./forms.ts";
import { pageDepartures, type PageCase, type Shown } from "./page-departures.ts";
import { canonical, valueOf } from "./values.ts";

runCases<Case & PageCase>("rendered.json", (recorded): Outcome => {
  const { form: neutral, appstruct, pairs, expect, roundTrip } = recorded;
  const form = formOf(neutral);
  const value = valueOf(appstruct, neutral.schema);
  const data = typeof value === "object" && value !== null ? { ...value } : undefined;
  const page = pairs
    ? form.validate(controlsOf(pairs)).form
    : form.render(data, { readonly: recorded.readonly ?? false });
  const controls = submittedControls(String(page));
  const again = form.validate(controls, data);
  const unmarked = withoutItemMarkers(controls);
  const came: Shown = {
    submitted: printed(unmarked),
    required: requiredOf(page),
    errors: recorded.loose ? [] : messagesOf(page),
    roundTrip:
      again.kind === "valid"
        ? canonical(again.value)
        : again.kind === "invalid"
          ? canonical(again.error.asDict())
          : again.kind,
  };
  const wanted: Shown = {
    submitted: printed(
      expect.submitted.map(([name, value]): Control => [name, typeof value === "string" ? value : ""]),
    ),
    required: expect.controls
      .filter(({ required }) => required)
      .map(({ name, kind }) => (kind === "radio" ? "radio" : (name ?? ""))),
    errors: recorded.loose ? [] : expect.errors.filter((text) => !HEADINGS.has(text)),
    roundTrip: roundTrip.ok
      ? canonical(valueOf(roundTrip.appstruct, neutral.schema))
      : canonical(roundTrip.errors ?? {}),
  };
  const parts: readonly (keyof Shown)[] = ["submitted", "required", "errors", "roundTrip"];
  const different = parts.filter((part) => canonical(came[part]) !== canonical(wanted[part]));
  if (different.length === 0) return unmarked.length < controls.length ? "departure" : "original";
  const applying = pageDepartures.filter((each) => each.applies(recorded));
  const left = different.filter((part) => !applying.some((each) => each.parts[part]?.(came, wanted)));
  return left.length === 0
    ? "departure"
    : {
        failed: left
          .map((part) => `${part}: ${canonical(came[part])}, not ${canonical(wanted[part])}`)
          .join("\n"),
      };
});

/** Headings of the original above errors. They are not compared. */
const HEADINGS: ReadonlySet<string> = new Set([
  "There was a problem with your submission",
  "Errors have been highlighted below",
  "There was a problem with this section",
]);

/**
 * Returns a post without the markers around lists and tuples in lists: the departure "A list in a list has a marker for its buttons" of
 * docs/departures.md. It may come together with others.
 */
function withoutItemMarkers(controls: readonly Control[]): readonly Control[] {
  return controls.filter(([, value]) => value !== "item:rename");
}

/** Returns pairs as texts. Made-up names of radio groups are numbered, and a file that was not chosen is empty. */
function printed(controls: readonly Control[]): string[] {
  let radios = 0;
  let isRenamed = false;
  return controls.map(([name, value]) => {
    const text = typeof value === "string" ? value : value.name;
    const shown = isRenamed && !name.startsWith("__") ? `radio-${++radios}` : name;
    isRenamed = name === "__start__" && text.endsWith(":rename");
    return `${shown}=${text}`;
  });
}

function requiredOf(page: FilledForm): string[] {
  return [...pageOf(String(page)).querySelectorAll("[required]")]
    .filter((control) => !control.closest("template"))
    .map((control) =>
      control.getAttribute("type") === "radio" ? "radio" : (control.getAttribute("name") ?? ""),
    );
}

/** Returns the messages at fields, after those of the form itself. */
function messagesOf(page: FilledForm): string[] {
  const document = pageOf(String(page));
  const formMessages = page.error?.messages ?? [];
  return [
    ...formMessages,
    ...[...document.querySelectorAll(".tf-error .tf-message")].map(({ textContent }) => textContent ?? ""),
  ];
}
