import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

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

let ownKeyring: Keyring | undefined;

/**
 * Returns the keyring for applications without a secret. Its own secret is lost with the process.
 *
 * It is made on first use, because workers get random bytes only while they answer a request.
 */
export function keyringOfThisProcess(): Keyring {
  return (ownKeyring ??= new Keyring(randomBytes(32)));
}

/**
 * Creates a keyring from an application's secrets.
 *
 * @param caller Names the function or option with the secret, for messages
 * @throws TypeError if a secret is shorter than 32 characters, or none is given
 */
export function keyringFrom(caller: string, secret: string | readonly string[] | undefined): Keyring {
  const [first, ...older] = typeof secret === "string" ? [secret] : (secret ?? []);
  if (first === undefined)
    throw new TypeError(`${caller} needs a secret of at least 32 characters; none was given`);
  for (const secret of [first, ...older]) {
    if (secret.length < 32)
      throw new TypeError(`${caller} needs at least 32 characters; a secret has ${secret.length}`);
  }
  return new Keyring(first, ...older);
}

function sign(secret: string | Buffer, purpose: string, text: string): Buffer {
  return createHmac("sha256", secret)
    .update(`turnform ${purpose}\0${text}`)
    .digest()
    .subarray(0, SIGNATURE_BYTES);
}
