import { structure } from "@turnform/schema";
import { type Case, type Outcome, runCases } from "./cases.ts";
import { controlsOf, fieldErrors, formOf, said } from "./forms.ts";
import type { NeutralForm } from "./recorded.ts";
import { submissionDepartures } from "./form-departures.ts";
import { judge, type Strictness } from "./schema-case.ts";

interface SubmissionCase extends Case, Strictness {
  readonly form: NeutralForm;
  readonly pairs: readonly (readonly [string, unknown])[];
  readonly ok: boolean;
  readonly appstruct?: unknown;
  /** Errors of the schema by path, with messages joined along it. A person sees `fieldErrors`. */
  readonly errors?: Readonly<Record<string, string>>;
  readonly fieldErrors?: readonly (readonly [path: string, messages: readonly string[]])[];
}

runCases<SubmissionCase>("submissions.json", (recorded): Outcome => {
  const { form, pairs, appstruct, fieldErrors: marked } = recorded;
  const result = formOf(form).validate(controlsOf(pairs));
  const errors = marked && said(marked);
  const structured = structure(controlsOf(pairs));
  const input = structured.ok ? structured.pstruct : pairs;
  const common = { ...recorded, schema: form.schema, input, expect: appstruct };
  const compared = errors ? { ...common, errors } : common;
  switch (result.kind) {
    case "valid":
      return judge({ value: result.value }, compared, submissionDepartures);
    case "invalid": {
      const bySchema = judge(
        { errors: result.error.asDict() },
        { ...common, ...(errors && { errors: recorded.errors ?? {} }) },
      );
      return bySchema === "original"
        ? bySchema
        : judge({ errors: said(fieldErrors(result.error)) }, compared, submissionDepartures);
    }
    case "malformed":
      return judge({ errors: { "": result.error.message } }, compared, submissionDepartures);
    case "edited":
      return { failed: "was taken for an edit" };
    default:
      return result satisfies never;
  }
});
