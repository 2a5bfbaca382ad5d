import { Client } from "./client.ts";
import { databaseIn, DemoProcess } from "./demo-process.ts";
import { Ledger, readPresets } from "./ledger.ts";
import { type Check, none } from "./report.ts";
import { bodyOf, EXAMPLE, newPreset, saveSomething } from "./saves.ts";

/** Runs two demos on one database. Each saves presets of its own, and both save the example at the same time. */
export async function twoProcesses(folder: string, seconds: number): Promise<Check[]> {
  const demos = await Promise.all([DemoProcess.start(folder), DemoProcess.start(folder)]);
  try {
    const clients = [...demos, ...demos].map(({ url }) => new Client(url));
    const ledger = new Ledger(await readPresets(databaseIn(folder)));
    const problems: string[] = [];
    const pressed: string[] = [];
    let contests = 0;

    /** Presses one button four times, twice at each process, and expects one save. */
    const press = async (): Promise<void> => {
      const preset = newPreset("Pressed twice");
      const body = bodyOf(preset);
      await ledger.create(preset, async () => {
        const answers = await Promise.all(
          clients.map((client) => client.ask({ path: "/presets/new", body })),
        );
        const places = new Set(answers.map(({ status, headers }) => `${status} ${headers.location}`));
        const [place = ""] = places;
        if (places.size > 1) pressed.push(`the answers are ${[...places].join(", ")}`);
        return Number(/^303 \/presets\/(\d+)/.exec(place)?.[1]);
      });
    };
    await press();
    const end = performance.now() + seconds * 1000;

    const write = async (client: Client): Promise<void> => {
      while (performance.now() < end) {
        const { status } = await saveSomething(client, ledger);
        if (status !== 303) problems.push(`a save was answered with ${status}`);
      }
    };
    /** All clients save the same version again and again: one gets 303, the others 409. */
    const contest = async (): Promise<void> => {
      for (let version = 1; performance.now() < end; version++) {
        const saves = clients.map(async (client) => {
          const preset = newPreset();
          const body = bodyOf(preset, version);
          const { status } = await client.ask({ path: `/presets/${EXAMPLE}`, body });
          return { status, preset };
        });
        const answers = await Promise.all(saves);
        const saved = answers.filter(({ status }) => status === 303);
        const late = answers.filter(({ status }) => status === 409);
        const [only] = saved;
        if (!only || saved.length > 1 || saved.length + late.length < answers.length) {
          problems.push(`saves of one version: ${answers.map(({ status }) => status).join(", ")}`);
          return;
        }
        await ledger.change(EXAMPLE, { version: version + 1, preset: only.preset }, async () => true);
        contests += 1;
      }
    };
    await Promise.all([contest(), ...clients.map(write)]);
    if (contests === 0) problems.push("there was no time for a single contest");
    const ends = await Promise.all(demos.map((demo) => demo.end("SIGTERM")));
    return [
      none("two processes: several presses of one button save once", pressed, `${clients.length} presses`),
      none("two processes: only one of several saves of one version succeeds", problems, `${contests} times`),
      none(
        "two processes: the database holds all acknowledged saves",
        ledger.compare(await readPresets(databaseIn(folder))),
        `${ledger.acknowledged} saves`,
      ),
      none(
        "two processes: both log no errors and shut down in order",
        [
          ...demos.flatMap(({ failures }) => failures),
          ...ends.flatMap(({ code }) => (code === 0 ? [] : [`exit code ${String(code)}`])),
        ],
        "none",
      ),
    ];
  } finally {
    for (const demo of demos) await demo.end("SIGKILL");
  }
}
