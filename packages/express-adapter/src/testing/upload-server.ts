/** Serves an app that stores large files in the directory of the first argument, and answers with their sizes. */
import { createServer } from "node:http";
import express from "express";
import { controls } from "../controls.ts";
import { fileStore } from "../file-store.ts";
import { StoredFile } from "../stored-file.ts";

const app = express();
const uploads = fileStore({ directory: process.argv[2] ?? "" });
app.use(controls({ uploads, maxFileSize: "1gb", maxUploadSize: "1gb" }));
app.post("/", async (req, res) => {
  const sizes: [name: string, size: number][] = [];
  for (const [name, value] of req.controls) {
    if (!(value instanceof StoredFile)) continue;
    let size = 0;
    for await (const chunk of value.stream()) size += chunk.length;
    sizes.push([name, size]);
    await value.discard();
  }
  res.json(sizes);
});

const server = createServer(app).listen(0, "127.0.0.1", () => {
  const address = server.address();
  console.log(typeof address === "object" ? address?.port : address);
});
