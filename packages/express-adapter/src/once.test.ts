import { describe, expect, it } from "vitest";
import { memorySubmits } from "./memory-submits.ts";
import { digest, Once } from "./once.ts";
import type { SubmitStore } from "./submit-store.ts";

/** A save that ends on command. */
function slowSave() {
  const { promise, resolve } = later<string>();
  let saves = 0;
  const save = (): Promise<string> => {
    saves++;
    return promise;
  };
  return { save, end: resolve, count: () => saves };
}

function later<T>() {
  let resolve = (_value: T): void => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve: (value: T) => resolve(value) };
}

const never = async (): Promise<string> => {
  throw new Error("It was saved again");
};

describe("Once", () => {
  it("recognises a submit while it is being saved, whatever comes meanwhile", async () => {
    const once = new Once(memorySubmits({ maxSubmits: 10 }));
    const { save, end, count } = slowSave();
    const first = once.run("page", "content", save);
    for (let other = 0; other < 100; other++) await once.run(`other ${other}`, "content", async () => "/");
    const second = once.run("page", "content", never);
    end("/saved");
    expect(await Promise.all([first, second])).toEqual(["/saved", "/saved"]);
    expect(await once.run("page", "content", never)).toBe("/saved");
    expect(count()).toBe(1);
  });

  it("recognises a submit that another process is saving", async () => {
    const submits = memorySubmits();
    const asked = later<undefined>();
    const watched: SubmitStore = {
      ...submits,
      async claim(page, content) {
        const claim = await submits.claim(page, content);
        if (claim.kind === "busy") asked.resolve(undefined);
        return claim;
      },
    };
    const { save, end } = slowSave();
    const first = new Once(submits).run("page", "content", save);
    const second = new Once(watched).run("page", "content", never);
    await asked.promise;
    end("/saved");
    expect(await Promise.all([first, second])).toEqual(["/saved", "/saved"]);
  });

  it("tries a failed submit again, and saves an earlier one again after it", async () => {
    const once = new Once(memorySubmits());
    const saved: string[] = [];
    const saving = (name: string) => async () => `/${saved.push(name)}`;
    await once.run("page", "on", saving("on"));
    await expect(once.run("page", "off", never)).rejects.toThrow("again");
    expect(await once.run("page", "on", saving("on"))).toBe("/2");
    expect(await once.run("page", "off", saving("off"))).toBe("/3");
  });

  it("returns the answer of a save, even if the store fails to keep it", async () => {
    const submits = memorySubmits();
    const failing: SubmitStore = { ...submits, finish: () => Promise.reject(new Error("No database")) };
    expect(await new Once(failing).run("page", "content", async () => "/saved")).toBe("/saved");
  });
});

describe("memorySubmits", () => {
  it("remembers the last maxSubmits submits", async () => {
    const submits = memorySubmits({ maxSubmits: 2, ttl: 60_000 });
    for (const page of ["a", "b", "c"]) {
      const claimed = await submits.claim(page, "content");
      if (claimed.kind === "claimed") await submits.finish(page, claimed.claim, `/${page}`);
    }
    expect(await submits.claim("c", "content")).toEqual({ kind: "saved", answer: "/c" });
    expect(await submits.claim("b", "content")).toEqual({ kind: "saved", answer: "/b" });
    expect(await submits.claim("a", "content")).toMatchObject({ kind: "claimed" });
  });

  it("leaves another's claim alone", async () => {
    const submits = memorySubmits();
    await submits.claim("page", "content");
    await submits.finish("page", "another", "/wrong");
    await submits.release("page", "another");
    expect(await submits.claim("page", "content")).toEqual({ kind: "busy" });
  });
});

describe("digest", () => {
  it("differs for any difference of the data", () => {
    const data = [
      ["ab", "c"],
      ["a", "bc"],
      { a: "1" },
      { a: ["1"] },
      { a: 1n },
      { a: new Map([["b", 1]]) },
      { a: {} },
    ];
    const files = [new File(["a"], "a"), new File(["ab"], "a"), new File(["a"], "b")];
    const digests = [...data, ...files].map((each) => digest(each));
    expect(new Set(digests).size).toBe(digests.length);
  });
});
