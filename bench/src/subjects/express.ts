/** Posts through Express: requests a second. */
import assert from "node:assert/strict";
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { Agent, type IncomingMessage, request } from "node:http";
import { keepToOneCore } from "../one-core.ts";
import { apps } from "../express-apps.ts";
import { pair } from "../pair.ts";
import { indexedBody, markedBody, people, type People } from "../names-and-titles.ts";
import type { Measured, Subject } from "../subject.ts";

/** Goals for the speed, by the number of people in a post. */
const GOALS = new Map([
  [5, 1],
  [100, 1.3],
  [1_000, 2],
]);

const CONNECTIONS = 8;
const ROUNDS = 21;
/** People in all posts of one sample together. */
const PEOPLE = 20_000;

type Side = keyof typeof apps;

const bodies = {
  turnform: markedBody,
  urlencoded: (data: People) => indexedBody(data, "brackets"),
} satisfies Record<Side, (data: People) => Buffer>;

export const subject: Subject = {
  async check(size) {
    const data = people(size, "mixed");
    for (const side of ["turnform", "urlencoded"] as const) {
      const saved: People[] = [];
      const server = apps[side]((people) => saved.push(people)).listen(0, "127.0.0.1");
      await once(server, "listening");
      const address = server.address();
      assert.ok(typeof address === "object" && address);
      await postAll(address.port, bodies[side](data), 1);
      server.closeAllConnections();
      server.close();
      assert.deepEqual(saved, [data]);
    }
  },
  async *measure() {
    const [ours, theirs] = await Promise.all([serve("turnform"), serve("urlencoded")]);
    for (const [size, goal] of GOALS) {
      const measured = await measure(size, ours, theirs);
      yield {
        work: `Requests per second with Express, posts of ${size.toLocaleString("en")} items`,
        against: "`express.urlencoded({ extended: true })` and zod, indexed names",
        goal: { atLeast: goal },
        measured: [measured],
      };
    }
    for (const { child } of [ours, theirs]) child.disconnect();
  },
};

interface Server {
  readonly side: Side;
  readonly port: number;
  readonly child: ChildProcess;
}

async function serve(side: Side): Promise<Server> {
  const child = fork(new URL("server.js", import.meta.url), [side], {
    execArgv: [],
    env: { ...process.env, NODE_ENV: "production" },
  });
  keepToOneCore(child);
  const [port] = await once(child, "message");
  return { side, port, child };
}

async function measure(size: number, ours: Server, theirs: Server): Promise<Measured> {
  const data = people(size, "mixed");
  const amount = Math.max(40, PEOPLE / size / 4);
  // V8 goes on compiling for thousands of posts
  for (const server of [ours, theirs]) await timeOfPost(server, data, 15 * amount);
  const compared = await pair(
    { sample: () => timeOfPost(ours, data, amount) },
    { sample: () => timeOfPost(theirs, data, amount) },
    { rounds: [ROUNDS, ROUNDS] },
  );
  const [our, their] = [compared.ours, compared.theirs].map((time) => (1000 / time).toFixed(0));
  return { figure: compared.speed, detail: `${our} against ${their} a second` };
}

/** Measures the processor time of a server for a post, in milliseconds. The time of the client does not count. */
async function timeOfPost({ side, port, child }: Server, data: People, amount: number): Promise<number> {
  const body = bodies[side](data);
  const before = await processorTime(child);
  await postAll(port, body, amount);
  return ((await processorTime(child)) - before) / 1000 / amount;
}

/** Returns the processor time of a server so far, in microseconds. */
async function processorTime(child: ChildProcess): Promise<number> {
  child.send("");
  const [usage] = await once(child, "message");
  return usage.user + usage.system;
}

/** Posts a body repeatedly over kept connections. Each post must be saved. */
async function postAll(port: number, body: Buffer, amount: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  let left = amount;
  const post = async (): Promise<void> => {
    while (left-- > 0) assert.equal(await statusOf(port, body, agent), 303);
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, post));
  agent.destroy();
}

function statusOf(port: number, body: Buffer, agent: Agent): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { "Content-Type": "application/x-www-form-urlencoded", "Content-Length": body.length };
    request({ port, host: "127.0.0.1", method: "POST", headers, agent }, (response: IncomingMessage) => {
      response.resume().on("end", () => resolve(response.statusCode));
    })
      .on("error", reject)
      .end(body);
  });
}
