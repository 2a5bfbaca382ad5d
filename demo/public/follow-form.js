/**
 * Posts a form in the background after each change, and passes the answer on. The server reads the form as it does after a press of its
 * button. Answers about an older state of the form are dropped.
 *
 * @template Answer
 * @param {HTMLFormElement} form
 * @param {object} options
 * @param {string} options.url
 * @param {number} options.settle Milliseconds from the last change to the post
 * @param {Record<string, string>} [options.headers]
 * @param {(response: Response | undefined) => Promise<Answer>} options.read Reads an answer; undefined stands for an unreachable server
 * @param {(answer: Answer) => void} options.show Shows what was read
 */
export function followForm(form, { url, settle, headers = {}, read, show }) {
  let timer;
  let newest = 0;

  async function post() {
    const number = ++newest;
    const body = new URLSearchParams(new FormData(form));
    const answer = await read(await fetch(url, { method: "POST", headers, body }).catch(() => undefined));
    if (number === newest) show(answer);
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(() => void post(), settle);
  }

  for (const type of ["input", "change"]) form.addEventListener(type, later);
  // Adding, removing and moving items fires no event of a control.
  new MutationObserver(later).observe(form, { childList: true, subtree: true });
}
