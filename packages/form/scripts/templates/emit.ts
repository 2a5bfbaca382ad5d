import { constant, constantSum, onPage, type Piece, sum, fastPathOf } from "./pieces.ts";
import type { Block, Expression, Mustache, Path, Program, Statement } from "./syntax.ts";

/** An object in which a template looks up names. */
interface Scope {
  /** The variable with the object; undefined for the template's own view, which has two variables. */
  readonly variable?: string;
  readonly isConstant: boolean;
}

const ROOT: readonly Scope[] = [{ isConstant: false }];

/** All templates to compile, and how. */
export interface Templates {
  readonly programs: ReadonlyMap<string, Program>;
  /** Names of constants. */
  readonly constants: ReadonlySet<string>;
  /** True to inline partials, false to call them, so that an application can replace them. */
  readonly inline: boolean;
}

/**
 * Writes a template as a function in two stages. The first stage takes the constants `c` of a field, and joins all texts made of
 * them. The second stage takes the page properties `v`.
 *
 * @param name The template, for errors
 * @returns an expression of TypeScript
 * @throws SyntaxError if the template uses a construct that built-in templates may not use
 */
export function emitTemplate(name: string, program: Program, templates: Templates): string {
  const emitter = new Emitter(name, templates);
  const { code } = emitter.join(emitter.statements(program.body, ROOT));
  const { statements, result } = shareTexts(code);
  const declarations = emitter.declarations.map((line) => `    ${line}\n`).join("");
  const body = declarations + statements + result;
  const uses = (variable: string): boolean => new RegExp(`(?<![\\w.])${variable}\\b`).test(body);
  const [c, look] = [uses("c") ? "c" : "_c", uses("look") ? "look" : "_look"];
  const v = uses("v") ? "v" : "";
  const draw =
    statements === "" ? `(${v}) => ${result}` : `(${v}) => {\n${statements}      return ${result};\n    }`;
  return `(${look === "look" ? `${c}, look` : c === "c" ? "c" : ""}) => {\n${declarations}    return ${draw};\n  }`;
}

/** Escapes a property once if a template writes it several times. */
function shareTexts(code: string): { readonly statements: string; readonly result: string } {
  const written = [...code.matchAll(/\btext\(v\.(\w+)\)/g)].map(([, property = ""]) => property);
  const shared = [...new Set(written)].filter(
    (property) => written.indexOf(property) !== written.lastIndexOf(property),
  );
  return {
    statements: shared.map((property) => `      const ${property}Text = text(v.${property});\n`).join(""),
    result: shared.reduce(
      (result, property) => result.replaceAll(`text(v.${property})`, `${property}Text`),
      code,
    ),
  };
}

class Emitter {
  /** Statements of the first stage. */
  readonly declarations: string[] = [];
  readonly #name: string;
  readonly #templates: Templates;
  #variables = 0;

  constructor(name: string, templates: Templates) {
    this.#name = name;
    this.#templates = templates;
  }

  statements(body: readonly Statement[], scopes: readonly Scope[]): readonly Piece[] {
    return body.flatMap((statement): Piece | readonly Piece[] => {
      switch (statement.type) {
        case "CommentStatement":
          return [];
        case "ContentStatement":
          return constant(JSON.stringify(withoutIndentation(statement.value)));
        case "MustacheStatement":
          return this.#mustache(statement, scopes);
        case "BlockStatement":
          return this.#block(statement, scopes);
        case "PartialStatement":
          if (statement.params.length > 0) this.#refuse("a partial with a context");
          return this.#partial(statement.name.original, scopes);
        default:
          return this.#refuse(`a ${statement.type}`);
      }
    });
  }

