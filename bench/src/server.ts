/** Serves one of the applications in a separate process. It sends its port, and on request its processor time. */
import { apps } from "./express-apps.ts";
import { sink } from "./compare.ts";

const name = process.argv[2] === "turnform" ? "turnform" : "urlencoded";
const server = apps[name]((data) => (sink.last = data)).listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address === "object" && address) process.send?.(address.port);
});
process.on("message", () => process.send?.(process.cpuUsage()));
// The parent process is gone
process.on("disconnect", () => process.exit());
