import type { FrameLocator, Page, Route } from "playwright-core";
import { describe, expect, it } from "vitest";
import { examples } from "../../demo/src/playground/examples.ts";
import { accessibilityFaults, useDemo } from "./demo-server.ts";
import { overflow } from "./gallery/gallery-page.ts";
import { LOOKS, openLook, openPage } from "./pages.ts";

const site = useDemo();

/** The frame with the form of the newest code. */
const shownForm = (page: Page): FrameLocator => page.frameLocator("iframe[data-state=shown]");

async function openPlayground(page: Page, fragment = ""): Promise<void> {
  await page.goto("about:blank");
  await page.goto(`${site.url}/playground${fragment}`);
  await shownForm(page).locator("form").waitFor();
}

/** Replaces the code, as a person does who pastes it. */
async function paste(page: Page, code: string): Promise<void> {
  await page.getByRole("textbox", { name: "Code" }).focus();
  // In place of coloured text, the browser would insert text with an inline style. The policy refuses such styles with a complaint.
  for (const key of ["ControlOrMeta+a", "Delete"]) await page.keyboard.press(key);
  await page.keyboard.insertText(code);
}

const mistake = (page: Page): Promise<string> => page.locator("#mistake").innerText();
const value = (page: Page): Promise<string | null> => page.locator("#value").textContent();

const small = `import { createForm } from "@turnform/form";
import { z } from "zod";
export const form = createForm(z.object({ name: z.string().min(3) }));
`;

/** A field of each example. */
const fields: Readonly<Record<string, string>> = {
  "lists-of-lists.ts": "Email",
  "contact.ts": "Your name",
  "people.ts": "Gives a talk",
  "order.ts": "Product",
  "payment.ts": "IBAN",
  "registration.ts": "VAT number",
  "choices.ts": "Degrees",
  "event.ts": "Opens at",
  "password.ts": "User name",
  "booking.ts": "Arrival",
  "tasks.ts": "Task",
  "workshop.json": "Seats",
};

