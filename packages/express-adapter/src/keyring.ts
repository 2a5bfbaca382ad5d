import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Application, Request } from "express";

/** Bytes of a signature: 192 bits, which are 32 letters of base64url. */
export const SIGNATURE_BYTES = 24;

/** Signs and verifies texts. */
export class Keyring {
  readonly #secrets: readonly [string | Buffer, ...(string | Buffer)[]];

  constructor(secret: string | Buffer, ...older: readonly string[]) {
    this.#secrets = [secret, ...older];
  }

  /**
   * Signs a text by the newest secret.
   *
   * @param purpose Keeps a signature from counting for anything else
   */
  sign(purpose: string, text: string): Buffer {
    return sign(this.#secrets[0], purpose, text);
  }

  /** Returns true if one of the secrets has signed the text. */
  verify(purpose: string, text: string, signature: Uint8Array): boolean {
    return (
      signature.length === SIGNATURE_BYTES &&
      this.#secrets.some((secret) => timingSafeEqual(sign(secret, purpose, text), signature))
    );
  }
}

/** The setting of an Express application; applications mounted in it inherit it. */
const SETTING = "turnform keyring";

/** Signs for applications without a secret. It is lost with the process. */
const ofThisProcess = new Keyring(randomBytes(32));

/**
 * Gives an application the secret that signs its visitors' keys and the tokens in its pages.
 *
 *     setSecret(app, process.env.SECRET);
 *
 * Without it, a random secret of the process signs. A second process, or the same one after a restart, then takes nobody
 * for who they were: kept uploads are lost, and pages with a token have to be loaded again.
 *
 * @param secret At least 32 characters, the same in all processes. Of a list the first one signs, and all are accepted: to
 *   replace a secret, put the new one in front
 * @throws TypeError where a secret is shorter, or there is none
 */
export function setSecret(app: Application, secret: string | readonly string[] | undefined): void {
  const [first, ...older] = typeof secret === "string" ? [secret] : (secret ?? []);
  if (first === undefined)
    throw new TypeError("setSecret() takes a secret of at least 32 characters, not none");
  for (const each of [first, ...older]) {
    if (each.length < 32)
      throw new TypeError(`setSecret() takes secrets of at least 32 characters, not of ${each.length}`);
  }
  app.set(SETTING, new Keyring(first, ...older));
}

/** Returns the keyring of a request's application. */
export function keyringOf(req: Partial<Pick<Request, "app">>): Keyring {
  const set: unknown = req.app?.get(SETTING);
  return set instanceof Keyring ? set : ofThisProcess;
}

function sign(secret: string | Buffer, purpose: string, text: string): Buffer {
  return createHmac("sha256", secret)
    .update(`turnform ${purpose}\0${text}`)
    .digest()
    .subarray(0, SIGNATURE_BYTES);
}
