import { randomBytes, scryptSync } from 'node:crypto';

/** A PIN as the settings keep it: base64 of a salt and of scrypt over it. */
export interface KeptPin {
  readonly salt: string;
  readonly hash: string;
}

/** Makes of a PIN what may be written down. A PIN has few digits, so the hash is made slow to try (about 50 ms). */
export function keepPin(pin: string): KeptPin {
  const salt = randomBytes(16);
  const hash = scryptSync(pin, salt, 32, { N: 16_384, r: 8, p: 1 });
  return { salt: salt.toString('base64'), hash: hash.toString('base64') };
}