describe("the playground", () => {
  it("has twelve examples", () => {
    expect(examples).toHaveLength(12);
  });

  it.each(examples)("runs the example $title", async ({ file }) => {
    const { page, complaints } = await openPage();
    await openPlayground(page);
    await page.getByLabel("Example").selectOption(file);
    await shownForm(page)
      .getByLabel(fields[file] ?? "")
      .first()
      .waitFor();
    expect(await mistake(page)).toBe("");
    expect(complaints).toEqual([]);
  });

  it("shows the pairs, the value, the errors and the HTML after each change", async () => {
    const { page, complaints } = await openPage();
    await openPlayground(page);
    await paste(page, small);
    const name = shownForm(page).getByLabel("Name");
    await expect.poll(() => shownForm(page).getByRole("button").allInnerTexts()).toEqual(["Submit"]);
    await name.fill("Ann");
    await expect.poll(() => value(page)).toBe('{\n  "name": "Ann"\n}');
    await name.fill("A");
    await expect.poll(() => value(page)).toContain("not valid");
    await page.getByRole("tab", { name: "Typed value" }).focus();
    await page.keyboard.press("ArrowRight");
    await page.getByRole("cell", { name: "name", exact: true }).waitFor();
    await page.getByRole("tab", { name: "Errors (1)" }).click();
    await page.getByRole("row", { name: /^name .*3/ }).waitFor();
    await page.getByRole("tab", { name: "HTML" }).click();
    await page.getByRole("tabpanel", { name: "HTML" }).getByText("<form").waitFor();
    await name.fill("Eve");
    await page.getByRole("tab", { name: "Errors", exact: true }).waitFor();
    expect(complaints).toEqual([]);
  });

  it("edits lists with and without the script of forms", async () => {
    const { page, complaints } = await openPage();
    await openPlayground(page);
    await shownForm(page).getByRole("button", { name: "Remove Person 1 of Team 1" }).click();
    await expect.poll(() => value(page)).not.toContain("Ann");
    await page.getByLabel("Without JavaScript").check();
    await expect.poll(() => shownForm(page).locator("script[type=module]").count()).toBe(0);
    expect(await value(page)).toContain("Bob");
    await shownForm(page).getByRole("button", { name: "Remove Person 1 of Team 1" }).click();
    await expect.poll(() => value(page)).not.toContain("Bob");
    expect(complaints).toEqual([]);
  });

  it("follows the switches", async () => {
    const { page, complaints } = await openPage();
    await openPlayground(page);
    await page.getByLabel("Example").selectOption("contact.ts");
    await page.getByLabel("Show with errors").check();
    await shownForm(page).locator(".tf-summary").waitFor();
    await page.getByLabel("Language").selectOption("german");
    await shownForm(page).locator("form[lang=de]").waitFor();
    await page.getByLabel("Theme").selectOption("compact");
    await shownForm(page).locator("link[href$='turnform-compact.css']").waitFor({ state: "attached" });
    await page.getByLabel("Theme").selectOption("bootstrap");
    await shownForm(page).locator("input.form-control").first().waitFor();
    await page.getByLabel("Direction").selectOption("rtl");
    await shownForm(page).locator("html[dir=rtl]").waitFor();
    await page.getByLabel("Colours").selectOption("dark");
    await shownForm(page).locator("html[data-bs-theme=dark]").waitFor();
    await page.getByLabel("Width").selectOption("320");
    await expect
      .poll(async () => (await page.locator("iframe[data-state=shown]").boundingBox())?.width)
      .toBe(320);
    expect(complaints).toEqual([]);
  });

  it("follows the language's direction, unless another one is chosen", async () => {
    const { page } = await openPage();
    await openPlayground(page);
    await page.getByLabel("Language").selectOption("arabic");
    await shownForm(page).locator("html[dir=rtl] form[dir=rtl]").waitFor();
    await page.getByLabel("Direction").selectOption("ltr");
    await shownForm(page).locator("html[dir=ltr] form[dir=ltr]").waitFor();
  });

  it("keeps what is typed in the form when a setting changes", async () => {
    const { page, complaints } = await openPage();
    await openPlayground(page);
    await shownForm(page).getByLabel("Name").first().fill("Zed");
    await shownForm(page).getByRole("button", { name: "Remove Person 2 of Team 1" }).click();
    await expect.poll(() => value(page)).toMatch(/"Zed"(?![^]*"Bob")/);
    await page.getByLabel("Theme").selectOption("compact");
    await shownForm(page).locator("link[href$='turnform-compact.css']").waitFor({ state: "attached" });
    await page.getByLabel("Language").selectOption("german");
    await shownForm(page).locator("form[lang=de]").waitFor();
    expect(await shownForm(page).getByLabel("Name").first().inputValue()).toBe("Zed");
    expect(await shownForm(page).getByLabel("Email").count()).toBe(1);
    expect(await shownForm(page).locator(".tf-summary").count()).toBe(0);
    await page.getByLabel("Example").selectOption("contact.ts");
    await page.getByLabel("Example").selectOption("lists-of-lists.ts");
    await expect.poll(() => value(page)).toContain('"Ann"');
    expect(complaints).toEqual([]);
  });

  it("shows the example that was chosen last, also if an earlier one comes later", async () => {
    const { page } = await openPage();
    await openPlayground(page);
    const routes: Route[] = [];
    await page.route("**/examples/contact.ts", (route) => void routes.push(route));
    await page.getByLabel("Example").selectOption("contact.ts");
    await page.getByLabel("Example").selectOption("people.ts");
    await shownForm(page).getByLabel("Gives a talk").first().waitFor();
    await expect.poll(() => routes.length).toBe(1);
    await routes[0]?.continue();
    await (await routes[0]?.request().response())?.finished();
    await page.getByLabel("Theme").selectOption("compact");
    await shownForm(page).locator("link[href$='turnform-compact.css']").waitFor({ state: "attached" });
    expect(await shownForm(page).getByLabel("Gives a talk").count()).toBeGreaterThan(0);
    expect(await page.getByLabel("Example").inputValue()).toBe("people.ts");
  });

  it.each([
    ["a mistake of syntax", `${small}const a = ;\n`, "Line 4: Unexpected token"],
    ["a name declared twice", `${small}const b = 1;\nconst b = 2;\n`, "Line 5: "],
    ["an unknown name", `${small}\nfoo();\n`, "Line 5: foo is not defined"],
    [
      "a mistake of a form",
      small.replace("}));", '}), { widgets: { town: { placeholder: "a" } } });'),
      "Line 3: ",
    ],
    [
      "code for a server",
      `${small}import express from "express";\nexpress();\n`,
      "Line 4: The playground can't run",
    ],
    ["no form", "const a = 1;\n", "The code makes no form"],
    ["a JSON Schema that is no JSON", '{\n  "type": "object",\n  "properties": {,}\n}', "Line 3: "],
  ])("shows %s at its line", async (_, code, text) => {
    const { page, complaints } = await openPage();
    await openPlayground(page);
    await paste(page, code);
    await expect.poll(() => mistake(page)).toContain(text);
    if (text.startsWith("Line")) await page.locator(".cm-lint-marker-error").waitFor();
    await paste(page, small);
    await expect.poll(() => mistake(page)).toBe("");
    expect(await page.locator(".cm-lint-marker-error").count()).toBe(0);
    expect(complaints.filter((text) => text.includes("Content Security Policy"))).toEqual([]);
  });

  it("shows a mistake in the window, and says that the form is out of date", async () => {
    const { page } = await openPage();
    await page.setViewportSize({ width: 1280, height: 800 });
    await openPlayground(page);
    const notes = page.getByText("Out of date: the code has a mistake");
    expect(await notes.first().isVisible()).toBe(false);
    await paste(page, `${small}foo();\n`);
    await notes.first().waitFor();
    await notes.last().waitFor();
    const box = await page.locator("#mistake").boundingBox();
    expect(box && box.y + box.height).toBeLessThanOrEqual(800);
    expect(box?.y).toBeLessThan((await page.locator("#editor").boundingBox())?.y ?? 0);
    await paste(page, small);
    await notes.first().waitFor({ state: "hidden" });
  });

  it("shows a ring around the focused editor", async () => {
    const { page } = await openPage();
    await openPlayground(page);
    const ring = (): Promise<unknown> =>
      page.evaluate(`getComputedStyle(document.querySelector("#editor")).outlineStyle`);
    expect(await ring()).toBe("none");
    await page.getByRole("button", { name: "Copy a link" }).focus();
    await page.keyboard.press("Tab");
    expect(await ring()).toBe("solid");
  });

  it("hides the same as a browser without JavaScript", async () => {
    const { page } = await openPage();
    await openPlayground(page);
    await page.getByLabel("Example").selectOption("people.ts");
    const handle = shownForm(page).locator("[data-tf-handle], .tf-handle").first();
    await handle.waitFor();
    await page.getByLabel("Without JavaScript").check();
    await expect.poll(() => shownForm(page).locator("script[type=module]").count()).toBe(0);
    await handle.waitFor({ state: "hidden" });
  });

  it("stops a loop without end, and runs the next code", async () => {
    const { page } = await openPage();
    await openPlayground(page);
    await paste(page, `${small}for (;;);\n`);
    await expect.poll(() => mistake(page)).toContain("stopped after 5 seconds");
    await paste(page, small.replaceAll("name", "town"));
    await shownForm(page).getByLabel("Town").waitFor();
    expect(await mistake(page)).toBe("");
  });

  it("copies a link that opens the same code", async () => {
    const { page } = await openPage({ permissions: ["clipboard-read", "clipboard-write"] });
    await openPlayground(page);
    await paste(page, small.replaceAll("name", "größe"));
    await shownForm(page).getByLabel("Größe").waitFor();
    await page.getByRole("button", { name: "Copy a link" }).click();
    await page.getByText("The link is copied.").waitFor();
    const { hash } = new URL(String(await page.evaluate("navigator.clipboard.readText()")));
    await openPlayground(page, hash);
    await shownForm(page).getByLabel("Größe").waitFor();
  });

  it("opens the same view from a copied link", async () => {
    const { page } = await openPage({ permissions: ["clipboard-read", "clipboard-write"] });
    await openPlayground(page);
    await page.getByLabel("Example").selectOption("contact.ts");
    // A change of the code takes the note about the copied link away.
    await shownForm(page).getByLabel("Your name").waitFor();
    await page.getByLabel("Theme").selectOption("compact");
    await page.getByLabel("Language").selectOption("german");
    await page.getByLabel("Colours").selectOption("dark");
    await page.getByLabel("Width").selectOption("320");
    await page.getByLabel("Without JavaScript").check();
    await page.getByRole("button", { name: "Copy a link" }).click();
    await page.getByText("The link is copied.").waitFor();
    const { hash } = new URL(String(await page.evaluate("navigator.clipboard.readText()")));
    await openPlayground(page, hash);
    await shownForm(page).locator("html[data-bs-theme=dark] form[lang=de]").waitFor();
    const chosen = ["Example", "Theme", "Colours", "Width"].map((name) => page.getByLabel(name).inputValue());
    expect(await Promise.all(chosen)).toEqual(["contact.ts", "compact", "dark", "320"]);
    expect(await page.getByLabel("Without JavaScript").isChecked()).toBe(true);
    await paste(page, small);
    await expect
      .poll(() => page.getByLabel("Example").locator("option:checked").innerText())
      .toBe("Other code");
  });

  it("keeps the newest code and settings in the address", async () => {
    const { page } = await openPage({ permissions: ["clipboard-read", "clipboard-write"] });
    await openPlayground(page);
    await paste(page, small.replaceAll("name", "town"));
    await shownForm(page).getByLabel("Town").waitFor();
    await expect.poll(() => page.url()).toContain("#code=");
    await page.reload();
    await shownForm(page).getByLabel("Town").waitFor();
    await page.getByRole("button", { name: "Copy a link" }).click();
    await page.getByText("The link is copied.").waitFor();
    await page.getByLabel("Example").selectOption("contact.ts");
    await shownForm(page).getByLabel("Your name").waitFor();
    expect(await page.locator("#shared").innerText()).toBe("");
    await page.reload();
    await shownForm(page).getByLabel("Your name").waitFor();
    await page.getByLabel("Example").selectOption("lists-of-lists.ts");
    await expect.poll(() => page.url()).toBe(`${site.url}/playground`);
  });

  it("keeps typed code from the network and from the site", async () => {
    const { page } = await openPage();
    const response = await page.goto(`${site.url}/playground`);
    expect(response?.headers()["content-security-policy"]).toMatch(/^default-src 'self';/);
    await shownForm(page).locator("form").waitFor();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    const attempt = `fetch("${site.url}/health").then(() => "reached", () => "refused")`;
    const check = `z.string().refine(async () => { throw new Error(self.origin + " " + (await ${attempt})); })`;
    await paste(page, `${small.replace("z.string().min(3)", check)}export const data = { name: "Ann" };\n`);
    await expect.poll(() => mistake(page)).toContain("null refused");
    expect(asked).not.toContain("/health");
    const { headers } = await fetch(`${site.url}/playground/frame`);
    const policy = headers.get("content-security-policy");
    expect(policy).toMatch(/^default-src 'none';/);
    expect(policy).toMatch(/; sandbox allow-scripts$/);
  });

  it.each(LOOKS)("meets WCAG 2.2 AA, %s, %i px wide", async (...look) => {
    const { page, complaints } = await openLook(look);
    await openPlayground(page);
    // The checker asks the frame for its results, which the sandbox refuses with a complaint.
    expect(complaints).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
    const frame = await (await page.locator("iframe").elementHandle())?.contentFrame();
    // Its stylesheets load next to the form.
    const isStyled = `[...document.querySelectorAll("link[rel=stylesheet]")].every(({ sheet }) => sheet !== null)`;
    await expect.poll(() => frame?.evaluate(isStyled)).toBe(true);
    expect(frame && (await accessibilityFaults(frame, ["wcag2a", "wcag2aa", "wcag22aa"]))).toEqual([]);
    expect(await overflow(page)).toBe(0);
  });

  it("opens the code of the gallery's pages", async () => {
    const { page, complaints } = await openPage();
    await page.goto(`${site.url}/gallery/conditions`);
    await page.getByRole("link", { name: "Edit in the playground" }).click();
    await shownForm(page).getByLabel("VAT number").waitFor();
    expect(await value(page)).toContain("CHE-1234");
    expect(complaints).toEqual([]);
    await page.goto(`${site.url}/gallery/autocomplete`);
    expect(await page.getByRole("link", { name: "Edit in the playground" }).count()).toBe(0);
  });

  it("says without JavaScript that it needs it", async () => {
    const { page } = await openPage({ javaScriptEnabled: false });
    await page.goto(`${site.url}/playground`);
    expect(await page.locator("noscript").innerText()).toContain("The playground needs JavaScript");
    expect(await page.locator(".play").isVisible()).toBe(false);
  });
});
