import type { Control } from "@turnform/schema";
import { CookieJar } from "./cookie-jar.ts";
import { addButton, buttonNamed, type ItemEdit, itemButton } from "./edit-buttons.ts";
import type { Filling, Seen } from "./filling.ts";
import { findField } from "./find.ts";
import { FormPage } from "./form-page.ts";
import type { ButtonControl } from "./page-control.ts";
import { chooseFiles, setValue, valueOf } from "./set-value.ts";

/** Options of a visit. */
export interface VisitOptions {
  /** Answers requests: an app's own `fetch`, such as `app.fetch` of Hono. Default: the global `fetch`. */
  readonly fetch?: (request: Request) => Response | Promise<Response>;
  /** Id of the form. Default: the only form of each page. */
  readonly formId?: string;
}

/** Most redirects that a visitor follows one after the other, as browsers do. */
const MOST_REDIRECTS = 20;

/** A person who visits pages over HTTP, with cookies. The methods are those of {@link Person}, but buttons lead to the next page. */
export class Visitor {
  readonly #fetch: (request: Request) => Response | Promise<Response>;
  readonly #formId: string | undefined;
  readonly #cookies = new CookieJar();
  #form: FormPage | undefined;
  #url = "";
  #status = 0;
  #html = "";

  constructor({ fetch = (request) => globalThis.fetch(request), formId }: VisitOptions = {}) {
    this.#fetch = fetch;
    this.#formId = formId;
  }

  /** Address of the page, after redirects. */
  get url(): string {
    return this.#url;
  }

  get status(): number {
    return this.#status;
  }

  get html(): string {
    return this.#html;
  }

  /** Opens a page. A relative address starts at the present one. */
  async goTo(url: string): Promise<this> {
    return this.#open(new URL(url, this.#url || undefined), {});
  }

  set(field: string, value: Filling): this {
    setValue(this.#page, findField(this.#page, field), value);
    return this;
  }

  choose(field: string, ...files: readonly File[]): this {
    chooseFiles(findField(this.#page, field), files);
    return this;
  }

  value(field: string): Seen {
    return valueOf(findField(this.#page, field));
  }

  /** Presses a button by its text, its accessible name or its `name`, and follows redirects. */
  async press(button: string): Promise<this> {
    return this.#send(buttonNamed(this.#page, button));
  }

  async add(list: string, kind?: string): Promise<this> {
    return this.#send(addButton(this.#page, list, kind));
  }

  async remove(item: string): Promise<this> {
    return this.#edit("remove", item);
  }

  async duplicate(item: string): Promise<this> {
    return this.#edit("duplicate", item);
  }

  async moveUp(item: string): Promise<this> {
    return this.#edit("up", item);
  }

  async moveDown(item: string): Promise<this> {
    return this.#edit("down", item);
  }

  /** The form is read when it is used, because a page may have none. */
  get #page(): FormPage {
    return (this.#form ??= new FormPage(this.#html, this.#formId));
  }

  #edit(edit: ItemEdit, item: string): Promise<this> {
    return this.#send(itemButton(this.#page, edit, item));
  }

  #send(button: ButtonControl): Promise<this> {
    const { element } = this.#page;
    const setting = (name: string): string =>
      button.element.attribs[`form${name}`] ?? element.attribs[name] ?? "";
    const url = new URL(setting("action") || this.#url, this.#url);
    const controls = this.#page.posted(button);
    if (setting("method").toLowerCase() !== "post") {
      url.search = String(urlencoded(controls));
      return this.#open(url, {});
    }
    const body =
      setting("enctype").toLowerCase() === "multipart/form-data" ? multipart(controls) : urlencoded(controls);
    return this.#open(url, { method: "POST", body });
  }

  async #open(url: URL, request: RequestInit): Promise<this> {
    let next = url;
    let init = request;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      const response = await this.#fetch(
        new Request(next, { ...init, redirect: "manual", headers: this.#headers(next, init) }),
      );
      this.#cookies.keep(response);
      const location = response.headers.get("Location");
      if (location === null || response.status < 300 || response.status >= 400) {
        this.#form = undefined;
        this.#url = next.href;
        this.#status = response.status;
        this.#html = await response.text();
        return this;
      }
      await response.body?.cancel();
      next = new URL(location, next);
      // 307 and 308 repeat the post, the others get the next page.
      if (response.status !== 307 && response.status !== 308) init = {};
    }
    throw new Error(`More than ${MOST_REDIRECTS} redirects, the last one to ${next.href}`);
  }

  /** Returns the headers by which a server knows a post from its own page, and the cookies. */
  #headers({ origin }: URL, { method }: RequestInit): Record<string, string> {
    const { header } = this.#cookies;
    return {
      Accept: "text/html",
      ...(header !== "" && { Cookie: header }),
      ...(method === "POST" && { Origin: origin, Referer: this.#url }),
    };
  }
}

/**
 * Opens a page, as a person would in a browser without JavaScript.
 *
 *     const visitor = await visit("http://localhost/trips/new", { fetch: app.fetch });
 *     await visitor.set("Name", "Fjords").press("Save");
 *     visitor.url; // "http://localhost/trips/1"
 *
 * @throws the error of `fetch`. Pages of errors are pages: see `status`
 */
export function visit(url: string | URL, options: VisitOptions = {}): Promise<Visitor> {
  return new Visitor(options).goTo(String(url));
}

function urlencoded(controls: readonly Control[]): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of controls) params.append(name, typeof value === "string" ? value : value.name);
  return params;
}

function multipart(controls: readonly Control[]): FormData {
  const data = new FormData();
  for (const [name, value] of controls) data.append(name, value);
  return data;
}
