/**
 * Styles a page as a browser without JavaScript does. Rules of `@media (scripting: none)` apply, and rules of `(scripting: enabled)` don't.
 *
 * The frame itself needs scripts, so its browser would apply the other rules.
 */
export function styleWithoutScript(sheet: CSSStyleSheet): void {
  const waiting: (CSSStyleSheet | CSSGroupingRule | CSSStyleRule)[] = [sheet];
  for (let group = waiting.pop(); group; group = waiting.pop()) {
    for (const rule of group.cssRules) {
      if (rule instanceof CSSMediaRule) rule.media.mediaText = withoutScript(rule.media.mediaText);
      if (rule instanceof CSSGroupingRule || rule instanceof CSSStyleRule) waiting.push(rule);
    }
  }
}

/** Replaces the query for scripts by one that always, or never, matches. */
function withoutScript(query: string): string {
  return query
    .replace("(scripting: none)", "(min-width: 0)")
    .replace("(scripting: enabled)", "(max-width: 0)");
}