  /** Joins pieces to one piece. Constant neighbours are joined in the first stage. */
  join(pieces: readonly Piece[]): Piece {
    if (pieces.length === 0) return constant('""');
    if (pieces.every(({ isConstant }) => isConstant)) return constant(constantSum(pieces));
    const groups: Piece[][] = [];
    for (const piece of pieces) {
      const last = groups.at(-1);
      if (last?.[0]?.isConstant === true && piece.isConstant) last.push(piece);
      else groups.push([piece]);
    }
    const texts = groups.map(([first, ...more]): Piece => {
      if (!first) return constant('""');
      return first.isConstant ? { ...first, code: this.#declare(constantSum([first, ...more])) } : first;
    });
    const runs = this.#shortenRuns(texts);
    const [only] = runs;
    if (only && runs.length === 1) return only;
    if (!runs.some(({ hasViews }) => hasViews)) return onPage(sum(runs));
    const parts = runs.reduce<Piece[]>((list, piece) => {
      const last = list.at(-1);
      if (!last || last.hasViews || piece.hasViews) return [...list, piece];
      return [...list.slice(0, -1), onPage(sum([last, piece]))];
    }, []);
    return { ...onPage(`[${parts.map(({ code }) => code).join(", ")}]`), hasViews: true };
  }

  /**
   * Joins neighbours that are constant on most pages to one constant. Without this, a page of 1,000 people took 1.2 times as
   * long, because each joined text adds a node to the page's string.
   */
  #shortenRuns(pieces: readonly Piece[]): readonly Piece[] {
    const runs: Piece[][] = [];
    let isOpen = false;
    for (const piece of pieces) {
      const hasFastPath = fastPathOf(piece) !== undefined;
      if (isOpen && hasFastPath) runs.at(-1)?.push(piece);
      else runs.push([piece]);
      isOpen = hasFastPath;
    }
    return runs.flatMap((run) => {
      const fastPaths = run.flatMap((piece) => fastPathOf(piece) ?? []);
      const unless = [...new Set(fastPaths.flatMap((path) => path.unless))];
      if (run.length === 1 || unless.length === 0) return run;
      const code = this.#declare(constantSum(fastPaths.map((path) => constant(path.code))));
      const long = run.map((piece) => ({
        ...piece,
        code: (unless.length === 1 && piece.fastPath?.otherwise) || piece.code,
      }));
      const otherwise = sum(long);
      return {
        ...onPage(`(${unless.join(" || ")} ? ${otherwise} : ${code})`),
        fastPath: { code, unless, otherwise },
      };
    });
  }

