import { STATUS_CODES } from "node:http";
import type { Request, Response } from "express";

/**
 * Answers a refused request with a small page, or with problem details (RFC 9457) if the client prefers JSON.
 *
 * @param detail The error, worded for the person who sent the form
 */
export function sendProblem(
  req: Pick<Request, "accepts">,
  res: Response,
  status: number,
  detail: string,
): void {
  const title = STATUS_CODES[status] ?? "Error";
  res.status(status).vary("Accept");
  if (req.accepts("html", "json") === "json") {
    res.type("application/problem+json").send(JSON.stringify({ title, status, detail }));
  } else {
    res.type("html").send(problemPage(title, detail));
  }
}

function problemPage(title: string, detail: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
</head>
<body>
<h1>${title}</h1>
<p>${escapeHtml(detail)}</p>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
