/** Random forms with conditions, filled in at random by a person in a browser, and compared with the server. */
import {
  checkbox,
  checkedInput,
  createForm,
  dateInput,
  dateParts,
  english,
  german,
  radioChoice,
  select,
  switchInput,
  textArea,
  textInput,
} from "@turnform/form";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { objectType, Shapes } from "../../packages/schema/src/testing/conditional-shapes.ts";
import { Random } from "../../packages/schema/src/testing/random.ts";
import { listening } from "../server/listen.ts";
import { bundleScript } from "./client-fixture.ts";

const SCRIPTS = ["turnform", "widgets/union", "widgets/optional", "widgets/undo", "widgets/conditions"];

/** Serves a page with all scripts, and without a form, while the tests of a file run. */
export function emptyPage(): () => string {
  const scripts = new Map(SCRIPTS.map((name) => [`/${name}.js`, bundleScript(`${name}.ts`)]));
  return listening(async (request, response) => {
    const script = await scripts.get(request.url ?? "");
    response.setHeader("Content-Type", script === undefined ? "text/html" : "text/javascript");
    const tags = SCRIPTS.map((name) => `<script type="module" src="/${name}.js"></script>`).join("");
    response.end(script ?? `<!doctype html><link rel="icon" href="data:,">${tags}<main></main>`);
  });
}

/** The controls that a person sees, with what the browser requires, and the texts typed into hidden ones. */
interface Seen {
  readonly controls: readonly string[];
  readonly hiddenTexts: readonly string[];
  readonly shownTexts: readonly string[];
  readonly entries: readonly (readonly [string, string])[];
}

/** Functions of the page: `fill` acts like a person, `seen` tells what she sees. */
const PAGE = `
  window.seen = (form) => {
    const controls = [...form.querySelectorAll("input:not([type=hidden]),select,textarea")];
    const isHidden = (control) => control.closest("[hidden],[data-tf-out]") !== null;
    const isTyped = (control) => control.value.startsWith("typed");
    const isOut = (control) => {
      const isBox = control.matches(".tf-include > input");
      for (let at = isBox ? control.closest("fieldset,tr").parentElement : control.parentElement; at; at = at.parentElement)
        if (at.querySelector(":scope > .tf-include > input:not(:checked)")) return true;
      return false;
    };
    const nameOf = (control) => (control.type === "radio" ? "radio " + control.value : control.name);
    return {
      controls: controls.filter((each) => !isHidden(each) && !isOut(each)).map((each) =>
        nameOf(each) + (each.required || each.ariaRequired ? " required" : "") + (each.readOnly ? " readonly" : "")),
      hiddenTexts: controls.filter((each) => isHidden(each) && isTyped(each)).map(({ value }) => value),
      shownTexts: controls.filter((each) => !isHidden(each) && isTyped(each) && !isOut(each)).map(({ value }) => value),
      entries: [...new FormData(form)],
    };
  };
  window.seenIn = (html) => seen(new DOMParser().parseFromString(html, "text/html").querySelector("form"));
  window.fill = async (html, seed, steps, decimal) => {
    document.querySelector("main").innerHTML = html;
    const form = document.querySelector("form");
    form.addEventListener("submit", (event) => event.preventDefault());
    dispatchEvent(new Event("pageshow"));
    let state = seed;
    const below = (limit) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * limit);
    };
    const pick = (...all) => all[below(all.length)];
    let typed = 0;
    const text = (control) => {
      switch (control.name) {
        case "n": case "m": return pick("0", "1", "2", "1.0".replace(".", decimal), "", "wrong");
        case "r": return pick("0", "1" + decimal + "5", "1000" + decimal + "5", (1000.5).toLocaleString(document.querySelector("form").lang || "en"), "", "wrong");
        case "date": case "d": return pick("2024-02-29", "2025-01-01", "");
        case "year": return pick("2024", "25", "");
        case "month": return pick("2", "01", "");
        case "day": return pick("29", "1", "");
        case "key": return "key" + ++typed;
        default: return pick("x", "xy", "y", "", "typed" + ++typed);
      }
    };
    const change = (control) => {
      for (const type of ["input", "change"]) control.dispatchEvent(new Event(type, { bubbles: true }));
    };
    for (let step = 0; step < steps; step++) {
      const all = form.querySelectorAll("input:not([type=hidden]),select,textarea,button[name=__edit__]:not([data-tf-update],.tf-choose)");
      const usable = [...all].filter((each) => each.checkVisibility() && !each.disabled);
      const control = usable[below(usable.length)];
      if (!control) break;
      if (control.localName === "button" || ["checkbox", "radio"].includes(control.type)) control.click();
      else if (control.localName === "select") {
        control.selectedIndex = below(control.options.length);
        change(control);
      } else {
        control.value = text(control);
        // A person who types a text twice mostly succeeds.
        const again = document.getElementById(control.id + "-confirm");
        if (again && below(4) > 0) again.value = control.value;
        change(control);
      }
      if (below(3) === 0) await new Promise((resolve) => setTimeout(resolve));
    }
    // Half of the time, the person then fills in the rest.
    for (let pass = 0; steps > 0 && pass < 4 && seed % 2 === 0; pass++) {
      await new Promise((resolve) => setTimeout(resolve));
      for (const control of form.querySelectorAll("input:not([type=hidden],[type=checkbox]),select,textarea")) {
        if (!control.checkVisibility() || !["", "wrong", control.type === "radio" && control.value].includes(control.value)) continue;
        const again = document.getElementById(control.id + "-confirm");
        if (control.type === "radio") [...form.querySelectorAll("[type=radio]")].some((each) => each.name === control.name && each.checked) || control.click();
        else if (control.localName === "select") control.selectedIndex = control.options.length - 1;
        else do control.value = text(control); while (["", "wrong"].includes(control.value));
        if (again) again.value = control.value;
        change(control);
      }
    }
    await new Promise((resolve) => setTimeout(resolve));
    return seen(form);
  };
`;

