import { type Control, structure } from "@turnform/schema";
import { type Case, type Outcome, runCases } from "./cases.ts";
import type { NeutralSchema } from "./recorded.ts";
import { judge, runSchema, showSchema, type Strictness } from "./schema-case.ts";
import { valueOf } from "./values.ts";
import { cstructOf, hasNotation } from "./widgets.ts";

interface SubmissionCase extends Case, Strictness {
  readonly form: { readonly schema: NeutralSchema };
  readonly pairs: readonly (readonly [string, unknown])[];
  readonly ok: boolean;
  readonly appstruct?: unknown;
  readonly errors?: Readonly<Record<string, string>>;
  readonly cstruct?: unknown;
}

runCases<SubmissionCase>("submissions.json", (recorded): Outcome => {
  const { form, pairs, ok, appstruct, errors, cstruct, tags } = recorded;
  const { schema } = form;
  const posted = structure(
    pairs.map(([name, value]): Control => [name, typeof value === "string" ? value : fileOf(value)]),
  );
  if (!posted.ok) return ok ? { failed: posted.error.message } : "original";
  // What is shown again is what the schema was given; of data that passed only the post is recorded.
  const read = hasNotation(schema)
    ? showSchema(schema, valueOf(appstruct, schema)).value
    : cstructOf(schema, posted.pstruct);
  const input = ok ? read : valueOf(cstruct, schema);
  const actual = runSchema(schema, input);
  return judge(actual, {
    ...recorded,
    tags,
    schema,
    input: pairs,
    expect: appstruct,
    ...(errors && { errors }),
  });
});

/** A recorded file as an upload. */
function fileOf(recorded: unknown): File {
  const { filename = "", type = "", content = "" } = Object(Reflect.get(Object(recorded), "$file") ?? {});
  return new File([String(content)], String(filename), { type: String(type) });
}
