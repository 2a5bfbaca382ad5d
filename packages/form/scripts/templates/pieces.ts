/** A piece of a template as an expression of TypeScript. */
export interface Piece {
  readonly code: string;
  /** True if the piece depends only on constants, so that the first stage writes it. */
  readonly isConstant: boolean;
  /** True if the piece holds views to draw. It is then a list of parts instead of one text. */
  readonly hasViews: boolean;
  readonly fastPath?: FastPath;
}

/** The constant value of a piece on most pages, where none of its tests holds. Most conditions test for exceptions, such as errors. */
export interface FastPath {
  readonly code: string;
  readonly unless: readonly string[];
  /** The code of the piece if its only test holds. */
  readonly otherwise?: string;
}

export function fastPathOf({ code, isConstant, hasViews, fastPath }: Piece): FastPath | undefined {
  if (hasViews) return undefined;
  return isConstant ? { code, unless: [] } : fastPath;
}

export const constant = (code: string): Piece => ({ code, isConstant: true, hasViews: false });
export const onPage = (code: string): Piece => ({ code, isConstant: false, hasViews: false });

export function sum(pieces: readonly Piece[]): string {
  return codesOf(pieces).join(" + ");
}

/** Joins constant texts. */
export function constantSum(pieces: readonly Piece[]): string {
  const [first = "", ...more] = codesOf(pieces);
  return more.length === 0 ? first : `joined(${[first, ...more].join(", ")})`;
}

/** Returns the code of each text, or `""` for none. Neighbouring literals become one. */
function codesOf(pieces: readonly Piece[]): readonly string[] {
  const codes = pieces.reduce<string[]>((list, { code }) => {
    const last = list.at(-1);
    if (last?.startsWith('"') === true && code.startsWith('"') && isLiteral(last) && isLiteral(code))
      return [...list.slice(0, -1), JSON.stringify(JSON.parse(last) + JSON.parse(code))];
    return code === '""' ? list : [...list, code];
  }, []);
  return codes.length === 0 ? ['""'] : codes;
}

function isLiteral(code: string): boolean {
  return /^"(?:[^"\\]|\\.)*"$/.test(code);
}
