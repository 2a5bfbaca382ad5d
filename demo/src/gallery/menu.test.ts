import { describe, expect, it } from "vitest";
import { menuOf } from "./menu.ts";

const page = (name: string, title: string, group: string) => ({ name, title, about: "", group });

describe("menuOf", () => {
  it("begins with lists and with what is asked for most", () => {
    const groups = ["Text and numbers", "Checking", "Dates and times", "Files", "Sequences"];
    const menu = menuOf(groups.map((group) => page("a", "A", group)));
    expect(menu.map(({ group }) => group)).toEqual([
      "Sequences",
      "Files",
      "Checking",
      "Dates and times",
      "Text and numbers",
    ]);
  });

  it("begins a group with its simplest page, and sorts the others by title", () => {
    const pages = [
      page("a", "Z", "Sequences"),
      page("b", "Y", "Sequences"),
      page("sequence", "Z", "Sequences"),
    ];
    const [group] = menuOf(pages, "b");
    expect(group?.examples.map(({ name }) => name)).toEqual(["sequence", "b", "a"]);
    expect(group?.examples.map(({ current }) => current)).toEqual([false, true, false]);
  });

  it("gives each group an anchor", () => {
    const [group] = menuOf([page("a", "A", "Dates and times")]);
    expect(group?.id).toBe("dates-and-times");
  });
});
