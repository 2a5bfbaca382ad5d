import { relative } from "node:path";
import { ask, type Terminal } from "./ask.ts";
import { HELP, readArguments, UsageError } from "./arguments.ts";
import { writeApp } from "./write-app.ts";

/**
 * Runs the command: reads its arguments, asks for what they leave out, and writes the application.
 *
 * @returns the exit code of the process
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const given = readArguments(args);
    if (given.help) {
      terminal.output.write(HELP);
      return 0;
    }
    const { folder, server } = await ask(given, terminal);
    const { files, path } = await writeApp(folder, server);
    terminal.output.write(`Wrote ${files.length} files to ${path}\n\n${nextSteps(path)}`);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.errors.write(`${error.message}\n`);
    return 1;
  }
}

function nextSteps(path: string): string {
  const folder = relative(process.cwd(), path);
  const change = folder === "" ? "" : `  cd ${/[^\w./\\:-]/.test(folder) ? `"${folder}"` : folder}\n`;
  return `Next:

${change}  npm install
  npm test
  npm run dev

Then open http://localhost:3000. README.md explains the files.
`;
}
