import { beforeEach, describe, expect, it } from "vitest";
import { clientPage } from "./client-page.ts";

const client = clientPage();
const { at, live, open } = client;

beforeEach(() => open("/steps"));

describe("an item's title", () => {
  it("shows the values of its fields during typing", async () => {
    expect(await at("p-steps-0:label").innerText()).toBe("Step 1");
    await at("p-steps-0-angle").fill("30");
    expect(await at("p-steps-0:label").innerText()).toBe("Step 1: 30°, Red light");
    await at("p-steps-0-colour").selectOption("g");
    expect(await at("p-steps-0:label").innerText()).toBe("Step 1: 30°, Green light");
  });

  it("shows the chosen radio button, and read-only values", async () => {
    await open("/ways");
    expect(await at("p-ways-0:label").innerText()).toBe("Way 1");
    await at("p-ways-0-way-1").check();
    expect(await at("p-ways-0:label").innerText()).toBe("A1 B2: Right turn");
    await at("p-ways-0:duplicate").click();
    await at("p-ways-1-way-0").check();
    expect(await at("p-ways-0:label").innerText()).toBe("A1 B2: Right turn");
    expect(await at("p-ways-1:label").innerText()).toBe("A1 B2: Left turn");
    await at("reset").click();
    await expect.poll(() => at("p-ways-1:label").innerText()).toBe("Way 2");
  });

  it("is the plain title while a field is empty", async () => {
    await at("p-steps-0-angle").fill("30");
    await at("p-steps-0-colour").selectOption("");
    expect(await at("p-steps-0:label").innerText()).toBe("Step 1");
    await at("p-steps-0-colour").selectOption("r");
    await at("p-steps-0-angle").fill("");
    expect(await at("p-steps-0:label").innerText()).toBe("Step 1");
  });

  it("names the item in announcements, and is copied with it", async () => {
    await at("p-steps-0-angle").fill("30");
    await at("p-steps-0:duplicate").click();
    expect(await live()).toBe("Step 1: 30°, Red light duplicated");
    await at("p-steps-1-angle").fill("60");
    expect(await at("p-steps-0:label").innerText()).toBe("Step 1: 30°, Red light");
    expect(await at("p-steps-1:label").innerText()).toBe("Step 2: 60°, Red light");
    await at("p-steps-0:remove").click();
    expect(await live()).toBe("Step 1: 30°, Red light removed");
    expect(await at("p-steps-1:label").innerText()).toBe("Step 1: 60°, Red light");
  });

  it("follows a reset", async () => {
    await at("p-steps-0-angle").fill("30");
    await at("reset").click();
    await expect.poll(() => at("p-steps-0:label").innerText()).toBe("Step 1");
  });

  it("shows values that the browser has restored", async () => {
    await at("p-steps-0-angle").fill("30");
    await client.page.goto(new URL("/elsewhere", client.page.url()).href);
    await client.page.goBack();
    expect(await at("p-steps-0-angle").inputValue()).toBe("30");
    expect(await at("p-steps-0:label").innerText()).toBe("Step 1: 30°, Red light");
  });
});
