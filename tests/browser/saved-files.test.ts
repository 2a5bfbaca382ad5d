/** Keeps, replaces and removes the files of a saved record, in a list, with and without the script. */
import { StoredFile } from "@turnform/express-adapter";
import { compareFiles, createForm, SavedFile } from "@turnform/form";
import { expect, it } from "vitest";
import { z } from "zod";
import { press, send } from "./next-page.ts";
import { openPage } from "./pages.ts";
import { serveForm } from "./serve-form.ts";

const Record = z.object({
  parts: z.array(z.object({ title: z.string(), scan: z.file().optional() })).meta({ orderable: true }),
});
const form = createForm(Record, { formId: "f", buttons: ["save"] });
const scans = ["a", "b", "c"].map(
  (id) => new SavedFile({ id, name: `${id}.txt`, size: 3, address: `/files/${id}` }),
);
const record = { parts: scans.map((scan) => ({ title: `Part ${scan.id}`, scan })) };
let saved: z.output<typeof Record> | undefined;

const address = serveForm(form, (value) => void (saved = value), {
  load: () => record,
  redirect: "/saved",
  routes: (app) => app.get("/files/:id", (req, res) => res.type("text").send(`file ${req.params.id}`)),
});

it.each([true, false])("edits saved files of a list with JavaScript %s", async (javaScriptEnabled) => {
  const { page, complaints } = await openPage({ javaScriptEnabled });
  await page.goto(address());
  expect(await page.getByRole("checkbox", { name: "Keep a.txt (3 bytes)" }).isChecked()).toBe(true);
  const link = page.getByRole("link", { name: "Show b.txt (3 bytes)" });
  expect(await (await page.request.get(`${address()}${await link.getAttribute("href")}`)).text()).toBe(
    "file b",
  );

  // The first file is removed, the second replaced, and the third kept in an item that moves up.
  await page.getByRole("checkbox", { name: "Keep a.txt" }).uncheck();
  const chosen = { name: "new.txt", mimeType: "text/plain", buffer: Buffer.from("new") };
  await page.locator("#f-parts-1-scan").setInputFiles(chosen);
  await press(page.locator("[id='f-parts-2:item']"), "Move up Item 3");
  await send(page);
  const files = saved?.parts.map(({ scan }) => scan);
  expect(saved?.parts.map(({ title }) => title)).toEqual(["Part a", "Part c", "Part b"]);
  expect(files?.map((file) => file?.name)).toEqual([undefined, "c.txt", "new.txt"]);
  expect(files?.[1]).toBeInstanceOf(SavedFile);
  expect(files?.[2]).toBeInstanceOf(StoredFile);
  const { kept, added, removed } = compareFiles(record, saved);
  expect([kept, added, removed].map((list) => list.map(({ name }) => name))).toEqual([
    ["c.txt"],
    ["new.txt"],
    ["a.txt", "b.txt"],
  ]);
  expect(complaints).toEqual([]);
});
