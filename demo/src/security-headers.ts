import type { RequestHandler } from "express";

const headers = {
  "Content-Security-Policy":
    "default-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
  // Of our own pages we are told, so that buttons lead back to where they were pressed.
  "Referrer-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
};

/** Forbids pages whatever is inline or from elsewhere. */
export const securityHeaders: RequestHandler = (_req, res, next) => {
  res.set(headers);
  next();
};
