import { expect, it } from "vitest";
import { readBars } from "./bars.ts";

const page = `
| task | compared with | goal | result | goal met |
| --- | --- | --- | --- | --- |
| Render | rjsf | none | 10: 3× · 1,000: 20.4× · 10,000: 7× | |
| Render | Conform's \`future\` API | none | 1,000: 8× | |
`;

it("reads the figure for 1,000 people", () => {
  expect(readBars(page, "Render", ["rjsf"])).toEqual([{ rival: "rjsf", times: 20, length: 100 / 20.4 }]);
});

it("shows the name of the other side without marks of code", () => {
  expect(readBars(page, "Render", ["Conform's `future` API"])).toEqual([
    { rival: "Conform’s future API", times: 8, length: 12.5 },
  ]);
});

it("names what is missing", () => {
  expect(() => readBars(page, "Render", ["Formik"])).toThrow('of "Render" beside "Formik"');
});
