import { Client } from "./client.ts";
import { databaseIn, DemoProcess } from "./demo-process.ts";
import { Ledger, readPresets } from "./ledger.ts";
import { type Check, none } from "./report.ts";
import { bodyOf, EXAMPLE, newPreset, saveSomething } from "./saves.ts";

/** Two demos over one database: presets are saved by each of them, and the example by both at the same time. */
export async function twoProcesses(folder: string, seconds: number): Promise<Check[]> {
  const demos = await Promise.all([DemoProcess.start(folder), DemoProcess.start(folder)]);
  try {
    const clients = [...demos, ...demos].map(({ url }) => new Client(url));
    const ledger = new Ledger(await readPresets(databaseIn(folder)));
    const problems: string[] = [];
    const pressed: string[] = [];
    let contests = 0;

    /** Two presses of one button, each to another process: they are one save. */
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
    /** All of them save one version: the first one is in time, and the others are told that they are not. */
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
    if (contests === 0) problems.push("there was no time for any");
    const ends = await Promise.all(demos.map((demo) => demo.end("SIGTERM")));
    return [
      none("two processes: presses of one button are one save", pressed, `${clients.length} presses`),
      none("two processes: of several saves of one version one is in time", problems, `${contests} times`),
      none(
        "two processes: all acknowledged saves are held",
        ledger.compare(await readPresets(databaseIn(folder))),
        `${ledger.acknowledged} saves`,
      ),
      none(
        "two processes: both log no failure, and end in order",
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
