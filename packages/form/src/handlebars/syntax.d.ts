/** What is read of the syntax trees that Handlebars' parser makes. Its own types leave the kinds of nodes open. */
declare module "handlebars/dist/cjs/handlebars/compiler/base.js" {
  /** @throws an error with `lineNumber` and `column` (from 0), or one without, where the lexer stands at it */
  export function parse(source: string): ProgramNode;

  export const parser: { readonly lexer: { readonly yylloc: { first_line: number; first_column: number } } };

  export interface Node {
    readonly loc: { readonly start: { readonly line: number; readonly column: number } };
  }

  export interface ProgramNode extends Node {
    readonly body: readonly StatementNode[];
    readonly blockParams?: readonly string[];
  }

  export type StatementNode =
    | TextNode
    | CommentNode
    | MustacheNode
    | BlockNode
    | PartialNode
    | (Node & { readonly type: "PartialBlockStatement" | "Decorator" | "DecoratorBlock" });

  export interface TextNode extends Node {
    readonly type: "ContentStatement";
    readonly value: string;
  }

  export interface CommentNode extends Node {
    readonly type: "CommentStatement";
  }

  /** What may call a helper. */
  export interface CallNode extends Node {
    readonly path: PathNode | LiteralNode;
    readonly params: readonly ExpressionNode[];
    readonly hash?: HashNode;
  }

  export interface MustacheNode extends CallNode {
    readonly type: "MustacheStatement";
    readonly escaped: boolean;
  }

  export interface BlockNode extends CallNode {
    readonly type: "BlockStatement";
    readonly program?: ProgramNode;
    readonly inverse?: ProgramNode;
  }

  export interface PartialNode extends Node {
    readonly type: "PartialStatement";
    readonly name: PathNode | LiteralNode | SubExpressionNode;
    readonly params: readonly ExpressionNode[];
    readonly hash?: HashNode;
    readonly indent: string;
  }

  export interface HashNode extends Node {
    readonly pairs: readonly { readonly key: string; readonly value: ExpressionNode }[];
  }

  export type ExpressionNode = PathNode | LiteralNode | SubExpressionNode;

  export interface SubExpressionNode extends CallNode {
    readonly type: "SubExpression";
  }

  export interface PathNode extends Node {
    readonly type: "PathExpression";
    readonly data: boolean;
    readonly depth: number;
    readonly parts: readonly string[];
    readonly original: string;
  }

  export interface LiteralNode extends Node {
    readonly type: "StringLiteral" | "NumberLiteral" | "BooleanLiteral" | "NullLiteral" | "UndefinedLiteral";
    readonly value?: string | number | boolean | null;
    readonly original?: string | number | boolean | null;
  }
}
