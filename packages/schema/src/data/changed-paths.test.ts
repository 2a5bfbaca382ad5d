import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { schema } from "../schema.ts";
import { Decimal, decimal } from "../types/decimal.ts";
import { changedPaths } from "./changed-paths.ts";
import { getValue, setValue } from "./value.ts";

const Stop = z.object({ place: z.string(), nights: z.int().optional() });
const Trip = z.object({
  name: z.string(),
  leaves: z.date().nullable(),
  price: decimal().optional(),
  days: z.array(z.array(Stop)),
  home: Stop.optional(),
  tags: z.set(z.string()),
  seats: z.map(z.string(), z.int()),
  labels: z.record(z.string(), z.string()),
  spot: z.tuple([z.number(), z.number()]),
  by: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("car"), plate: z.string() }),
    z.object({ kind: z.literal("train"), seat: z.int().nullable() }),
  ]),
});
type Trip = z.output<typeof Trip>;

const text = fc.constantFrom("a", "b", "");
const number = fc.constantFrom(0, 1, 2);
const stop = fc.record({ place: text, nights: fc.option(number, { nil: undefined }) });
const trips: fc.Arbitrary<Trip> = fc.record({
  name: text,
  leaves: fc.option(number.map((time) => new Date(time))),
  price: fc.option(
    fc.constantFrom("1.50", "1.5", "2").map((price) => Decimal(price)),
    { nil: undefined },
  ),
  days: fc.array(fc.array(stop, { maxLength: 2 }), { maxLength: 3 }),
  home: fc.option(stop, { nil: undefined }),
  tags: fc.array(text).map((tags) => new Set(tags)),
  seats: fc.array(fc.tuple(text, number)).map((seats) => new Map(seats)),
  labels: fc.dictionary(fc.constantFrom("a", "b.c", "*"), text),
  spot: fc.tuple(number, number),
  by: fc.oneof(
    fc.record({ kind: fc.constant("car" as const), plate: text }),
    fc.record({ kind: fc.constant("train" as const), seat: fc.option(number) }),
  ),
});

const trip: Trip = {
  name: "Fjords",
  leaves: new Date(0),
  price: Decimal("1.50"),
  days: [[{ place: "Oslo" }, { place: "Bergen", nights: 2 }], []],
  tags: new Set(["sea", "snow"]),
  seats: new Map([["Ann", 1]]),
  labels: { a: "A" },
  spot: [60, 5],
  by: { kind: "car", plate: "ZH 1" },
};
const changes = (after: Partial<Trip>, before: Partial<Trip> = trip): readonly string[] =>
  changedPaths(Trip, before, { ...trip, ...after });

