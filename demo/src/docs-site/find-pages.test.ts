import { describe, expect, it } from "vitest";
import { readDocs } from "./docs.ts";
import { searchEntries } from "./search-entries.ts";
import { createSearch } from "./search.ts";

const docs = readDocs(new URL("../../../", import.meta.url));
const search = createSearch(searchEntries(docs));

/** Returns the file with the first section that a query finds. */
async function firstFile(query: string): Promise<string | undefined> {
  const [first] = await search(query);
  const address = first?.address.replace(/#.*/, "");
  return docs.pages.find((page) => page.address === address)?.file;
}

describe("the search of this documentation", () => {
  it.each([
    ["accessibility", "docs/concepts/accessibility.md"],
    ["comparison", "docs/comparison.md"],
    ["conditional fields", "docs/concepts/conditional-fields.md"],
    ["CSRF", "docs/recipes/deploying.md"],
    ["deploy", "docs/recipes/deploying.md"],
    ["docker", "docs/recipes/deploying.md"],
    ["Django", "docs/porting-from-deform-in-django.md"],
    ["errors", "docs/concepts/errors.md"],
    ["flash", "docs/recipes/prefill-and-flash.md"],
    ["install", "docs/guide/01-install.md"],
    ["lists of lists", "docs/guide/03-sequences.md"],
    ["live checks", "docs/concepts/live-checks.md"],
    ["migrate", "docs/porting-from-urlencoded.md"],
    ["multi-step", "docs/recipes/wizard.md"],
    ["prefill", "docs/recipes/prefill-and-flash.md"],
    ["proxy", "docs/recipes/deploying.md"],
    ["qs", "docs/porting-from-urlencoded.md"],
    ["React Hook Form", "docs/porting-from-form-libraries.md"],
    ["S3", "docs/recipes/uploads-to-s3.md"],
    ["Tailwind", "docs/recipes/styling.md"],
    ["testing", "docs/recipes/testing.md"],
    ["uploads", "docs/concepts/uploads.md"],
    ["widgets", "docs/concepts/widgets.md"],
    ["wizard", "docs/recipes/wizard.md"],
  ])("finds %j first in %s", async (query, file) => {
    expect(await firstFile(query)).toBe(file);
  });
});
