import { createHash } from 'node:crypto';
import type { KeptPin } from '../install/pin.ts';

/**
 * Tells one kept PIN from the next in the journal. Nobody can try PINs against it: the salt is in it, and the salt
 * stands in the settings only.
 */
export function markOf({ salt, hash }: KeptPin): string {
  return createHash('sha256').update(`${salt}\n${hash}`).digest('hex').slice(0, 16);
}