describe("changedPaths", () => {
  it("finds the changes that make the old value the new one, each at one path", () => {
    fc.assert(
      fc.property(trips, trips, (before, after) => {
        const paths = changedPaths(Trip, before, after);
        const changed = paths.reduce<unknown>(
          (value, path) => setValue(Trip, value, path, getValue(Trip, after, path)),
          before,
        );
        expect(changedPaths(Trip, changed, after)).toEqual([]);
        expect({ ...z.looseObject({}).parse(changed), price: 0 }).toEqual({ ...after, price: 0 });
        expect(new Set(paths).size).toBe(paths.length);
        for (const path of paths) expect(paths.filter((other) => other.startsWith(`${path}.`))).toEqual([]);
      }),
    );
  });

  it("finds nothing in an equal value, also after it went through texts", () => {
    fc.assert(
      fc.property(trips, (value) => {
        expect(changedPaths(Trip, value, structuredClone({ ...value, price: undefined }))).toEqual(
          value.price === undefined ? [] : ["price"],
        );
      }),
    );
    const compiled = schema(Trip);
    const again = compiled.deserialize(compiled.serialize(trip));
    expect(again.ok && changedPaths(compiled, trip, again.value)).toEqual([]);
  });

  it("compares fields, and items of lists of the same length by their positions", () => {
    expect(changes({ name: "Alps", spot: [60, 6] })).toEqual(["name", "spot.1"]);
    expect(changes({ days: [[{ place: "Oslo" }, { place: "Voss", nights: 1 }], []] })).toEqual([
      "days.0.1.place",
      "days.0.1.nights",
    ]);
    const [first = []] = trip.days;
    expect(changes({ days: [first.toReversed(), []] })).toEqual([
      "days.0.0.place",
      "days.0.0.nights",
      "days.0.1.place",
      "days.0.1.nights",
    ]);
  });

  it("takes a list of another length as one change", () => {
    expect(changes({ days: [...trip.days, []] })).toEqual(["days"]);
    expect(changes({ days: [trip.days[0] ?? [], [{ place: "" }]] })).toEqual(["days.1"]);
  });

  it("compares dates, decimals, sets and maps by value, in any order", () => {
    const same = {
      leaves: new Date(0),
      price: Decimal("1.5"),
      tags: new Set(["snow", "sea"]),
      seats: new Map([["Ann", 1]]),
    };
    expect(changes(same)).toEqual([]);
    const other = {
      leaves: new Date(1),
      price: Decimal("1.51"),
      tags: new Set(["snow"]),
      seats: new Map([["Ann", 2]]),
    };
    expect(changes(other)).toEqual(["leaves", "price", "tags", "seats"]);
    expect(changes({ seats: new Map([["Eve", 1]]), leaves: null })).toEqual(["leaves", "seats"]);
  });

  it("compares objects in sets and maps in order, and objects of other classes by their JSON", () => {
    const Type = z.object({ set: z.set(Stop), map: z.map(z.date(), Stop), link: z.instanceof(URL) });
    const make = (place: string): z.output<typeof Type> => ({
      set: new Set([{ place }]),
      map: new Map([[new Date(0), { place }]]),
      link: new URL(`https://example.org/${place}`),
    });
    expect(changedPaths(Type, make("a"), make("a"))).toEqual([]);
    expect(changedPaths(Type, make("a"), make("b"))).toEqual(["set", "map", "link"]);
    class Secret {
      readonly #text: string;
      constructor(text: string) {
        this.#text = text;
      }
      get text(): string {
        return this.#text;
      }
    }
    const Whole = z.object({ secret: z.instanceof(Secret) });
    const secret = new Secret("a");
    expect(changedPaths(Whole, { secret }, { secret })).toEqual([]);
    expect(changedPaths(Whole, { secret }, { secret: new Secret("a") })).toEqual(["secret"]);
  });

  it("takes a file as changed, except for the same object or the same upload", () => {
    const Type = z.object({ photo: z.file() });
    const file = (id?: string): { photo: File } => ({
      photo: Object.assign(new File(["a"], "a.png"), id === undefined ? {} : { id }),
    });
    const one = file();
    expect(changedPaths(Type, one, { ...one })).toEqual([]);
    expect(changedPaths(Type, file("1"), file("1"))).toEqual([]);
    expect(changedPaths(Type, file("1"), file("2"))).toEqual(["photo"]);
    expect(changedPaths(Type, file(), file())).toEqual(["photo"]);
  });

  it("takes an absent field as undefined, and null as a value", () => {
    expect(changes({ home: undefined })).toEqual([]);
    expect(changes({ home: { place: "Oslo" } })).toEqual(["home"]);
    expect(changes({}, { ...trip, home: { place: "Oslo" } })).toEqual(["home"]);
    expect(changedPaths(Trip, { ...trip, leaves: undefined }, { ...trip, leaves: null })).toEqual(["leaves"]);
    expect(changes({ by: { kind: "train", seat: 1 } })).toEqual(["by.kind", "by.plate", "by.seat"]);
  });

  it("compares only what the schema knows", () => {
    const row = { ...trip, id: 7, made: new Date(), __proto__: { inherited: 1 } };
    expect(changedPaths(Trip, row, { ...trip, other: 1 })).toEqual([]);
    const labels = JSON.parse('{ "a": "A", "__proto__": "B" }');
    expect(changes({ labels })).toEqual(["labels.__proto__"]);
    expect(changes({ labels: { "a.b": "", a: "A" } })).toEqual(["labels.a\\.b"]);
  });

  it("takes everything as one change if there was nothing, or the shapes differ", () => {
    for (const before of [undefined, null, "", []]) expect(changedPaths(Trip, before, trip)).toEqual([""]);
    expect(changedPaths(z.string(), "a", "b")).toEqual([""]);
    expect(changedPaths(Trip, {}, trip)).toEqual(Object.keys(trip));
  });

  it("stops at 100 keys, compares deeper data as a whole, and limits the paths together", () => {
    const Json: z.ZodType = z.lazy(() => z.record(z.string(), Json));
    const nested = (depth: number, end: unknown, name = "a"): unknown =>
      Array.from({ length: depth }).reduce<unknown>((inner) => ({ [name]: inner }), end);
    const path = Array.from({ length: 100 }, () => "a").join(".");
    expect(changedPaths(Json, nested(100_000, { b: {} }), nested(100_000, {}))).toEqual([path]);
    expect(changedPaths(Json, nested(100_000, {}), nested(100_000, {}))).toEqual([]);
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [index, {}]));
    const name = "a".repeat(200);
    expect(changedPaths(Json, nested(99, {}, name), nested(99, many, name))).toEqual([""]);
  });

  it("ends for values that contain themselves", () => {
    const Node = z.object({
      key: z.string(),
      get kids() {
        return z.array(Node);
      },
    });
    const [one, other]: { key: string; kids: unknown[] }[] = [1, 2].map(() => ({ key: "a", kids: [] }));
    one?.kids.push(one);
    other?.kids.push({ key: "a", kids: [other] });
    expect(changedPaths(schema(Node), one, other)).toEqual([]);
  });
});
