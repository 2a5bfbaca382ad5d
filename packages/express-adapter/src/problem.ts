import { STATUS_CODES } from "node:http";
import type { Exchange } from "./exchange.ts";
import { JSON_TYPE } from "./json-body.ts";
import { preferredType } from "./negotiate.ts";

/** The body of an answer to a refused request, with its content type. */
export interface Problem {
  readonly type: string;
  readonly body: string;
}

/**
 * Writes the answer to a refused request: a small page, or problem details (RFC 9457) if the client prefers JSON.
 *
 * @param detail The error, worded for the person who sent the form
 */
export function problem(exchange: Exchange, status: number, detail: string): Problem {
  const title = STATUS_CODES[status] ?? "Error";
  exchange.answer.vary("Accept");
  // A program that sends JSON reads JSON, unless it asks for a page
  const isProgram = exchange.header("Content-Type")?.toLowerCase().startsWith(JSON_TYPE) === true;
  const types = isProgram ? [JSON_TYPE, "text/html"] : ["text/html", JSON_TYPE];
  const type = preferredType(exchange.header("Accept"), types);
  return type === JSON_TYPE
    ? {
        type: "application/problem+json; charset=utf-8",
        body: JSON.stringify({ title, status, detail }),
      }
    : { type: "text/html; charset=utf-8", body: problemPage(title, detail) };
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
