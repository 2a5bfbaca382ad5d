import { setTimeout as wait } from "node:timers/promises";
import { Client } from "./client.ts";
import { databaseIn, DemoProcess } from "./demo-process.ts";
import { Ledger, readPresets } from "./ledger.ts";
import { isDisconnected } from "./mixed-load.ts";
import { type Check, none } from "./report.ts";
import { saveSomething } from "./saves.ts";

const WRITERS = 4;
/** Least number of kills. */
const FEWEST = 3;

/** Kills the demo at random moments during saves, restarts it, and checks that the database holds all acknowledged saves. */
export async function killedAtRandom(folder: string, seconds: number): Promise<Check[]> {
  const end = performance.now() + seconds * 1000;
  const problems: string[] = [];
  let ledger: Ledger | undefined;
  let kills = 0;
  for (;;) {
    // This rejects if the database can't be opened.
    const demo = await DemoProcess.start(folder);
    try {
      const found = await readPresets(databaseIn(folder));
      ledger ??= new Ledger(found);
      problems.push(...ledger.compare(found));
      if (kills >= FEWEST && performance.now() > end) break;
      problems.push(...(await savesUntilKilled(demo, ledger)));
      kills += 1;
    } finally {
      await demo.end("SIGKILL");
    }
  }
  if (ledger.acknowledged === 0) problems.push("nothing was saved");
  return [
    none(
      "killed while saving: the database holds all acknowledged saves",
      problems,
      `${ledger.acknowledged} saves, killed ${kills} times`,
    ),
  ];
}

/** Saves presets until it kills the demo, some time after the first save. Returns the wrong answers. */
async function savesUntilKilled(demo: DemoProcess, ledger: Ledger): Promise<string[]> {
  const problems: string[] = [];
  const client = new Client(demo.url);
  let isKilled = false;
  let tellSaved = (): void => undefined;
  const firstSave = new Promise<void>((resolve) => (tellSaved = resolve));
  const write = async (): Promise<void> => {
    for (;;) {
      try {
        const { status } = await saveSomething(client, ledger);
        if (status !== 303) problems.push(`A save was answered with ${status}`);
        tellSaved();
      } catch (error) {
        if (!isKilled || !isDisconnected(error)) problems.push(String(error));
        return;
      }
    }
  };
  const writers = Promise.all(Array.from({ length: WRITERS }, write));
  await Promise.race([firstSave, writers]);
  await wait(Math.random() * 1_500);
  isKilled = true;
  await demo.end("SIGKILL");
  await writers;
  client.close();
  return problems;
}
