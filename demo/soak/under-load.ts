import { setTimeout as wait } from "node:timers/promises";
import { Client } from "./client.ts";
import { databaseIn, DemoProcess, type OpenFiles } from "./demo-process.ts";
import { growthCheck, memoryTable, type Sample } from "./growth.ts";
import { type Kind, kindsOf } from "./kinds.ts";
import { Ledger, readPresets } from "./ledger.ts";
import { mixedLoad, Tally } from "./mixed-load.ts";
import { type Check, none, spreadCheck, timesTable } from "./report.ts";

const CLIENTS = 8;
/** Number of slices of the load. Memory is read after each one, at rest. The first third is the warm-up. */
const SLICES = 12;
const THIRD = SLICES / 3;

/**
 * Runs the demo under load with all kinds of requests, and stops it during the load.
 *
 * @param folder Folder of the database
 * @param print Prints the tables of durations and memory
 */
export async function underLoad(
  folder: string,
  seconds: number,
  print: (text: string) => void,
): Promise<Check[]> {
  const demo = await DemoProcess.start(folder);
  try {
    const ledger = new Ledger(await readPresets(databaseIn(folder)));
    const client = new Client(demo.url);
    const kinds = kindsOf(client, ledger);
    const [warmUp, tally] = [new Tally(), new Tally()];
    const ran = (): number => demo.processorTime().ran;
    const samples: Sample[] = [];
    let before: OpenFiles | undefined;
    for (let slice = 0; slice < SLICES; slice++) {
      if (slice === THIRD) before = await openAtRest(demo, client);
      const end = performance.now() + (seconds * 1000) / SLICES;
      const goesOn = (): boolean => performance.now() < end;
      await mixedLoad({ kinds, clients: CLIENTS, ran, goesOn }, slice < THIRD ? warmUp : tally);
      client.close();
      const { heapUsed, external, rss } = await demo.memory();
      samples.push({ sent: warmUp.sent + tally.sent, heap: heapUsed + external, resident: rss });
    }
    print(`${timesTable(tally)}\n\n${memoryTable(samples)}`);
    const processor = demo.processorTime();
    const after = await openAtRest(demo, client, before);
    const left = demo.temporaryFiles();
    return [
      none(
        "every answer has the right status",
        [...warmUp.failures, ...tally.failures],
        `${warmUp.sent + tally.sent} requests`,
      ),
      spreadCheck(tally, processor.waited / (processor.ran + processor.waited)),
      growthCheck(samples, "heap"),
      growthCheck(samples, "resident"),
      leftOpenCheck(before, after),
      none("no temporary files are left", left, "none"),
      ...(await stopUnderLoad(demo, kinds, client)),
      none(
        "the database holds all acknowledged saves after SIGTERM",
        ledger.compare(await readPresets(databaseIn(folder))),
        `${ledger.acknowledged} saves`,
      ),
      none("the demo logs no errors", demo.failures, "none"),
    ];
  } finally {
    await demo.end("SIGKILL");
  }
}

/** Closes the client's connections, waits until the server has noticed, and returns the open files. */
async function openAtRest(
  demo: DemoProcess,
  client: Client,
  before?: OpenFiles,
): Promise<OpenFiles | undefined> {
  client.close();
  const end = performance.now() + 10_000;
  await wait(500);
  while (!leftOpenCheck(before, demo.openFiles()).ok && performance.now() < end) await wait(200);
  return demo.openFiles();
}

function leftOpenCheck(before: OpenFiles | undefined, after: OpenFiles | undefined): Check {
  const what = "no sockets or files are left open";
  if (!before || !after) return { what, ok: true, found: "unknown on this system" };
  const ok = after.sockets <= before.sockets && after.files <= before.files && after.others <= before.others;
  const inWords = ({ sockets, files, others }: OpenFiles): string =>
    `${sockets} sockets, ${files} files, ${others} others`;
  return { what, ok, found: `${inWords(before)} → ${inWords(after)}` };
}

/** Sends SIGTERM during a load with an open event stream. */
async function stopUnderLoad(demo: DemoProcess, kinds: readonly Kind[], client: Client): Promise<Check[]> {
  const stream = await client.open({ path: "/turntable/events" });
  const tally = new Tally();
  let isStopping = false;
  // Without "left early": a stopping server refuses event streams with 503.
  const load = mixedLoad(
    {
      kinds: kinds.filter(({ name }) => name !== "left early"),
      clients: CLIENTS,
      ran: () => 0,
      goesOn: () => true,
      mayBeGone: () => isStopping,
    },
    tally,
  );
  await wait(1_000 + Math.random() * 1_000);
  isStopping = true;
  const { code, seconds } = await demo.end("SIGTERM");
  await Promise.all([load, stream.leave()]);
  return [
    {
      what: "SIGTERM under load shuts the demo down in order",
      ok: code === 0,
      found: `exit code ${String(code)} after ${seconds.toFixed(1)} s`,
    },
    none("answers during the shutdown have the right status", tally.failures, `${tally.sent} requests`),
  ];
}
