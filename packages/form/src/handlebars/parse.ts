import {
  type BlockNode,
  type CallNode,
  type ExpressionNode,
  type HashNode,
  type LiteralNode,
  type Node,
  type PartialNode,
  parse,
  parser,
  type PathNode,
  type ProgramNode,
  type StatementNode,
} from "handlebars/dist/cjs/handlebars/compiler/base.js";
import { builtInHelpers } from "./built-in-helpers.ts";
import type { Block, Call, Expression, Hash, PartialCall, Program, Section } from "./program.ts";
import { TemplateError } from "./template-error.ts";

/** Options of {@link parseTemplate}. */
export interface ParseOptions {
  /** What errors call the template. */
  readonly name?: string | undefined;
  /** Names of the application's own helpers. */
  readonly helpers?: readonly string[] | undefined;
}

/**
 * Reads the source of a Handlebars template.
 *
 * @throws {TemplateError} where it can't be read, calls a helper that is not there, or uses what is not supported
 */
export function parseTemplate(source: string, { name, helpers = [] }: ParseOptions = {}): Program {
  const taken = helpers.find((helper) => builtInHelpers.has(helper));
  if (taken !== undefined) throw new TypeError(`The helper "${taken}" is built in and can't be replaced`);
  return new TemplateReader(name, new Set(helpers)).program(treeOf(source, name));
}

/** Handlebars' own tree of a source. */
function treeOf(source: string, template: string | undefined): ProgramNode {
  try {
    return parse(source);
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    const { first_line, first_column } = parser.lexer.yylloc;
    const { lineNumber: line = first_line, column = first_column }: Exception = cause;
    // The parser draws the place as well, over several lines; its other errors end with the place.
    const [problem] = /Expecting .*/.exec(cause.message) ?? [cause.message.replace(/ - \d+:\d+$/, "")];
    throw new TemplateError(problem, { template, line, column: column + 1, cause });
  }
}

/** An error of Handlebars'. */
interface Exception extends Error {
  readonly lineNumber?: number;
  readonly column?: number;
}

/** Makes a program of a syntax tree. */
class TemplateReader {
  readonly #template: string | undefined;
  readonly #helpers: ReadonlySet<string>;
  /** What the blocks around have named, outermost first. */
  #names: readonly string[] = [];

  constructor(template: string | undefined, helpers: ReadonlySet<string>) {
    this.#template = template;
    this.#helpers = helpers;
  }

  program(node: ProgramNode | undefined): Program {
    return node?.body.flatMap((statement) => this.#steps(statement)) ?? [];
  }

  #steps(node: StatementNode): Program {
    switch (node.type) {
      case "ContentStatement":
        return node.value === "" ? [] : [node.value];
      case "CommentStatement":
        return [];
      case "MustacheStatement":
        return [{ kind: "output", value: this.#callOrValue(node), raw: !node.escaped }];
      case "BlockStatement":
        return [this.#block(node)];
      case "PartialStatement":
        return [...(node.indent === "" ? [] : [node.indent]), this.#partial(node)];
      case "PartialBlockStatement":
        return this.#refuse(node, "partial blocks ({{#> }}) are not supported");
      case "Decorator":
      case "DecoratorBlock":
        return this.#refuse(node, "decorators and inline partials ({{#*inline}}) are not supported");
      default:
        return node satisfies never;
    }
  }

  #block(node: BlockNode): Block | Section {
    const value = this.#callOrValue(node, true);
    const { blockParams: given = [] } = node.program ?? {};
    const isCondition = value.kind === "call" && (value.helper === "if" || value.helper === "unless");
    if (node.inverse?.blockParams || (isCondition && given.length > 0)) {
      this.#refuse(node, "this block has no values to name");
    }
    const around = this.#names;
    this.#names = [...around, ...given];
    const body = this.program(node.program);
    this.#names = around;
    const blocks = { body, otherwise: this.program(node.inverse), names: given.length };
    return value.kind === "call"
      ? { kind: "block", call: value, ...blocks }
      : { kind: "section", value, ...blocks };
  }

  #partial(node: PartialNode): PartialCall {
    const { name, params, hash } = node;
    if (params.length > 1) this.#refuse(node, "a partial takes one context");
    if (name.type === "PathExpression" && name.data) {
      this.#refuse(node, `partial blocks ({{> ${name.original}}}) are not supported`);
    }
    const [context] = params;
    return {
      kind: "partial",
      name:
        name.type === "SubExpression" ? this.#call(name) : { kind: "literal", value: String(name.original) },
      context: context ? this.#expression(context) : { kind: "context", from: 0, parts: [] },
      hash: this.#hash(hash),
    };
  }

  #expression(node: ExpressionNode): Expression {
    if (node.type === "PathExpression") return this.#path(node);
    if (node.type === "SubExpression") return this.#call(node);
    return node.type === "UndefinedLiteral"
      ? { kind: "literal" }
      : { kind: "literal", value: node.value ?? null };
  }

  /** What a mustache says may be a helper's name or a value's; a helper goes first. */
  #callOrValue(node: CallNode, isBlock = false): Expression {
    const { path, params, hash } = node;
    const name = simpleName(path);
    const isHelper = name !== undefined && (builtInHelpers.has(name) || this.#helpers.has(name));
    const isNamed = name !== undefined && this.#names.includes(name);
    if (params.length > 0 || hash || (isHelper && !isNamed)) return this.#call(node, isBlock);
    return path.type === "PathExpression"
      ? this.#path(path)
      : { kind: "context", from: 0, parts: [String(path.original)] };
  }

  #call(node: CallNode, isBlock = false): Call {
    const { path, params, hash } = node;
    const helper = simpleName(path) ?? String(path.original);
    const rule = builtInHelpers.get(helper);
    if (!rule && !this.#helpers.has(helper)) this.#refuse(node, `there is no helper "${helper}"`);
    if (rule && rule.block !== isBlock) {
      this.#refuse(node, `the helper "${helper}" ${rule.block ? "needs a" : "takes no"} block`);
    }
    if (rule && rule.values !== params.length) {
      this.#refuse(
        node,
        `the helper "${helper}" takes ${rule.values} ${rule.values === 1 ? "value" : "values"}, not ${params.length}`,
      );
    }
    const values = params.map((param) => this.#expression(param));
    return { kind: "call", helper, values, hash: this.#hash(hash) };
  }

  #path({ data, depth, parts, original }: PathNode): Expression {
    if (data) return { kind: "data", from: depth, parts };
    const [first = ""] = parts;
    const named = depth > 0 || isScoped(original) ? -1 : this.#names.lastIndexOf(first);
    if (named >= 0) return { kind: "named", from: named, parts: parts.slice(1) };
    return { kind: "context", from: depth, parts };
  }

  #hash(hash: HashNode | undefined): Hash {
    return hash?.pairs.map(({ key, value }) => [key, this.#expression(value)] as const) ?? [];
  }

  #refuse(node: Node, problem: string): never {
    const { line, column } = node.loc.start;
    throw new TemplateError(problem, { template: this.#template, line, column: column + 1 });
  }
}

/** The name of what may be a helper. */
function simpleName(path: PathNode | LiteralNode): string | undefined {
  if (path.type !== "PathExpression") return String(path.original);
  const isSimple = !path.data && path.depth === 0 && path.parts.length === 1 && !isScoped(path.original);
  return isSimple ? path.parts[0] : undefined;
}

/** Whether a path says that it begins at the context: `this.name`, `./name`. */
function isScoped(original: string): boolean {
  return /^(?:\.|this\b)/.test(original);
}
