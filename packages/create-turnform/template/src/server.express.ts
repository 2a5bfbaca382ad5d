/** Starts the application. */
import { app } from "./app.express.ts";

const port = Number(process.env["PORT"] ?? 3000);
const server = app.listen(port, () => console.log(`http://localhost:${port}`));
process.once("SIGTERM", () => server.close());
