import { randomBytes } from "node:crypto";
import { type Keyring, SIGNATURE_BYTES } from "./keyring.ts";

/** Lifetime of a page's token, in milliseconds. */
const TOKEN_LIFE = 24 * 60 * 60 * 1000;

const TIME_BYTES = 6;
const TOKEN_BYTES = TIME_BYTES + SIGNATURE_BYTES;

/**
 * Creates a token for a hidden control, unknown to other sites' pages. It contains the time, signed for a person's key.
 *
 * A random mask makes the token of each page different, so that the size of compressed pages reveals nothing about it
 * (the BREACH attack).
 *
 * @param owner The person's key
 */
export function formToken(keyring: Keyring, owner: string): string {
  const time = Buffer.alloc(TIME_BYTES);
  time.writeUIntBE(Date.now(), 0, TIME_BYTES);
  const plain = Buffer.concat([time, keyring.sign("token", signedText(time, owner))]);
  const mask = randomBytes(TOKEN_BYTES);
  return Buffer.concat([mask, xor(plain, mask)]).toString("base64url");
}

/**
 * Checks the token of a post.
 *
 * @param owner The key that came with the post
 * @returns `expired` for a genuine token of more than a day ago
 */
export function checkFormToken(
  keyring: Keyring,
  owner: string | undefined,
  token: string | undefined,
): "good" | "expired" | "forged" {
  const bytes = Buffer.from(token ?? "", "base64url");
  if (owner === undefined || bytes.length !== 2 * TOKEN_BYTES) return "forged";
  const plain = xor(bytes.subarray(TOKEN_BYTES), bytes.subarray(0, TOKEN_BYTES));
  const time = plain.subarray(0, TIME_BYTES);
  if (!keyring.verify("token", signedText(time, owner), plain.subarray(TIME_BYTES))) return "forged";
  return Date.now() - time.readUIntBE(0, TIME_BYTES) < TOKEN_LIFE ? "good" : "expired";
}

function signedText(time: Buffer, owner: string): string {
  return `${time.toString("base64url")} ${owner}`;
}

function xor(bytes: Buffer, mask: Buffer): Buffer {
  return Buffer.from(bytes.map((byte, index) => byte ^ (mask[index] ?? 0)));
}
