import { z } from "zod";
import { hasFields } from "../has-fields.ts";
import { UNMADE } from "./chain.ts";
import { finished } from "./run.ts";
import { isTrackable, TrackedValue, type WrongParts, wrongParts } from "./tracked-value.ts";

type Payload = z.core.ParsePayload;
type RawIssue = z.core.$ZodRawIssue;
type Check = z.core.$ZodCheck<unknown>;

/**
 * Runs the checks of a value with wrong parts. Adds the issues of those that read valid parts only.
 *
 * - A check with a condition of its own, zod's `when`, runs exactly if the condition holds, and gets the value itself.
 * - A check with `abort` stops all later ones if it fails, or has no verdict yet. So does a check that changes the value.
 *
 * @throws $ZodAsyncError for an asynchronous check in a synchronous run
 */
export function checkPartly(
  payload: Payload,
  checks: readonly Check[],
  { async }: z.core.ParseContextInternal,
): z.core.util.MaybeAsync<Payload> {
  const { value, issues } = payload;
  if (value === UNMADE) return payload;
  const wrong = wrongParts(issues);
  const partly = isTrackable(value) && !wrong.isWrong ? { value, wrong } : undefined;
  const pending: Promise<Verdict>[] = [];
  let hasStopped = !partly;
  for (const check of checks) {
    const { when, check: name } = check._zod.def;
    // zod's own conditions are about sizes: a text instead of a list has a length too.
    if (wrong.isWrong && name !== "custom") continue;
    if (when ? !holds(when, payload) : hasStopped) continue;
    const verdict = judge(check, payload, when ? undefined : partly);
    if (verdict instanceof Promise) {
      if (!async) throw new z.core.$ZodAsyncError();
      pending.push(verdict);
    } else {
      add(issues, verdict);
      hasStopped ||= verdict.stopsLater;
    }
  }
  if (pending.length === 0) return payload;
  return Promise.all(pending).then((verdicts) => {
    for (const verdict of verdicts) add(issues, verdict);
    return payload;
  });
}

/** Evaluates a check's condition as zod does. An issue with `abort` prevents the check. */
function holds(when: (payload: Payload) => boolean, payload: Payload): boolean {
  if (payload.issues.some((issue) => issue.continue === false)) return false;
  try {
    return when(payload);
  } catch {
    // The condition has read a wrong part.
    return false;
  }
}

/** The issues of a check, none if it has no verdict yet. */
interface Verdict {
  readonly issues: readonly RawIssue[];
  /** True if later checks depend on this one. */
  readonly stopsLater: boolean;
}

/** Adds issues one by one, because a call takes a limited number of arguments. */
function add(issues: RawIssue[], verdict: Verdict): void {
  for (const issue of verdict.issues) issues.push(issue);
}

/** Runs a check once. A check that was stopped, or that throws, has no verdict. */
function judge(
  check: Check,
  payload: Payload,
  partly: { readonly value: object; readonly wrong: WrongParts } | undefined,
): z.core.util.MaybeAsync<Verdict> {
  const tracked = partly && new TrackedValue(partly.value, partly.wrong);
  const value: unknown = tracked ? tracked.view : payload.value;
  // An own list of issues: asynchronous checks run at the same time, and issues may still be discarded.
  const given: Payload = { value, issues: [...payload.issues] };
  const before = given.issues.length;
  const waits = (): Verdict => {
    tracked?.close();
    const { abort, check: name } = check._zod.def;
    return { issues: [], stopsLater: abort === true || name === "overwrite" || tracked?.wasChanged === true };
  };
  const finish = (): Verdict => {
    const issues = given.issues.slice(before);
    if (issues.some((issue) => !canBeWorded(issue)) || tracked?.wasStopped) return waits();
    tracked?.close();
    if (given.value !== value) return { issues: [], stopsLater: true };
    return {
      issues: tracked ? issues.map((issue) => withOriginals(issue, tracked)) : issues,
      stopsLater: issues.some((issue) => issue.continue !== true),
    };
  };
  try {
    const running = check._zod.check(given);
    return running instanceof Promise ? running.then(finish, waits) : finish();
  } catch {
    return waits();
  }
}

/** Returns false if the function that words a message fails on the partly valid value. */
function canBeWorded(issue: RawIssue): boolean {
  try {
    finished(issue);
    return true;
  } catch {
    return false;
  }
}

/** Replaces proxies in a copy of an issue. Its message is worded later. */
function withOriginals(issue: RawIssue, tracked: TrackedValue): RawIssue {
  const copy = { ...issue };
  const { params } = issue;
  Object.assign(copy, { input: tracked.original(issue.input) });
  if (hasFields(params)) {
    const originals = Object.entries(params).map(([name, value]) => [name, tracked.original(value)]);
    Object.assign(copy, { params: Object.fromEntries(originals) });
  }
  return copy;
}
