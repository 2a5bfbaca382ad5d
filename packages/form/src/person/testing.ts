export { fill, type FillFormOptions, type FillOptions, type HtmlSource, Person } from "./person.ts";
export { visit, Visitor, type VisitOptions } from "./visit.ts";
export { expectErrors, expectValid, ExpectationError } from "./expectations.ts";
export type { Filling, Seen } from "./filling.ts";
