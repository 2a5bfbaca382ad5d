import { describe, expect, it } from "vitest";
import { compareForm, emptyPage, openForms } from "./conditional-forms.ts";
import { openPage } from "./pages.ts";

const address = emptyPage();

describe("random forms with conditions", () => {
  it("show and require the same by the script, without it and in the value, and save no hidden text", async () => {
    const { page, complaints } = await openPage();
    await openForms(page, address());
    const met = { valid: 0, invalid: 0, hidden: 0 };
    const first = Number(process.env["SEED"] ?? 1) * 1000;
    for (let seed = first; seed < first + 20; seed++) await compareForm(page, seed, met);
    // Enough of each.
    for (const count of Object.values(met)) expect(count).toBeGreaterThan(2);
    expect(complaints).toEqual([]);
  });
});
