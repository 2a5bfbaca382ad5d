/** Writes the applications of `create-turnform` from the packed packages, and deploys them as their Dockerfile does. */
import { readFile } from "node:fs/promises";
import { visit } from "@turnform/form/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freeAddress, ScratchProjects } from "./scratch-project.ts";

let projects: ScratchProjects;
beforeAll(async () => {
  projects = await ScratchProjects.pack();
  await projects.useTools({ "create-turnform": projects.tarballOf("create-turnform") });
});
afterAll(() => projects[Symbol.asyncDispose]());

describe.each(["express", "hono"])("the application for %s", (server) => {
  it("passes its checks", async () => {
    await projects.run(".", `create-turnform ${server} --server ${server}`);
    await projects.install(server);
    await projects.run(server, "npm run check");
    expect(await projects.run(server, "npm test")).toMatch(/pass 3\n.*fail 0\n/);
  });

  it("shows its form and saves it after the steps of its Dockerfile", async () => {
    const dockerfile = await readFile(`${projects.folderOf(server)}/Dockerfile`, "utf8");
    const steps = Array.from(dockerfile.matchAll(/^RUN (.+)$/gm), ([, command = ""]) => command);
    expect(steps.length).toBe(3);
    for (const step of steps) await projects.run(server, step);
    const [, command = "[]"] = /^CMD (.+)$/m.exec(dockerfile) ?? [];
    const start: readonly string[] = JSON.parse(command);
    const address = await freeAddress();
    await projects.serve(server, start.join(" "), address);

    const visitor = await visit(address.ORIGIN);
    await visitor.set("Place", "Oslo").press("Save");
    expect([visitor.status, visitor.value("Place")]).toEqual([422, "Oslo"]);
    await visitor.add("Stop");
    await visitor.set("Name", "Fjords").set("stops.1", { place: "Bergen", nights: 2 }).moveUp("Stop 2");
    await visitor.press("Save");
    expect([visitor.status, visitor.value("stops.0.place")]).toEqual([200, "Bergen"]);
    expect(visitor.html).toContain("Saved");
  });
});
