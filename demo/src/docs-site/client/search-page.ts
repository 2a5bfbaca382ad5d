/** Shows the results of the address's query on the search page of the exported site. It loads the sections and searches them here. */
import { render } from "../../../views/partials/docs-found.hbs";
import { createSearch, type Found, MAX_QUERY, type SearchEntry } from "../search.ts";

const query = new URLSearchParams(location.search).get("q")?.slice(0, MAX_QUERY).trim() ?? "";
for (const input of document.querySelectorAll<HTMLInputElement>("[name=q]")) input.value = query;

const results = document.querySelector("#Results");
if (results) {
  results.innerHTML = `<p class="lead">Searching…</p>`;
  results.innerHTML = render({ query, found: await find(query) });
}

/** Returns the sections with the words of the query. The sections of all pages are loaded first. */
async function find(query: string): Promise<readonly Found[]> {
  if (query === "") return [];
  const response = await fetch(new URL("docs-search.json", import.meta.url));
  const entries: readonly SearchEntry[] = await response.json();
  return createSearch(entries)(query);
}
