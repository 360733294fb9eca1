import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** A PIN as the settings keep it: base64 of a salt and of scrypt over it. */
export interface KeptPin {
  readonly salt: string;
  readonly hash: string;
}

/** A PIN has few digits, so each try is made slow (about 50 ms). */
const cost = { N: 16_384, r: 8, p: 1 };
const length = 32;

/** Makes of a PIN what may be written down. It is worked out beside the main thread, which goes on. */
export async function keepPin(pin: string): Promise<KeptPin> {
  const salt = randomBytes(16);
  const hash = await slowHash(pin, salt);
  return { salt: salt.toString('base64'), hash: hash.toString('base64') };
}

/** Whether it is the PIN that was kept. A kept hash that is none fits no PIN. */
export async function isPin(pin: string, kept: KeptPin): Promise<boolean> {
  const hash = Buffer.from(kept.hash, 'base64');
  const tried = await slowHash(pin, Buffer.from(kept.salt, 'base64'));
  return hash.length === tried.length && timingSafeEqual(hash, tried);
}

function slowHash(pin: string, salt: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, length, cost, (error, hash) => {
      if (error === null) resolve(hash);
      else reject(error);
    });
  });
}
