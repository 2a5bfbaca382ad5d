/** Checks limits on the work of a form: bytes of HTML, and calls for each item of a list. */
import { createForm, textInput } from "@turnform/form";
import { destructure } from "@turnform/schema";
import { z } from "zod";

const calls = { view: 0, deserialize: 0, check: 0 };
const input = textInput();
const counted = {
  ...input,
  view(place: Parameters<typeof input.view>[0]) {
    calls.view++;
    return input.view(place);
  },
  deserialize(...args: Parameters<typeof input.deserialize>) {
    calls.deserialize++;
    return input.deserialize(...args);
  },
};
const Name = z.string().refine((name) => {
  calls.check++;
  return name !== "wrong";
});
const Person = z.object({ name: Name.meta({ title: "Name", widget: counted }), title: z.string() });

function peopleForm(orderable: boolean) {
  const people = z.array(Person.meta({ title: "Person" })).meta({ orderable });
  return createForm(z.object({ people }), { formId: "f" });
}

const bytesOf = (page: unknown): number => Buffer.byteLength(String(page));
const people = (count: number, name: string) => ({
  people: Array.from({ length: count }, () => ({ name, title: "Dr" })),
});

/** Returns the bytes that each item adds to a page. */
function bytesOfItem(orderable: boolean): number {
  const [small, large] = [100, 200].map((count) =>
    bytesOf(peopleForm(orderable).render(people(count, "Ada"))),
  );
  return Math.ceil(((large ?? 0) - (small ?? 0)) / 100);
}

/** Returns the most bytes that a list inside another adds to a page, with its blank item. */
function bytesOfLevel(orderable: boolean): number {
  const pages = [1, 2, 3, 4, 5, 6].map((depth) => {
    let level: z.ZodType = Person;
    for (let inner = 0; inner < depth; inner++) level = z.array(level).meta({ title: "Group", orderable });
    return bytesOf(createForm(z.object({ level }), { formId: "f" }).render());
  });
  return Math.max(...pages.slice(1).map((bytes, i) => bytes - (pages[i] ?? 0)));
}

const groupsForm = createForm(z.object({ groups: z.array(z.array(Person)) }));

/** Returns the calls for each item when items are posted, validated and rendered, in lists of ten. */
function callsOfItem(count: number, name: string): typeof calls {
  Object.assign(calls, { view: 0, deserialize: 0, check: 0 });
  const { people: group } = people(10, name);
  const groups = Array.from({ length: count / 10 }, () => group);
  const result = groupsForm.validate(destructure({ groups }));
  if (result.kind !== "malformed") String(result.form);
  const perItem = (number: number): number => Math.floor(number / count);
  return { view: perItem(calls.view), deserialize: perItem(calls.deserialize), check: perItem(calls.check) };
}

/** The counts, each with its limit. */
const counts: readonly (readonly [what: string, count: number, limit: number])[] = [
  ["bytes of HTML for an item of two texts", bytesOfItem(false), 1_300],
  ["the same, with the buttons that move it", bytesOfItem(true), 2_500],
  ["bytes of HTML for a list inside another", bytesOfLevel(false), 1_600],
  ["the same, with the buttons that move its items", bytesOfLevel(true), 3_300],
  ...["right", "wrong"].flatMap((name) =>
    [100, 1_000].flatMap((count) =>
      Object.entries(callsOfItem(count, name)).map(
        ([call, number]) => [`${call} calls for each of ${count} ${name} items`, number, 1] as const,
      ),
    ),
  ),
];
for (const [what, count, limit] of counts) {
  console.log(`${what}: ${count} of ${limit}${count > limit ? ", too many" : ""}`);
  if (count > limit) process.exitCode = 1;
}
