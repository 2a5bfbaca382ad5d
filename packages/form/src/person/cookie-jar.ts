/** The cookies of a visitor, for one site. It ignores paths and domains. */
export class CookieJar {
  readonly #cookies = new Map<string, string>();

  /** Value of the header `Cookie`. Empty if there are none. */
  get header(): string {
    return Array.from(this.#cookies, ([name, value]) => `${name}=${value}`).join("; ");
  }

  /** Keeps the cookies of a response. A past expiry deletes a cookie. */
  keep(response: Response): void {
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = "", ...attributes] = cookie.split(";").map((part) => part.trim());
      const equals = pair.indexOf("=");
      const name = pair.slice(0, Math.max(equals, 0));
      if (attributes.some(isPast)) this.#cookies.delete(name);
      else this.#cookies.set(name, pair.slice(equals + 1));
    }
  }
}

function isPast(attribute: string): boolean {
  const [name = "", value = ""] = attribute.split("=", 2);
  switch (name.toLowerCase()) {
    case "max-age":
      return Number(value) <= 0;
    case "expires":
      return Date.parse(value) <= Date.now();
    default:
      return false;
  }
}
