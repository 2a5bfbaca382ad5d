import { HttpError } from "@turnform/express-adapter";
import type { RequestHandler } from "express";

/** Answers what a page that is shown and posted does not take: the last handler of its route, for `.all()`. */
export const methodNotAllowed: RequestHandler = (req, res) => {
  res.set("Allow", "GET, HEAD, POST");
  throw new HttpError(405, `This page takes GET, HEAD and POST, not ${req.method}.`);
};
