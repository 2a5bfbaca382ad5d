/**
 * Sends the forms of command buttons without leaving the page, so that other forms keep their unsaved values.
 *
 * @param {Element} panel Shows problems
 */
export function sendCommands(panel) {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("form[data-command]")) return;
    event.preventDefault();
    if (form.querySelector("button[aria-disabled=true]")) return;
    void send(panel, form.getAttribute("action"));
  });
}

/**
 * Posts a command and shows its problem, if there is one.
 *
 * @param {Element} panel
 * @param {string} address
 * @param {FormData} [data]
 * @returns {Promise<boolean>} true if the turntable has taken the command
 */
export async function send(panel, address, data = new FormData()) {
  const problem = panel.querySelector("[data-live=problem]");
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { Accept: "application/json", "X-Turnform": "fetch" },
      body: new URLSearchParams(data),
    });
    problem.textContent = response.ok ? "" : await messageOf(response);
    return response.ok;
  } catch {
    problem.textContent = "The demo can’t be reached. Try again later.";
    return false;
  }
}

async function messageOf(response) {
  const isJson = response.headers.get("Content-Type")?.startsWith("application/json");
  return isJson ? (await response.json()).message : `The demo answered ${response.status}.`;
}
