const AGAIN_MS = 3000;

/**
 * Listens to a stream of events while the page can be seen: a browser opens only a few connections to a server, and hidden
 * tabs would use them up.
 *
 * @param {string} address
 * @param {{ show: (data: object) => void, silent: () => void }} told `silent`: the server can't be heard
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
      // A browser tries again by itself, but not after an answer such as 503.
      if (source?.readyState === EventSource.CLOSED) timer = setTimeout(open, AGAIN_MS);
    });
  }

  function close() {
    clearTimeout(timer);
    source?.close();
    source = undefined;
  }

  const look = () => (document.hidden ? close() : open());
  document.addEventListener("visibilitychange", look);
  addEventListener("pagehide", close);
  addEventListener("pageshow", ({ persisted }) => persisted && look());
  look();
}
