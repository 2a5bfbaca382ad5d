import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Application, Request } from "express";

/** Bytes of a signature: 192 bits, or 32 letters of base64url. */
export const SIGNATURE_BYTES = 24;

/** Signs and verifies texts. */
export class Keyring {
  readonly #secrets: readonly [string | Buffer, ...(string | Buffer)[]];

  constructor(secret: string | Buffer, ...older: readonly string[]) {
    this.#secrets = [secret, ...older];
  }

  /**
   * Signs a text with the newest secret.
   *
   * @param purpose Makes the signature invalid for any other purpose
   */
  sign(purpose: string, text: string): Buffer {
    return sign(this.#secrets[0], purpose, text);
  }

  /** Returns true if any of the secrets signed the text. */
  verify(purpose: string, text: string, signature: Uint8Array): boolean {
    return (
      signature.length === SIGNATURE_BYTES &&
      this.#secrets.some((secret) => timingSafeEqual(sign(secret, purpose, text), signature))
    );
  }
}

/** The name of a setting of an Express application. Applications mounted in it inherit the setting. */
const SETTING = "turnform keyring";

/** Signs for applications without a secret. Its own secret is lost with the process. */
const ofThisProcess = new Keyring(randomBytes(32));

/**
 * Sets the secret that signs the keys of an application's visitors and the tokens in its pages.
 *
 *     setSecret(app, process.env.SECRET);
 *
 * By default, each process signs with a random secret. Another process, or the same one after a restart, then recognises
 * nobody: kept uploads are lost, and pages with a token must be loaded again.
 *
 * @param secret At least 32 characters, the same in all processes. In a list, the first secret signs, and all are accepted:
 *   to replace a secret, put the new one in front
 * @throws TypeError if a secret is shorter, or none is given
 */
export function setSecret(app: Application, secret: string | readonly string[] | undefined): void {
  const [first, ...older] = typeof secret === "string" ? [secret] : (secret ?? []);
  if (first === undefined)
    throw new TypeError("setSecret() needs a secret of at least 32 characters; none was given");
  for (const secret of [first, ...older]) {
    if (secret.length < 32)
      throw new TypeError(`setSecret() needs at least 32 characters; a secret has ${secret.length}`);
  }
  app.set(SETTING, new Keyring(first, ...older));
}

/** Returns the keyring of a request's application, or the process's own. */
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
