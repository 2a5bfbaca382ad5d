const RETRY_MS = 3000;

/**
 * Listens to an event stream while the page is visible. Browsers open only a few connections to a server, and hidden tabs
 * would use them up.
 *
 * @param {string} address
 * @param {{ show: (data: object) => void, silent: () => void }} listener `silent` is called if the server can't be reached
 */
export function listen(address, { show, silent }) {
  let source;
  let timer;

  function open() {
    close();
    source = new EventSource(address);
    source.addEventListener("message", ({ data }) => show(JSON.parse(data)));
    source.addEventListener("error", () => {
      silent();
      // A browser reconnects by itself, but not after an error status like 503.
      if (source?.readyState === EventSource.CLOSED) timer = setTimeout(open, RETRY_MS);
    });
  }

  function close() {
    clearTimeout(timer);
    source?.close();
    source = undefined;
  }

  const update = () => (document.hidden ? close() : open());
  document.addEventListener("visibilitychange", update);
  addEventListener("pagehide", close);
  addEventListener("pageshow", ({ persisted }) => persisted && update());
  update();
}
