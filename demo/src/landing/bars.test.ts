import { expect, it } from "vitest";
import { readBars } from "./bars.ts";

const page = `
| task | compared with | goal | result | goal met |
| --- | --- | --- | --- | --- |
| Render | rjsf | none | 10: 3× · 1,000: 20.4× · 10,000: 7× | |
`;

it("reads the figure for 1,000 people", () => {
  expect(readBars(page, "Render", ["rjsf"])).toEqual([{ rival: "rjsf", times: 20, length: 100 / 20.4 }]);
});

it("names what is missing", () => {
  expect(() => readBars(page, "Render", ["Formik"])).toThrow('of "Render" beside "Formik"');
});
