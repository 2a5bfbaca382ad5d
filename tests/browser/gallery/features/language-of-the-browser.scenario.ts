import { french, german } from "@turnform/form";
import { expect } from "vitest";
import { press, send } from "../../next-page.ts";
import type { FeatureScenario } from "./feature-scenario.ts";
import { summary, uncheck } from "./feature-page.ts";

export const scenario: FeatureScenario = {
  page: "language-of-the-browser",
  async run(page) {
    const form = page.locator("form");
    const askFor = async (languages: string): Promise<void> => {
      await page.setExtraHTTPHeaders({ "Accept-Language": languages });
      const response = await page.reload();
      expect(response?.headers()["vary"]).toContain("Accept-Language");
    };
    await askFor("it, en;q=0.8");
    expect(await form.getAttribute("lang")).toBe("en");
    await press(page, "Submit");

    await askFor("fr-CA, de;q=0.5");
    expect(await form.getAttribute("lang")).toBe("fr");
    await page.getByLabel("Votre nom").fill("Anne");
    await uncheck(page);
    await press(page, french.texts.submit);
    expect(await summary(page)).toEqual([`Étoiles: ${french.messages.required}`]);

    // A reload posts the same values, and gets an answer in the other language.
    await askFor("de-AT");
    expect(await form.getAttribute("lang")).toBe("de");
    expect(await page.locator(".tf-summary").innerText()).toContain("Da fehlt noch was");
    expect(await summary(page)).toEqual(["Sterne: Brauchen wir noch von dir"]);
    expect(await page.getByLabel("Dein Name").inputValue()).toBe("Anne");
    expect(await page.locator("form").getByRole("button").last().innerText()).toBe(german.texts.submit);
    await page.getByRole("radio", { name: "5" }).check();
    expect((await send(page))?.status()).toBe(200);
    await page.getByText("Danke dir!", { exact: true }).waitFor();
  },
};
