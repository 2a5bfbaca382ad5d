import { describe, expect, it } from "vitest";
import { heavySeeds } from "../../scripts/heavy-seeds.ts";
import { compareForm, emptyPage, openForms } from "./conditional-forms.ts";
import { openPage } from "./pages.ts";

const address = emptyPage();

describe("many random forms with conditions", () => {
  it("show and require the same by the script, without it and in the value, and save no hidden text", async () => {
    const { page, complaints } = await openPage();
    await openForms(page, address());
    const met = { valid: 0, invalid: 0, hidden: 0 };
    for (const seed of heavySeeds(10)) await compareForm(page, seed, met);
    expect(complaints).toEqual([]);
  });
});
