import type { FilledForm } from "@turnform/form";
import type { Control } from "@turnform/schema";
import { type JSONAnswer, problemAnswer, savedAnswer } from "./data-answer.ts";
import { discardNewFiles } from "./discard-files.ts";
import { addressOf, type Exchange, forbidCaches } from "./exchange.ts";
import { type Flash, setFlash, takeFlash } from "./flash.ts";
import { HttpError } from "./http-error.ts";
import { dataOf, JSON_TYPE } from "./json-body.ts";
import { checkAddress, encodeAddress } from "./redirect-address.ts";
import type { Call } from "./saving.ts";
import { type FormCall, textOf, type Turn } from "./turn.ts";

/** The forms of a page by id. */
export type Forms = Readonly<Record<string, FilledForm>>;

/** The answers of a server to a request for a page of forms. */
export interface PageAnswer<Answer> {
  /** Shows all forms of the page. */
  page(pages: readonly FilledForm[]): Promise<Answer>;
  /** Redirects with 303. The address is encoded for a header. */
  redirect(location: string): Promise<Answer>;
  /** Gives the address to a script that posted by fetch: it can't see a redirect before following it. */
  toScript(location: string): Promise<Answer>;
  /** Answers a program. */
  json(answer: JSONAnswer): Promise<Answer>;
  /** Answers if `load` found nothing. */
  nothing(): Promise<Answer>;
}

/**
 * Answers a request for a page of forms, on any server. GET and HEAD show all forms. POST goes to the form that it names.
 *
 * @throws HttpError for a post that is no form of the page, and for other methods; and the errors of the callbacks. No new file
 *   of the post stays in its store then
 */
export async function answerCall<Req, Context, Answer>(
  turns: readonly Turn<Req, Context>[],
  call: FormCall<Req, Context>,
  answers: PageAnswer<Answer>,
): Promise<Answer> {
  const { exchange } = call;
  const { method } = exchange;
  try {
    if (method === "POST") return await submit(turns, call, answers);
    if (method === "GET" || method === "HEAD") {
      const pages = await allPages(turns, call);
      if (!pages) return await answers.nothing();
      const flash = takeFlash(exchange);
      const isPersonal = flash !== undefined || turns.some((turn) => turn.isPersonal(exchange));
      forbidCaches(exchange, isPersonal);
      return await answers.page(flash ? withFlash(pages, flash) : pages);
    }
    exchange.answer.set("Allow", "GET, HEAD, POST");
    throw new HttpError(405, `A form takes GET, HEAD and POST, not ${method}`);
  } catch (error) {
    // The answer is no page of the form, so no page shows the new files
    await discardNewFiles(controlsOrNone(call));
    throw error;
  }
}

/** Returns the forms of a page by id, and the status of the page. */
export function formsOf(pages: readonly FilledForm[]): { forms: Forms; status: number } {
  return {
    forms: Object.fromEntries(pages.map((page) => [page.formId, page])),
    status: Math.max(...pages.map(({ status }) => status)),
  };
}

/** @throws TypeError if two forms have the same id, or two take JSON */
export function checkTurns(
  turns: readonly { readonly formId: string; readonly submitData: unknown }[],
): void {
  const ids = turns.map(({ formId }) => formId);
  if (new Set(ids).size < ids.length)
    throw new TypeError(`Two forms of a page have the same id: ${ids.join(", ")}. Give each its own formId`);
  const takers = turns.filter(({ submitData }) => submitData !== undefined).map(({ formId }) => formId);
  if (takers.length > 1)
    throw new TypeError(
      `JSON does not name its form, and several forms of a page take it: ${takers.join(", ")}. Give one of them the option json`,
    );
}

