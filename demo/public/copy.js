/** A button says "Copied" for so many milliseconds. */
const SAID_MS = 2000;

/** Adds a button to each block of code that copies it. */
for (const block of document.querySelectorAll("pre:has(> code)")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Copy";
  const frame = document.createElement("div");
  frame.className = "copyable";
  block.replaceWith(frame);
  frame.append(block, button);
  button.addEventListener("click", () => void copy(block, button));
}

const announcement = document.createElement("p");
announcement.className = "copy-said";
announcement.setAttribute("role", "status");
document.body.append(announcement);

async function copy(block, button) {
  const said = await navigator.clipboard.writeText(block.textContent.trim()).then(
    () => "Copied",
    () => "Select the text to copy it",
  );
  button.textContent = said;
  announcement.textContent = said;
  setTimeout(() => {
    button.textContent = "Copy";
    announcement.textContent = "";
  }, SAID_MS);
}
