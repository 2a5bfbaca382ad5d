/** A template that can't be read. */
export class TemplateError extends Error {
  override readonly name = "TemplateError";
  /** Name of the template, where it was told. */
  readonly template: string | undefined;
  /** Where in the source, both from 1. */
  readonly line: number;
  readonly column: number;

  constructor(
    problem: string,
    { template, line, column, cause }: Pick<TemplateError, "template" | "line" | "column"> & ErrorOptions,
  ) {
    const called = template === undefined ? "Template" : `Template "${template}"`;
    super(`${called} at ${line}:${column}: ${problem}`, cause === undefined ? {} : { cause });
    this.template = template;
    this.line = line;
    this.column = column;
  }
}
