/** Tests the form alone, filled in as by a person. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { expectErrors, expectValid, fill } from "@turnform/form/testing";
import { form } from "../src/trip.ts";

test("keeps the order of the stops", () => {
  const person = fill(form).set("Name", "Fjords");
  person.set("stops.0", { place: "Oslo", nights: 2 });
  person.add("Stop").set("stops.1", { place: "Bergen", nights: 1 });
  person.moveUp("Stop 2");
  assert.deepEqual(expectValid(form.validate(person.press("Save"))), {
    name: "Fjords",
    stops: [
      { place: "Bergen", nights: 1 },
      { place: "Oslo", nights: 2 },
    ],
  });
});

test("refuses a stop without nights", () => {
  const person = fill(form, { data: { name: "Fjords", stops: [{ place: "Oslo", nights: 2 }] } });
  person.set("Nights", 0);
  expectErrors(form.validate(person.press("Save")), { "stops.0.nights": "Must be 1 or more" });
});
