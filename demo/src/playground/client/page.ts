/** The playground's page: an editor, the frame with the form, and tabs with what a server would see. */
import { compile } from "./compile.ts";
import { openEditor } from "./editor.ts";
import { element, setting } from "./elements.ts";
import { FormFrame } from "./form-frame.ts";
import { showMistake, showResult } from "./outcome.ts";
import { codeIn, fragmentOf } from "./share.ts";
import { makeTabs } from "./tabs.ts";

/** Milliseconds from the last change of the code to its next run. */
const SETTLE_MS = 400;

let timer: ReturnType<typeof setTimeout> | undefined;
/** True if the code can't be read. The form of the code before stays in use. */
let isBroken = false;
const editor = openEditor(element("editor", HTMLElement), "Code", () => {
  clearTimeout(timer);
  timer = setTimeout(run, SETTLE_MS);
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

async function openExample(): Promise<void> {
  const response = await fetch(`/playground/examples/${setting("example")}`);
  editor.replace((await response.text()).trim());
  frame.forget();
  run();
}

async function openAddress(): Promise<void> {
  const code = await codeIn(location.hash);
  if (code === undefined) return openExample();
  element("example", HTMLSelectElement).selectedIndex = -1;
  editor.replace(code);
  run();
}

element("example", HTMLSelectElement).addEventListener("change", () => void openExample());
element("settings", HTMLElement).addEventListener("change", run);
element("share", HTMLButtonElement).addEventListener("click", () => void share());

async function share(): Promise<void> {
  history.replaceState(null, "", `#${await fragmentOf(editor.code())}`);
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
