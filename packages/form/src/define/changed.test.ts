import { shownWhen, when } from "@turnform/schema/conditions";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { submittedControls } from "../testing/submitted.ts";
import { password } from "../widgets/password.ts";
import { createForm } from "./form.ts";

const Trip = z.object({
  id: z.int().meta({ readonly: true }),
  name: z.string(),
  by: z.enum(["train", "car"]),
  plate: shownWhen(when("by").is("car"), z.string()),
  leaves: z.date(),
  days: z.array(z.object({ place: z.string(), tags: z.set(z.enum(["sea", "snow"])) })),
  home: z.object({ place: z.string() }).optional(),
  pin: z.string().optional().meta({ widget: password() }),
});
const form = createForm(Trip, { formId: "trip" });
const trip: z.output<typeof Trip> = {
  id: 7,
  name: "Fjords",
  by: "car",
  plate: "ZH 1",
  leaves: new Date("2030-06-01T12:00:00Z"),
  days: [{ place: "Oslo", tags: new Set(["sea", "snow"]) }],
};

/** Posts the page of the trip, with some texts replaced. */
function changedBy(
  replace: Readonly<Record<string, string>>,
  current: typeof trip | undefined = trip,
): unknown {
  const controls = submittedControls(String(form.render(trip))).map(
    ([name, value]) => [name, replace[name] ?? value] as const,
  );
  const result = form.validate(controls, current);
  return result.kind === "valid" ? result.changed : result.form.error?.asDict();
}

describe("the changed paths of a valid post", () => {
  it("are none for a page sent as it came", () => {
    expect(changedBy({})).toEqual([]);
  });

  it("are the fields that differ, secrets and dates included", () => {
    expect(
      changedBy({ name: "Alps", place: "Bergen", date: "2030-06-01T13:00:00+00:00", pin: "1234" }),
    ).toEqual(["name", "leaves", "days.0.place", "pin"]);
  });

  it("include a field that is hidden now", () => {
    expect(changedBy({ by: "train" })).toEqual(["by", "plate"]);
  });

  it("are the root without current data, and are found by asynchronous validation", async () => {
    const controls = submittedControls(String(form.render(trip)));
    expect(form.validate(controls)).toMatchObject({ changed: [""] });
    expect(await form.validateAsync(controls, { ...trip, name: "Alps" })).toMatchObject({
      changed: ["name"],
    });
    expect(form.validate(controls, { name: "Fjords" })).toMatchObject({
      changed: ["id", "by", "plate", "leaves", "days"],
    });
  });
});
