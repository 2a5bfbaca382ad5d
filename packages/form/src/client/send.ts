import { attributeOf } from "./form.ts";

/**
 * Sends controls to the address of a form by fetch, as the browser would.
 *
 * @param data The controls, in the order of the page
 * @throws an error if the server does not answer, or the signal stops the request
 */
export function send(form: HTMLFormElement, data: FormData, signal?: AbortSignal): Promise<Response> {
  const address = attributeOf(form, "action") || location.href;
  const headers = { Accept: "text/html", "X-Turnform": "fetch" };
  const options = signal ? { headers, signal } : { headers };
  if (attributeOf(form, "method") === "get") {
    const url = new URL(address, location.href);
    url.search = new URLSearchParams(textsOf(data)).toString();
    return fetch(url, options);
  }
  const isMultipart = attributeOf(form, "enctype") === "multipart/form-data";
  const body = isMultipart ? data : new URLSearchParams(textsOf(data));
  return fetch(address, { ...options, method: "POST", body });
}

function textsOf(data: FormData): [name: string, text: string][] {
  return [...data].map(([name, value]) => [name, typeof value === "string" ? value : value.name]);
}