  /** Declares a constant of the first stage, unless the code is a plain text or a name. */
  #declare(code: string): string {
    if (/^(?:"(?:[^"\\]|\\.)*"|\w+)$/.test(code)) return code;
    const declared = this.declarations.find((line) => line.endsWith(` = ${code};`));
    if (declared !== undefined) return /^const (\w+)/.exec(declared)?.[1] ?? "";
    const variable = `s${this.declarations.length}`;
    this.declarations.push(`const ${variable} = ${code};`);
    return variable;
  }

  #mustache({ path, params, escaped }: Mustache, scopes: readonly Scope[]): Piece {
    const [first] = params;
    if (path.original === "css" && first?.type === "StringLiteral")
      return constant(`look.css(${JSON.stringify(first.value)})`);
    if (path.original === "draw" && first)
      return { ...onPage(this.#expression(first, scopes).code), hasViews: true };
    if (params.length > 0) return this.#refuse(`the helper "${path.original}"`);
    const { code, isConstant } = this.#path(path, scopes);
    return { code: escaped ? `text(${code})` : `html(${code})`, isConstant, hasViews: false };
  }

  #block(block: Block, scopes: readonly Scope[]): Piece {
    const [given] = block.params;
    if (!given || block.params.length > 1)
      return this.#refuse(`a block "${block.path.original}" that does not have exactly one value`);
    switch (block.path.original) {
      case "if": {
        const countsZero = block.hash?.pairs.some(({ key }) => key === "includeZero") === true;
        return this.#if(given, countsZero ? "isGiven" : "isFilled", block.program, block.inverse, scopes);
      }
      case "unless":
        return this.#if(given, "!isFilled", block.program, block.inverse, scopes);
      case "with":
        return this.#inside("given", given, block, scopes);
      case "each":
        return this.#inside("each", given, block, scopes);
      default:
        return this.#refuse(`the block "${block.path.original}"`);
    }
  }

  #if(
    given: Expression,
    test: string,
    program: Program,
    inverse: Program | undefined,
    scopes: readonly Scope[],
  ): Piece {
    const condition = this.#expression(given, scopes);
    const [yes, no] = [program, inverse].map((body) => this.join(this.statements(body?.body ?? [], scopes)));
    if (!yes || !no) throw new TypeError("A condition has two branches");
    const choose = (when: string, then: string, otherwise: string): string =>
      `(${when} ? ${then} : ${otherwise})`;
    const when = `${test}(${condition.code})`;
    if (condition.isConstant && yes.isConstant && no.isConstant)
      return constant(choose(when, yes.code, no.code));
    const hasViews = yes.hasViews || no.hasViews;
    const branch = ({ code, isConstant }: Piece): string => (isConstant ? this.#declare(code) : code);
    const tested = condition.isConstant ? this.#declare(when) : when;
    const piece = { ...onPage(choose(tested, branch(yes), branch(no))), hasViews };
    if (!condition.isConstant && no.isConstant)
      return { ...piece, fastPath: { code: branch(no), unless: [when], otherwise: branch(yes) } };
    if (!condition.isConstant) return piece;
    const fastPaths = [yes, no].flatMap((side) => fastPathOf({ ...side, code: branch(side) }) ?? []);
    const [then, otherwise] = fastPaths;
    if (!then || !otherwise) return piece;
    const fastPath = {
      code: choose(tested, then.code, otherwise.code),
      unless: fastPaths.flatMap(({ unless }) => unless),
    };
    return { ...piece, fastPath };
  }

  /** Writes a block that looks up names in another object, or in each object of a list. */
  #inside(helper: "given" | "each", expression: Expression, block: Block, scopes: readonly Scope[]): Piece {
    if (block.inverse) return this.#refuse(`"else" of the block "${block.path.original}"`);
    const value = this.#expression(expression, scopes);
    if (helper === "each" && drawsThis(block.program)) return { ...onPage(value.code), hasViews: true };
    const variable = `x${++this.#variables}`;
    const before = this.declarations.length;
    const bodyIn = (isConstant: boolean): Piece =>
      this.join(this.statements(block.program.body, [...scopes, { variable, isConstant }]));
    let body = bodyIn(value.isConstant);
    if (value.isConstant && !body.isConstant) {
      // A constant that depends on the object cannot be declared outside of the block.
      this.declarations.length = before;
      if (helper === "each" && scopes.every((scope) => scope === ROOT[0]))
        return this.#stagedEach(value.code, block.program, variable);
      body = bodyIn(false);
    }
    const code = (inner: string): string =>
      `${body.hasViews ? `${helper}Parts` : helper}(${value.code}, (${variable}) => ${inner})`;
    if (value.isConstant && body.isConstant) return constant(code(body.code));
    const piece = onPage(code(body.isConstant ? this.#declare(body.code) : body.code));
    if (body.hasViews || !value.code.startsWith("v")) return { ...piece, hasViews: body.hasViews };
    const isThere = helper === "given" ? `${value.code} !== undefined` : `isFilled(${value.code})`;
    return { ...piece, fastPath: { code: '""', unless: [isThere] } };
  }

  /** Writes a loop over a constant list with page properties in its body: each value gets a template in two stages. */
  #stagedEach(list: string, program: Program, variable: string): Piece {
    const inner = new Emitter(`${this.#name} (${variable})`, this.#templates);
    const body = inner.join(inner.statements(program.body, [...ROOT, { variable, isConstant: true }]));
    const declarations = inner.declarations.join(" ");
    const draws = this.#declare(
      `staged(${list}, (${variable}) => { ${declarations} return (v: Page<${JSON.stringify(this.#name)}>) => ${body.code}; })`,
    );
    return onPage(`each(${draws}, (draw) => draw(v))`);
  }

  #partial(name: string, scopes: readonly Scope[]): Piece | readonly Piece[] {
    const { programs, inline } = this.#templates;
    const program = programs.get(name);
    if (!program)
      throw new SyntaxError(`Template "${this.#name}" uses the partial "${name}", which does not exist`);
    const variable = scopes.at(-1)?.variable;
    // Types of partials fit the objects passed to them, which are narrower than views.
    if (inline && variable === undefined) return this.statements(program.body, ROOT);
    const hasViews = drawsViews(program, programs);
    const method = hasViews ? "parts" : "text";
    const stage = `look.${method}(${JSON.stringify(name)}, ${variable ?? "c"})`;
    const draw = variable === undefined ? this.#declare(stage) : stage;
    const isConstant = scopes.at(-1)?.isConstant === true && !hasViews;
    return { code: `${draw}(${variable ?? "v"})`, isConstant, hasViews };
  }

  #expression(expression: Expression, scopes: readonly Scope[]): Pick<Piece, "code" | "isConstant"> {
    if (expression.type === "PathExpression") return this.#path(expression, scopes);
    if (expression.type === "SubExpression" && expression.path.original === "lookup") {
      const given = expression.params.map((param) => this.#expression(param, scopes));
      const isConstant = given.every(({ isConstant }) => isConstant);
      return { code: `lookup(${given.map(({ code }) => code).join(", ")})`, isConstant };
    }
    return this.#refuse(`a ${expression.type}`);
  }

  #path(
    { original, depth, data, parts }: Path,
    scopes: readonly Scope[],
  ): Pick<Piece, "code" | "isConstant"> {
    const scope = scopes.at(-1 - depth);
    if (data || !scope) return this.#refuse(`"${original}"`);
    const [first = "", ...rest] = parts;
    const { variable } = scope;
    if (variable !== undefined)
      return { code: [variable, ...parts].reduce(member), isConstant: scope.isConstant };
    if (parts.length === 0) return this.#refuse(`"${original}" to name the whole view`);
    const isConstant = this.#templates.constants.has(first);
    return { code: [isConstant ? "c" : "v", first, ...rest].reduce(member), isConstant };
  }

  #refuse(construct: string): never {
    throw new SyntaxError(`Template "${this.#name}" uses ${construct}; built-in templates can't use that`);
  }
}

