import { ownerOf } from "./owner.ts";
import type { Exchange } from "./exchange.ts";
import { memorySubmits } from "./memory-submits.ts";
import { digest, Once } from "./once.ts";
import type { SubmitStore } from "./submit-store.ts";

/** A text, or a function that returns one from the result of `save`. */
export type AfterSave<Saved, Req, Context> =
  | string
  | ((saved: Saved, request: Req, context: Context) => string);

/** One request to a form's turn. */
export interface Call<Req, Context> {
  /** The server's own request, for the callbacks. */
  readonly request: Req;
  readonly context: Context;
  readonly exchange: Exchange;
}

/** Valid data to save. */
interface ValidData {
  readonly value: unknown;
  readonly changed: readonly string[];
  /** Equal for two posts with the same content. */
  readonly typed: unknown;
  readonly button?: string;
}

/** The texts for the answer to a saved submit. */
export interface Saved {
  readonly redirect: string | undefined;
  readonly notice: string | undefined;
  /** False if an equal submit was saved before. */
  readonly isFirst: boolean;
}

/** Options of {@link Saving}. */
interface SavingOptions<Req, Context> {
  readonly redirect?: AfterSave<never, Req, Context>;
  readonly notice?: AfterSave<never, Req, Context>;
  readonly submits?: SubmitStore;
}

/** The callback of an application, for any form. */
export type AnySave<Req, Context> = (
  value: never,
  request: Req,
  button: never,
  changed: never,
  context: Context,
) => unknown;

/** Saves the valid data of a form, each submit once. */
export class Saving<Req, Context> {
  readonly #formId: string;
  readonly #save: AnySave<Req, Context>;
  readonly #options: SavingOptions<Req, Context>;
  readonly #once: Once;

  constructor(formId: string, save: AnySave<Req, Context>, options: SavingOptions<Req, Context>) {
    this.#formId = formId;
    this.#save = save;
    this.#options = options;
    this.#once = new Once(options.submits ?? memorySubmits());
  }

  /**
   * Saves a submit, unless it equals the last one with the same key.
   *
   * @param key The random text of the sender's page. Without it, the submit is always saved
   */
  async run(
    call: Call<Req, Context>,
    { typed, ...valid }: ValidData,
    key: string | undefined,
  ): Promise<Saved> {
    const { redirect, notice } = this.#options;
    const state = { isFirst: false };
    const save = async (): Promise<string> => {
      state.isFirst = true;
      return this.#saveNow(call, valid);
    };
    const page = key && (await this.#pageOf(call.exchange, key));
    const answer = await (page ? this.#once.run(page, digest([typed, valid.button]), save) : save());
    const { isFirst } = state;
    if (redirect === undefined) return { redirect, notice: answer, isFirst };
    if (notice === undefined) return { redirect: answer, notice, isFirst };
    const [location, text]: string[] = JSON.parse(answer);
    return { redirect: location, notice: text, isFirst };
  }

  /** Returns the text of the answer, or both texts as JSON. */
  async #saveNow(
    { request, context }: Call<Req, Context>,
    { value, button, changed }: Omit<ValidData, "typed">,
  ): Promise<string> {
    const { redirect, notice } = this.#options;
    const saved: unknown = await Reflect.apply(this.#save, undefined, [
      value,
      request,
      button,
      changed,
      context,
    ]);
    const texts = [redirect, notice]
      .filter((after) => after !== undefined)
      .map((after): string =>
        typeof after === "string" ? after : Reflect.apply(after, undefined, [saved, request, context]),
      );
    return texts.length === 1 ? (texts[0] ?? "") : JSON.stringify(texts);
  }

  /** Returns a digest of a page's person, form, address and random text. */
  async #pageOf(exchange: Exchange, key: string): Promise<string> {
    const person = await ownerOf(exchange).sent();
    // Without cookies, the IP address and the browser stand for the person
    return digest([person ?? [exchange.ip, exchange.header("User-Agent")], this.#formId, exchange.path, key]);
  }
}
