import fc from "fast-check";
import { parseHTML } from "linkedom";

/** Texts to type into controls, valid and invalid. */
const TYPED: readonly string[] = [
  "",
  " ",
  "  x  ",
  "0",
  "1",
  "-1",
  "1.5",
  "1,5",
  "1e3",
  "007",
  "1234567.891",
  "1 234",
  "true",
  "no",
  "2020-05-06",
  "2020-02-30",
  "06/05/2020",
  "2020-05",
  "20",
  "5",
  "10:20",
  "10:20:30.1234567",
  "24:00",
  "T",
  "2020-05-06T10:20",
  "10:20Z",
  "a@b.ch",
  "#12345",
  "#AABBCC",
  "12/34",
  "a,b",
  '"a',
  '1,"b"',
  "x\r\ny",
  "<b>&amp;",
  "${val}",
  "\u00a0x",
];

/** A source of choices: returns a number below a limit for each control. */
export interface Hand {
  below(limit: number): number;
}

/** Hands that repeat their choices in a replay. */
export const hands: fc.Arbitrary<Hand> = fc.infiniteStream(fc.nat(9_999)).map((numbers) => ({
  below: (limit) => Number(numbers.next().value) % limit,
}));

/** Returns a page with some controls filled in: texts typed, boxes ticked and choices made, within a browser's limits. */
export function filledIn(html: string, hand: Hand): string {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  const chooses = (): boolean => hand.below(2) === 0;
  const mark = (
    element: { setAttribute(name: string, value: string): void; removeAttribute(name: string): void },
    name: string,
    isOn: boolean,
  ): void => {
    if (isOn) element.setAttribute(name, "");
    else element.removeAttribute(name);
  };
  for (const element of document.querySelectorAll("input, textarea, select")) {
    if (element.closest("template") || element.hasAttribute("disabled") || chooses()) continue;
    const type = element.getAttribute("type") ?? "text";
    if (element.localName === "textarea") element.textContent = TYPED[hand.below(TYPED.length)] ?? "";
    else if (element.localName === "select") {
      const options = [...element.querySelectorAll("option")];
      const chosen = hand.below(Math.max(options.length, 1));
      const several = element.hasAttribute("multiple");
      options.forEach((option, index) => mark(option, "selected", several ? chooses() : index === chosen));
    } else if (type === "checkbox") mark(element, "checked", chooses());
    else if (type === "radio") {
      for (const radio of document.querySelectorAll(`input[name="${element.getAttribute("name")}"]`))
        mark(radio, "checked", radio === element);
    } else if (type !== "hidden" && type !== "file")
      element.setAttribute("value", TYPED[hand.below(TYPED.length)] ?? "");
  }
  return document.body.innerHTML;
}
