import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { temporaryDatabase } from "../../testing/temporary-database.ts";
import { DatabaseSubmits } from "./database-submits.ts";
import { migrate } from "./migrations.ts";
import { PatientClient } from "./patient-client.ts";

let clients: PatientClient[];
beforeEach(async () => {
  const { url, remove } = temporaryDatabase();
  clients = Array.from({ length: 4 }, () => new PatientClient({ url }));
  for (const client of clients.slice(0, 1)) await migrate(client);
  return () => {
    for (const client of clients) client.close();
    remove();
  };
});

/** Returns one store per client, as if each were a process. */
function opened(most?: number): readonly [DatabaseSubmits, ...DatabaseSubmits[]] {
  const [first, ...others] = clients.map((client) => new DatabaseSubmits(client, most));
  if (!first) throw new Error("The test has no client");
  return [first, ...others];
}

async function save(submits: DatabaseSubmits, page: string, content: string): Promise<void> {
  const claimed = await submits.claim(page, content);
  if (claimed.kind !== "claimed") throw new Error(`The page is ${claimed.kind}`);
  await submits.finish(page, claimed.claim, `/${content}`);
}

describe("DatabaseSubmits", () => {
  it("lets one of several processes claim a page", async () => {
    const claims = await Promise.all(opened().map((submits) => submits.claim("page", "content")));
    expect(claims.map(({ kind }) => kind).toSorted()).toEqual(["busy", "busy", "busy", "claimed"]);
  });

  it("knows only the last save of a page", async () => {
    const [one, two = one] = opened();
    await save(one, "page", "on");
    expect(await two.claim("page", "on")).toEqual({ kind: "saved", answer: "/on" });
    await save(two, "page", "off");
    expect(await one.claim("page", "off")).toEqual({ kind: "saved", answer: "/off" });
    expect(await one.claim("page", "on")).toMatchObject({ kind: "claimed" });
  });

  it("can be claimed again after a failed save", async () => {
    const [submits] = opened();
    const claimed = await submits.claim("page", "content");
    if (claimed.kind === "claimed") await submits.release("page", claimed.claim);
    expect(await submits.claim("page", "content")).toMatchObject({ kind: "claimed" });
  });

  it("frees the claim of a crashed process after 30 seconds", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    onTestFinished(() => void vi.useRealTimers());
    const [crashed, other = crashed] = opened();
    const left = await crashed.claim("page", "content");
    vi.setSystemTime(Date.now() + 29_999);
    expect(await other.claim("page", "content")).toEqual({ kind: "busy" });
    vi.setSystemTime(Date.now() + 1);
    expect(await other.claim("page", "content")).toMatchObject({ kind: "claimed" });
    if (left.kind === "claimed") await crashed.finish("page", left.claim, "/late");
    expect(await other.claim("page", "content")).toEqual({ kind: "busy" });
  });

  it("forgets a save after ten minutes", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    onTestFinished(() => void vi.useRealTimers());
    const [submits] = opened();
    await save(submits, "page", "content");
    vi.setSystemTime(Date.now() + 10 * 60_000);
    expect(await submits.claim("page", "content")).toMatchObject({ kind: "claimed" });
  });

  it("forgets the oldest saves above its limit, but no running ones", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    onTestFinished(() => void vi.useRealTimers());
    const [submits] = opened(2);
    await submits.claim("running", "content");
    for (const page of ["a", "b", "c"]) {
      await save(submits, page, "content");
      vi.setSystemTime(Date.now() + 1);
    }
    const kinds = ["running", "c", "b", "a"].map(async (page) => (await submits.claim(page, "content")).kind);
    expect(await Promise.all(kinds)).toEqual(["busy", "saved", "saved", "claimed"]);
  });
});
