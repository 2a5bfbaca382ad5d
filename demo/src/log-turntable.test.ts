import { expect, it } from "vitest";
import { logTurntable } from "./log-turntable.ts";
import { openAt } from "./turntable/testing/open-at.ts";
import { UnoServer } from "./turntable/testing/uno-server.ts";
import { waitFor } from "./turntable/testing/wait-for.ts";

it("logs that the turntable was lost, once, and that it is back, but not that it was closed", async () => {
  const server = await new UnoServer({ pace: 2 }).start();
  const turntable = await openAt(server);
  const lines: string[] = [];
  logTurntable(turntable, (level, message) => void lines.push(`${level}: ${message}`));
  await server.kill();
  await waitFor("the loss", () => lines.length > 0);
  await server.start();
  await waitFor("the return", () => lines.length > 1);
  await turntable.close();
  expect(lines).toEqual(["warn: turntable lost", "info: turntable back"]);
  await server.kill();
});
