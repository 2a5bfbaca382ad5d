/** A comparison of the benchmarks, drawn as two bars. */
export interface Bars {
  /** The other side as plain text, for example "Conform with React". */
  readonly rival: string;
  /** How many times faster Turnform is. */
  readonly times: number;
  /** Length of Turnform's bar if the other one has 100. */
  readonly length: number;
}

/**
 * Reads how many times faster Turnform renders a form of 1,000 people than others, from the table of the benchmarks.
 *
 * @param page Markdown of `docs/benchmarks.md`
 * @param task Text of the table's first column
 * @param rivals Texts of its second column
 * @throws {Error} if a line or its figure for 1,000 people is missing
 */
export function readBars(page: string, task: string, rivals: readonly string[]): readonly Bars[] {
  const rows = page.split("\n").map((line) => line.split("|").map((cell) => cell.trim()));
  return rivals.map((rival) => {
    const row = rows.find((cells) => cells[1] === task && cells[2] === rival);
    const figure = /(?:^|· )1,000: ([\d.]+)×/.exec(row?.[4] ?? "")?.[1];
    if (figure === undefined)
      throw new Error(`docs/benchmarks.md has no figure for 1,000 people of "${task}" beside "${rival}"`);
    const times = Number(figure);
    return { rival: plainText(rival), times: Math.round(times), length: 100 / times };
  });
}

/** Returns the Markdown of a cell without marks of code, and with a printed apostrophe. */
function plainText(cell: string): string {
  return cell.replaceAll("`", "").replaceAll("'", "’");
}