function member(object: string, name: string): string {
  const isRoot = object === "c" || object === "v";
  if (/^\d+$/.test(name)) return `${object}${isRoot ? "" : "?."}[${name}]`;
  return `${object}${isRoot || /^x\d+$/.test(object) ? "." : "?."}${name}`;
}

/** Joins an indented line to the line above with one space, because templates write one attribute a line. */
function withoutIndentation(text: string): string {
  return text.replaceAll(/\n[ \t]+/g, " ");
}

/** Returns true if a block only draws each view of a list, so that the list itself is the part to draw. */
function drawsThis({ body }: Program): boolean {
  const [only] = body;
  if (body.length !== 1 || only?.type !== "MustacheStatement" || only.path.original !== "draw") return false;
  const [view] = only.params;
  return view?.type === "PathExpression" && view.original === "this";
}

/** Returns true if a template or one of its partials draws other views. */
function drawsViews({ body }: Program, programs: Templates["programs"]): boolean {
  return body.some((statement) => {
    if (statement.type === "MustacheStatement") return statement.path.original === "draw";
    if (statement.type !== "BlockStatement" && statement.type !== "PartialStatement") return false;
    const inside =
      statement.type === "PartialStatement"
        ? [programs.get(statement.name.original)]
        : [statement.program, statement.inverse];
    return inside.some((part) => part !== undefined && drawsViews(part, programs));
  });
}
