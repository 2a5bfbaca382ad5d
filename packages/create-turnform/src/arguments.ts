import { parseArgs } from "node:util";

export const servers = ["express", "hono"] as const;
export type Server = (typeof servers)[number];

/** A mistake of the person who runs the command. Its message says what to do instead. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** The arguments of a call. The person is asked for those left out. */
export interface Arguments {
  readonly folder?: string | undefined;
  readonly server?: Server | undefined;
  readonly help: boolean;
}

export const HELP = `Writes a small application with a form: TypeScript, tests and a Dockerfile.

  npm create turnform -- [FOLDER] [--server SERVER]

  FOLDER               a new or empty folder; "." is the current one
  -s, --server SERVER  express (default) or hono
  -h, --help           shows this text

It asks for what you leave out, unless its input is no terminal. It downloads nothing.
`;

/** @throws UsageError for an unknown option or server, or a second folder */
export function readArguments(args: readonly string[]): Arguments {
  const { values, positionals } = parse(args);
  const [folder, second] = positionals;
  if (second !== undefined) {
    throw new UsageError(
      `One folder is expected, but "${second}" is a second one. Put quotes around a name with spaces`,
    );
  }
  const { server, help = false } = values;
  if (server !== undefined && !isServer(server)) {
    throw new UsageError(`The server "${server}" is unknown. Choose ${servers.join(" or ")}`);
  }
  return { folder, server, help };
}

export function isServer(text: string): text is Server {
  return servers.some((server) => server === text);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { server: { type: "string", short: "s" }, help: { type: "boolean", short: "h" } },
    });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UsageError(`${error.message}\nThe option --help shows the usage.`, { cause: error });
  }
}
