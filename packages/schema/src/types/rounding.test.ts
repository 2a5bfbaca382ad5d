import { Big } from "bigdecimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { round, type Rounding } from "./rounding.ts";

/** The direction depends on the last kept digit and on the distance beyond it. */
const grows: Readonly<Record<Rounding, (kept: bigint, beyond: number, isNegative: boolean) => boolean>> = {
  UP: (_, beyond) => beyond > 0,
  DOWN: () => false,
  CEILING: (_, beyond, isNegative) => beyond > 0 && !isNegative,
  FLOOR: (_, beyond, isNegative) => beyond > 0 && isNegative,
  HALF_UP: (_, beyond) => beyond >= 500,
  HALF_DOWN: (_, beyond) => beyond > 500,
  HALF_EVEN: (kept, beyond) => beyond > 500 || (beyond === 500 && kept % 2n === 1n),
  "05UP": (kept, beyond) => beyond > 0 && kept % 5n === 0n,
};

describe("round", () => {
  for (const rounding of Object.keys(grows)) {
    it(`rounds ${rounding} as the specification says`, () => {
      const kept = fc.bigInt({ min: 0n, max: 10n ** 20n });
      const beyond = fc.oneof(fc.constantFrom(0, 499, 500, 501), fc.nat(999));
      fc.assert(
        fc.property(
          kept,
          beyond,
          fc.boolean(),
          fc.integer({ min: -5, max: 5 }),
          (digits, rest, isNegative, scale) => {
            const mode = rounding as Rounding;
            const sign = isNegative ? -1n : 1n;
            const value = Big(sign * (digits * 1000n + BigInt(rest)), scale + 3);
            const expected = sign * (digits + (grows[mode](digits, rest, isNegative) ? 1n : 0n));
            const rounded = round(value, scale, mode);
            expect([rounded.unscaledValue(), rounded.scale()]).toEqual([expected, scale]);
          },
        ),
      );
    });
  }

  it("adds missing zeros", () => {
    expect(String(round(Big("3"), 2, "05UP"))).toBe("3.00");
  });
});
