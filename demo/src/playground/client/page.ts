/** The playground's page: an editor, the frame with the form, and tabs with what a server would see. */
import { compile } from "./compile.ts";
import { openEditor } from "./editor.ts";
import { element, setting } from "./elements.ts";
import { FormFrame } from "./form-frame.ts";
import { showMistake, showResult } from "./outcome.ts";
import { applySettings, changedSettings } from "./settings.ts";
import { fragmentOf, viewIn } from "./share.ts";
import { makeTabs } from "./tabs.ts";

/** Milliseconds from the last change of the code to its next run. */
const SETTLE_MS = 400;

let timer: ReturnType<typeof setTimeout> | undefined;
/** True if the code can't be read. The form of the code before stays in use. */
let isBroken = false;
const example = element("example", HTMLSelectElement);
const editor = openEditor(element("editor", HTMLElement), "Code", () => {
  // The code is no example any more. The menu says so.
  example.value = "";
  clearTimeout(timer);
  timer = setTimeout(changed, SETTLE_MS);
});
const frame = new FormFrame(element("form", HTMLElement), {
  onResult(result, isNewest) {
    if (isNewest && !isBroken) {
      editor.mark(undefined);
      showMistake(undefined);
    }
    showResult(result);
  },
  onMistake(mistake) {
    editor.mark(mistake);
    showMistake(mistake);
  },
});

/** Runs the code with the chosen settings. */
function run(): void {
  clearTimeout(timer);
  const compiled = compile(editor.code());
  isBroken = compiled.kind === "mistake";
  if (compiled.kind === "mistake") {
    editor.mark(compiled);
    showMistake(compiled);
    return;
  }
  const settings = {
    theme: setting("theme"),
    language: setting("language"),
    direction: setting("direction"),
    colours: setting("colours"),
    withErrors: element("errors-first", HTMLInputElement).checked,
    withoutScript: element("without-script", HTMLInputElement).checked,
  };
  frame.run(compiled.script, settings, setting("width"));
}

/** Runs the code after a change by a person, and keeps it in the address. */
function changed(): void {
  element("shared", HTMLElement).textContent = "";
  run();
  void updateAddress();
}

/** Puts the code and the settings into the address, so that the page shows them again after a reload. */
async function updateAddress(): Promise<void> {
  const code = example.value === "" ? editor.code() : undefined;
  const fragment = await fragmentOf({ code, settings: changedSettings() });
  // The code may have changed while it was compressed.
  if (code !== undefined && code !== editor.code()) return;
  history.replaceState(null, "", fragment === "" ? location.pathname : `#${fragment}`);
}

/** Puts the chosen example into the editor. Returns false if another one was chosen, or code typed, before it came. */
async function loadExample(): Promise<boolean> {
  const file = example.value;
  const response = await fetch(`/playground/examples/${file}`);
  const code = (await response.text()).trim();
  if (example.value !== file) return false;
  editor.replace(code);
  example.value = file;
  frame.forget();
  return true;
}

async function chooseExample(): Promise<void> {
  if (await loadExample()) changed();
}

async function openAddress(): Promise<void> {
  const { code, settings } = await viewIn(location.hash);
  applySettings(settings);
  if (code !== undefined) editor.replace(code);
  else if (!(await loadExample())) return;
  run();
}

example.addEventListener("change", () => void chooseExample());
element("settings", HTMLElement).addEventListener("change", changed);
element("share", HTMLButtonElement).addEventListener("click", () => void share());

async function share(): Promise<void> {
  await updateAddress();
  const said = element("shared", HTMLElement);
  try {
    await navigator.clipboard.writeText(location.href);
    said.textContent = "The link is copied.";
  } catch {
    said.textContent = "The link is in the address bar.";
  }
}

makeTabs(element("outcome-tabs", HTMLElement));
addEventListener("hashchange", () => void openAddress());
void openAddress();