async function submit<Req, Context, Answer>(
  turns: readonly Turn<Req, Context>[],
  call: FormCall<Req, Context>,
  answers: PageAnswer<Answer>,
): Promise<Answer> {
  const { exchange } = call;
  const data = dataOf(exchange);
  const taker = turns.find(({ submitData }) => submitData !== undefined);
  if (data && taker) return answerData(taker, call, data, answers);
  const controls = controlsOf(call, taker !== undefined);
  const hasLeft = exchange.watchSender();
  const turn = postedTurn(controls, turns);
  const answer = await turn.submit(call);
  if (answer && "location" in answer) {
    const location = checkedLocation(answer.location, exchange);
    if (answer.notice !== undefined) setFlash(exchange, { formId: turn.formId, notice: answer.notice });
    return exchange.header("X-Turnform") === "fetch"
      ? answers.toScript(location)
      : answers.redirect(location);
  }
  const pages = answer && (await allPages(turns, call, answer));
  if (!pages) {
    await discardNewFiles(controls);
    return answers.nothing();
  }
  forbidCaches(exchange, true);
  const sent = await answers.page(pages);
  if (hasLeft()) await discardNewFiles(controls);
  return sent;
}

/** Answers a POST of JSON. Saved data and errors of fields are JSON, whatever the client prefers. */
async function answerData<Req, Context, Answer>(
  { submitData }: Turn<Req, Context>,
  call: Call<Req, Context>,
  readData: () => Promise<unknown>,
  answers: PageAnswer<Answer>,
): Promise<Answer> {
  const { exchange } = call;
  forbidCaches(exchange, true);
  const answer = await submitData?.(call, await readData());
  if (!answer) return answers.nothing();
  if (answer.kind === "refused") {
    const { status, errors } = answer;
    return answers.json(problemAnswer(status, "The data could not be saved", errors));
  }
  const { redirect, notice } = answer;
  const location = redirect === undefined ? undefined : checkedLocation(redirect, exchange);
  return answers.json(savedAnswer({ redirect: location, notice }));
}

/** Returns the address of a redirect, encoded for a header. */
function checkedLocation(location: string, exchange: Exchange): string {
  checkAddress(location, addressOf(exchange));
  return encodeAddress(location);
}

/** Returns all forms as GET shows them, except a posted one. Returns undefined if `load` finds nothing for one of them. */
async function allPages<Req, Context>(
  turns: readonly Turn<Req, Context>[],
  call: Call<Req, Context>,
  posted?: FilledForm,
): Promise<readonly FilledForm[] | undefined> {
  const pages = await Promise.all(
    turns.map(async (turn) => (turn.formId === posted?.formId ? posted : turn.show(call))),
  );
  const found = pages.filter((page) => page !== undefined);
  return found.length === pages.length ? found : undefined;
}

/** Returns the pages with a notice above the form that was saved, or else above the first form. */
function withFlash(pages: readonly FilledForm[], { formId, notice }: Flash): readonly FilledForm[] {
  const chosen = pages.find((page) => page.formId === formId) ?? pages[0];
  return pages.map((page) => (page === chosen ? page.withNotice(notice) : page));
}

/** Returns the form that a post names by `__formid__`. A page's only form needs no name. */
function postedTurn<Req, Context>(
  controls: readonly Control[],
  turns: readonly Turn<Req, Context>[],
): Turn<Req, Context> {
  const formId = textOf(controls, "__formid__") ?? (turns.length === 1 ? turns[0]?.formId : undefined);
  const turn = turns.find((candidate) => candidate.formId === formId);
  if (turn) return turn;
  const ids = turns.map((other) => `"${other.formId}"`).join(" or ");
  throw new HttpError(
    400,
    `The post names ${formId === undefined ? "no form" : `the form "${formId}"`}; expected ${ids}. Load the page again`,
  );
}

/**
 * Returns the controls of a post.
 *
 * @throws HttpError 415 for a body that is no form. It names JSON if a form of the route takes it
 */
function controlsOf(call: FormCall<unknown, unknown>, takesJson: boolean): readonly Control[] {
  try {
    return call.controls;
  } catch (error) {
    if (!takesJson || !(error instanceof HttpError) || error.status !== 415) throw error;
    throw new HttpError(415, `${error.message}, or its data as ${JSON_TYPE}`, { cause: error });
  }
}

/** Returns the controls, or none for a body that is no form. */
function controlsOrNone(call: FormCall<unknown, unknown>): readonly Control[] {
  try {
    return call.controls;
  } catch (error) {
    if (error instanceof HttpError) return [];
    throw error;
  }
}
