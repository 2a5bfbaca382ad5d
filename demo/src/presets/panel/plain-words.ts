import type { TurntableError, TurntableStatus } from "../../turntable/index.ts";

/** Explanations by the system's reason for a lost connection. They get the port, or the host and port. */
const losses: readonly (readonly [reason: RegExp, explain: (place: string) => string])[] = [
  [
    /no such file|file not found|cannot find/i,
    (port) => `There is no serial port ${port}. Plug the board in, or set TURNTABLE to its port.`,
  ],
  [
    /permission denied/i,
    (port) =>
      `You are not allowed to use the serial port ${port}. On Linux, join the group dialout and log in again.`,
  ],
  [
    /inappropriate ioctl|not a tty/i,
    (port) =>
      `${port} is not a serial port. Set TURNTABLE to the port of the board, such as serial:/dev/ttyACM0.`,
  ],
  [
    /serial port was closed/i,
    (port) => `The serial port ${port} was closed. Check the cable of the board, and plug it in again.`,
  ],
  [
    // Node.js gives no reason if all addresses of a host refuse.
    /ECONNREFUSED|^$/,
    (place) => `Nothing listens at ${place}. Start the bridge there, or correct the address in TURNTABLE.`,
  ],
  [
    /ENOTFOUND|EAI_AGAIN/,
    (place) => `The host of ${place} was not found. Correct its name in TURNTABLE, or check the network.`,
  ],
  [
    /took longer|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH/,
    (place) => `Connecting to ${place} failed. Check that it runs, and the address in TURNTABLE.`,
  ],
  [
    /other side closed|ECONNRESET|EPIPE/,
    (place) => `The other side at ${place} closed the connection. Check that it still runs.`,
  ],
  [
    /^No turntable/,
    (place) =>
      `No turntable answers at ${place}. Upload the firmware to the board, or set TURNTABLE to another port.`,
  ],
  [/did not answer/, () => "The turntable does not answer any more. Check its cable and its power."],
];

/** Further steps for a person whose command failed. */
const advice: Readonly<Record<TurntableError["problem"], string>> = {
  lost: "",
  stopped: "",
  withdrawn: "",
  refused: "",
  restarted: " Try again.",
  "no-reply": " Try again. If it happens often, check the cable.",
  garbled: " Try again. If it happens often, check the cable.",
  busy: " Wait a moment, and try again.",
};

/** Says why the connection is lost, and what a person can do. */
export function explainLoss({ name, problem = "" }: TurntableStatus): string {
  const place = name.replace(/^(serial|tcp):/, "");
  const known = losses.find(([reason]) => reason.test(problem));
  return known ? known[1](place) : sentence(problem);
}

/** Explains why the turntable did not take a command, and what to do. */
export function explainFailure({ problem, message }: TurntableError, status: TurntableStatus): string {
  if (problem !== "lost") return `${sentence(message)}${advice[problem]}`;
  if (status.connection === "lost") return `The turntable is not connected. ${explainLoss(status)}`;
  return "The turntable is not connected yet. Try again in a moment.";
}

/** Writes a text as a sentence, without the name of an error before it. */
function sentence(text: string): string {
  const plain = text.replace(/^Error: /, "");
  return `${plain.charAt(0).toUpperCase()}${plain.slice(1)}${/[.!?]$/.test(plain) ? "" : "."}`;
}