/** Opens the page, and adds its functions. */
export async function openForms(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.evaluate(PAGE);
}

/** Numbers of what a run has met. */
export interface Met {
  valid: number;
  invalid: number;
  hidden: number;
}

/**
 * Makes a random form, fills it in at random in the browser, and compares three ways: the page after the script, the page after one
 * round trip without the script, and the value of the server.
 */
export async function compareForm(page: Page, seed: number, met: Met): Promise<void> {
  const random = new Random(seed);
  const shapes = new Shapes(random);
  const shape = shapes.object(Number(random.once(4)) + 1);
  shapes.addRules(shape, []);
  const isGerman = random.once(2);
  const form = createForm(objectType(shape), {
    formId: "f",
    language: isGerman ? german : english,
    kinds: {
      day: random.pick(dateInput(), dateParts(), textInput()),
      enum: random.pick(select(), radioChoice()),
      boolean: random.pick(checkbox(), switchInput(), select()),
      string: random.pick(textInput(), textArea(), checkedInput()),
    },
  });
  const fill = (html: string, steps: number): Promise<Seen> =>
    page.evaluate(
      `fill(${JSON.stringify(html)}, ${random.below(2 ** 32)}, ${steps}, "${isGerman ? "," : "."}")`,
    );
  const seenIn = (html: string): Promise<Seen> => page.evaluate(`seenIn(${JSON.stringify(html)})`);

  let html = String(form.render());
  for (let round = 0; round < 2; round++) {
    const byScript = await fill(html, 25);
    const refreshed = form.validate([...byScript.entries, ["__edit__", "refresh"]]);
    if (refreshed.kind !== "edited") throw new Error(`A refresh is ${refreshed.kind}`);
    html = String(refreshed.form);
    const byServer = await seenIn(html);
    expect(byScript.controls, `form ${seed}, round ${round}`).toEqual(byServer.controls);
    // The script reads the same values from the server's page.
    expect((await fill(html, 0)).controls, `form ${seed}, round ${round}, again`).toEqual(byServer.controls);
    const result = form.validate(byScript.entries);
    if (result.kind === "valid") {
      met.valid++;
      const saved = JSON.stringify(result.value);
      for (const text of byScript.hiddenTexts) expect(saved, `form ${seed}`).not.toContain(`"${text}"`);
      for (const text of byScript.shownTexts) expect(saved, `form ${seed}`).toContain(`"${text}"`);
    } else if (result.kind === "invalid") {
      met.invalid++;
      expect((await seenIn(String(result.form))).controls).toEqual(byServer.controls);
    }
    met.hidden += byScript.hiddenTexts.length;
  }
}
