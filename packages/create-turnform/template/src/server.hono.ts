/** Starts the application. */
import { serve } from "@hono/node-server";
import { app } from "./app.hono.ts";

const port = Number(process.env["PORT"] ?? 3000);
const server = serve({ fetch: app.fetch, port }, () => console.log(`http://localhost:${port}`));
process.once("SIGTERM", () => server.close());
