import type { Goal, Measured, Result } from "./subject.ts";

/** Returns true if every figure of a line keeps its goal; undefined without a goal. */
function isMet({ goal, measured }: Result): boolean | undefined {
  return goal && measured.every(({ aside, figure }) => aside || keeps(goal, figure));
}

const keeps = (goal: Goal, figure: number): boolean =>
  "atLeast" in goal ? figure >= goal.atLeast : figure <= goal.atMost;

/** Formats the results as a Markdown table, for the documentation. */
export function table(results: readonly Result[]): string {
  const lines = results.map((result) => {
    const { work, against = "–", goal, unit = "×", measured } = result;
    return [
      work,
      against,
      goal ? boundOf(goal, unit) : "none",
      measured.map(figureOf(unit)).join(" · "),
      verdict(result),
    ];
  });
  const rows = [
    ["task", "compared with", "goal", "result", "goal met"],
    ["---", "---", "---", "---", "---"],
    ...lines,
  ];
  return rows.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** Formats a result as lines for a terminal, with the details of its figures. */
export function lines(result: Result): string {
  const { work, against, goal, unit = "×", measured } = result;
  const head = [work, against && `against ${against}`, goal && boundOf(goal, unit), verdict(result)];
  const figures = measured.map(
    (figure) => `  ${figureOf(unit)(figure)}${figure.detail ? `  (${figure.detail})` : ""}`,
  );
  return [head.filter(Boolean).join(" | "), ...figures].join("\n");
}

function verdict(result: Result): string {
  const met = isMet(result);
  return met === undefined ? "" : met ? "yes" : "**no**";
}

function boundOf(goal: Goal, unit: string): string {
  const bound = "atLeast" in goal ? `≥ ${number(goal.atLeast)}` : `≤ ${number(goal.atMost)}`;
  return bound + suffix(unit) + (goal.from === undefined ? "" : ` from ${number(goal.from)} people`);
}

const figureOf =
  (unit: string) =>
  ({ at, figure }: Measured): string =>
    `${at === undefined ? "" : `${at}: `}${number(figure)}${suffix(unit)}`;

const suffix = (unit: string): string => (unit === "×" ? unit : ` ${unit}`);

/** Formats a number with three digits, or with all digits if it has more. */
const number = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString("en") : String(Number(value.toPrecision(3)));
