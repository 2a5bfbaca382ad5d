import { createForm, fileInput } from "@turnform/form";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { click, send } from "./next-page.ts";
import { openPage } from "./pages.ts";
import { serveForm } from "./serve-form.ts";

const Album = z.object({
  title: z.string().min(3),
  cover: z.file().max(1000),
  photos: z.array(z.file()).meta({ widget: fileInput({ multiple: true }) }),
  rows: z.array(z.object({ note: z.string(), file: z.file().optional() })).meta({ orderable: true }),
});
const form = createForm(Album, { formId: "album", noValidate: true });
let saved: z.output<typeof Album>[] = [];

const address = serveForm(form, (album) => saved.push(album), {});

const fileOf = (name: string, text: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
const contents = (files: readonly File[]) => Promise.all(files.map((file) => file.text()));

describe.each([true, false])("uploads with JavaScript %s", (javaScriptEnabled) => {
  const open = async (): Promise<Page> => {
    saved = [];
    const { page } = await openPage({ javaScriptEnabled });
    await page.goto(address());
    return page;
  };

  it("keeps chosen files after an error elsewhere, and saves them", async () => {
    const page = await open();
    await page.setInputFiles("#album-cover", fileOf("žába.txt", "cover"));
    await page.setInputFiles("#album-photos", [fileOf("1.txt", "one"), fileOf("2.txt", "two")]);
    await page.fill("#album-title", "x");
    await send(page);
    expect(await page.locator(".tf-kept").allInnerTexts()).toEqual([
      "Keep žába.txt (5 bytes)",
      "Keep 1.txt (3 bytes)",
      "Keep 2.txt (3 bytes)",
    ]);
    await page.uncheck("#album-photos-0");
    await page.setInputFiles("#album-photos", fileOf("3.txt", "three"));
    await page.fill("#album-title", "Frogs");
    await send(page);
    expect(saved).toHaveLength(1);
    const [album] = saved;
    expect(album?.cover.name).toBe("žába.txt");
    expect(await album?.cover.text()).toBe("cover");
    expect(await contents(album?.photos ?? [])).toEqual(["two", "three"]);
  });

  it("asks again for a file that is no longer kept", async () => {
    const page = await open();
    await page.setInputFiles("#album-cover", fileOf("a.txt", "cover"));
    await send(page);
    await page.uncheck("#album-cover-0");
    await page.fill("#album-title", "Frogs");
    await send(page);
    expect(await page.locator("[id='album-cover:error']").innerText()).toContain("Required");
    expect(await page.locator(".tf-kept").count()).toBe(0);
    expect(saved).toEqual([]);
  });

  it("gives another browser nothing for the id", async () => {
    const page = await open();
    await page.setInputFiles("#album-cover", fileOf("a.txt", "cover"));
    await send(page);
    const id = await page.inputValue("#album-cover-0");
    const body = new FormData();
    const marker = "cover:sequence";
    for (const [name, value] of [
      ["title", "Frogs"],
      ["__start__", marker],
      ["__upload__", id],
      ["__end__", marker],
    ])
      body.append(name ?? "", value ?? "");
    const stranger = await fetch(address(), { method: "POST", body });
    expect(stranger.status).toBe(422);
    const answer = await stranger.text();
    expect(answer).not.toContain(id);
    expect(answer).not.toContain("a.txt");
    expect(saved).toEqual([]);
  });

  it("keeps uploads while rows are added, moved and removed", async () => {
    const page = await open();
    await page.setInputFiles("#album-cover", fileOf("a.txt", "cover"));
    await page.fill("#album-title", "Frogs");
    const add = page.locator("[id='album-rows:add']");
    for (const [index, text] of ["one", "two", "three"].entries()) {
      await click(add);
      await page.fill(`#album-rows-${index}-note`, text);
      await page.setInputFiles(`#album-rows-${index}-file`, fileOf(`${text}.txt`, text));
    }
    await click(page.locator("[id='album-rows-2:up']"));
    await click(page.locator("[id='album-rows-0:remove']"));
    await send(page);
    expect(saved).toHaveLength(1);
    const rows = saved[0]?.rows ?? [];
    expect(rows.map(({ note }) => note)).toEqual(["three", "two"]);
    expect(await contents(rows.flatMap(({ file }) => file ?? []))).toEqual(["three", "two"]);
  });
});
