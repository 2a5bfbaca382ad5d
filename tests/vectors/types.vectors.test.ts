import { type Case, runCases } from "./cases.ts";
import type { DepartureCase } from "./departures.ts";
import { runSchemaCase } from "./schema-case.ts";

for (const file of ["types.json", "validators.json"]) {
  runCases<
    Case &
      DepartureCase & { readonly loose?: boolean; readonly hostText?: boolean; readonly unhandled?: boolean }
  >(file, runSchemaCase);
}
