/** The part of Handlebars' syntax tree that built-in templates may use. */
export type Statement =
  | { readonly type: "ContentStatement"; readonly value: string }
  | { readonly type: "CommentStatement" }
  | Mustache
  | Block
  | { readonly type: "PartialStatement"; readonly name: Path; readonly params: readonly Expression[] }
  | { readonly type: "Decorator" | "DecoratorBlock" | "PartialBlockStatement" };

export interface Mustache {
  readonly type: "MustacheStatement";
  readonly path: Path;
  readonly params: readonly Expression[];
  readonly escaped: boolean;
}

export interface Block {
  readonly type: "BlockStatement";
  readonly path: Path;
  readonly params: readonly Expression[];
  readonly hash?: { readonly pairs: readonly { readonly key: string }[] };
  readonly program: Program;
  readonly inverse?: Program;
}

export interface Program {
  readonly body: readonly Statement[];
}

export type Expression =
  | Path
  | { readonly type: "SubExpression"; readonly path: Path; readonly params: readonly Expression[] }
  | { readonly type: "StringLiteral"; readonly value: string };

export interface Path {
  readonly type: "PathExpression";
  readonly original: string;
  readonly depth: number;
  readonly data: boolean;
  readonly parts: readonly string[];
}
