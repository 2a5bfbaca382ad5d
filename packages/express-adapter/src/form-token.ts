import { randomBytes } from "node:crypto";
import type { Control } from "@turnform/schema";
import type { Exchange } from "./exchange.ts";
import { type Keyring, SIGNATURE_BYTES } from "./keyring.ts";
import { ownerOf } from "./owner.ts";

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
 */
function checkFormToken(keyring: Keyring, owner: string | undefined, token: string | undefined): TokenState {
  const bytes = Buffer.from(token ?? "", "base64url");
  if (owner === undefined || bytes.length !== 2 * TOKEN_BYTES) return "forged";
  const plain = xor(bytes.subarray(TOKEN_BYTES), bytes.subarray(0, TOKEN_BYTES));
  const time = plain.subarray(0, TIME_BYTES);
  if (!keyring.verify("token", signedText(time, owner), plain.subarray(TIME_BYTES))) return "forged";
  return Date.now() - time.readUIntBE(0, TIME_BYTES) < TOKEN_LIFE ? "good" : "expired";
}

/** The state of a post's token. `expired` is a genuine token of more than a day ago. */
export type TokenState = "good" | "expired" | "forged";

/** Requests without an origin whose token was checked. */
const provenByToken = new WeakSet<Exchange>();

/** Checks the token among the controls of a post. */
export async function tokenOf(exchange: Exchange, controls: readonly Control[]): Promise<TokenState> {
  const token = controls.find(([name]) => name === "__token__")?.[1];
  const owner = await ownerOf(exchange).sent();
  return checkFormToken(exchange.keyring, owner, typeof token === "string" ? token : undefined);
}

/** Returns the token of a request with JSON, as if it were a control. */
export function headerToken(exchange: Exchange): readonly Control[] {
  return [["__token__", exchange.header("X-CSRF-Token") ?? ""]];
}

/** Returns false for a post without a genuine token. Remembers a post with one, so that its route checks the age. */
export async function checkHiddenToken(exchange: Exchange, controls: readonly Control[]): Promise<boolean> {
  if ((await tokenOf(exchange, controls)) === "forged") return false;
  provenByToken.add(exchange);
  return true;
}

/** Returns true if a post was accepted for its token alone. */
export function isProvenByToken(exchange: Exchange): boolean {
  return provenByToken.has(exchange);
}

function signedText(time: Buffer, owner: string): string {
  return `${time.toString("base64url")} ${owner}`;
}

function xor(bytes: Buffer, mask: Buffer): Buffer {
  return Buffer.from(bytes.map((byte, index) => byte ^ (mask[index] ?? 0)));
}
