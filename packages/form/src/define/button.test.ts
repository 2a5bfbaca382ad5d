import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "./form.ts";
import { pageOf } from "../testing/page.ts";

const Named = z.object({ reset: z.string().optional() });

describe("buttons", () => {
  it("send, reset or link; Enter presses the first that sends", () => {
    const form = createForm(Named, {
      buttons: [
        { name: "back", type: "link", href: "/back?a=1&b=2", icon: "arrow" },
        { name: "off", disabled: true },
        { name: "save", title: "Save!", value: "1", cssClass: "big", attributes: { "data-x": true } },
        { name: "reset", type: "reset" },
      ],
    });
    const page = pageOf(String(form.render()));
    const shown = [...page.querySelectorAll(".tf-buttons > *")].map((button) => [
      button.localName,
      button.getAttribute("href") ?? button.getAttribute("type"),
      button.textContent,
    ]);
    expect(shown).toEqual([
      ["a", "/back?a=1&b=2", "Back"],
      ["button", "submit", "Off"],
      ["button", "submit", "Save!"],
      ["button", "reset", "Reset"],
    ]);
    expect(page.querySelector(".tf-enter")?.getAttribute("name")).toBe("save");
    expect(page.querySelector(".big.tf-button-primary")?.hasAttribute("data-x")).toBe(true);
    expect(page.querySelector("a .tf-icon.arrow")).not.toBeNull();
    expect(page.querySelector(".tf-enter")?.hasAttribute("data-x")).toBe(true);
    const pressed = form.validate([
      ["reset", "text"],
      ["save", "1"],
    ]);
    expect(pressed).toMatchObject({ kind: "valid", value: { reset: "text" }, button: "save" });
  });

  it("are ignored while disabled, and may link to any address", () => {
    const form = createForm(Named, {
      buttons: ["save", { name: "delete", disabled: true }, { name: "here", type: "link", href: "" }],
    });
    expect(form.validate([["delete", "delete"]])).not.toHaveProperty("button");
    expect(pageOf(String(form.render())).querySelector("a")?.textContent).toBe("Here");
    expect(() => createForm(Named, { buttons: [{ name: "a", attributes: { "x y": 1 } }] })).toThrow(
      'attribute "x y"',
    );
    expect(() => createForm(Named, { buttons: [{ name: "a", attributes: { type: "button" } }] })).toThrow(
      '"type"',
    );
  });

  it("need different names, and links need an address", () => {
    expect(() => createForm(Named, { buttons: ["a", "a"] })).toThrow('the name "a"');
    expect(() => createForm(Named, { buttons: ["reset"] })).toThrow("control of the form's own");
    expect(() => createForm(Named, { buttons: [{ name: "a", type: "link" }] })).toThrow("needs an href");
  });
});
