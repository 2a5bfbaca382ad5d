import { createInterface } from "node:readline";
import { type Arguments, isServer, type Server, servers, UsageError } from "./arguments.ts";

/** The streams of the command. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly errors: NodeJS.WritableStream;
  /** True if a person can answer questions. */
  readonly isInteractive: boolean;
}

/** The answers for one application. */
interface Answers {
  readonly folder: string;
  readonly server: Server;
}

const DEFAULT_FOLDER = "my-app";
const DEFAULT_SERVER: Server = "express";

/**
 * Asks a person for what the arguments leave out. An empty answer takes the default in brackets.
 *
 * @throws UsageError if nobody can answer and the folder is missing, or the input ends
 */
export async function ask({ folder, server }: Arguments, terminal: Terminal): Promise<Answers> {
  if (folder !== undefined && server !== undefined) return { folder, server };
  if (!terminal.isInteractive) {
    if (folder === undefined)
      throw new UsageError("A folder is missing. Name it: npm create turnform -- FOLDER");
    return { folder, server: server ?? DEFAULT_SERVER };
  }
  const { input, output } = terminal;
  const prompt = createInterface({ input, output });
  // The iterator keeps lines that come before their question, such as pasted ones.
  const lines = prompt[Symbol.asyncIterator]();
  const question = async (text: string, byDefault: string): Promise<string> => {
    prompt.setPrompt(`${text} [${byDefault}]: `);
    prompt.prompt();
    const { done, value } = await lines.next();
    if (done) throw new UsageError("\nThe input ended before all answers. Nothing was written");
    return value.trim() || byDefault;
  };
  try {
    const chosenFolder = folder ?? (await question("Folder", DEFAULT_FOLDER));
    let chosen: string | undefined = server;
    while (chosen === undefined || !isServer(chosen)) {
      chosen = (await question(`Server, ${servers.join(" or ")}`, DEFAULT_SERVER)).toLowerCase();
    }
    return { folder: chosenFolder, server: chosen };
  } finally {
    prompt.close();
  }
}
