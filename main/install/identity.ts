import { createHash, randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { instantField } from '../journal/entries/fields.ts';
import { err, ok, type Result } from '../result.ts';
import { diskWords, replaceFile } from './file.ts';

/** Letters and digits that cannot be taken for one another when read aloud or written down. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

const identityFile = z.strictObject({
  tillId: z.string().regex(/^[2-9A-HJ-NP-Z]{6}$/),
  installedAt: instantField,
});

/** Who this till is, for ever: its id stands in every sale, attempt and receipt. */
export type Identity = z.infer<typeof identityFile>;

/** Reads the till's identity, or makes one where there is none yet. An unreadable one is never replaced. `now`: UTC ISO 8601. */
export function readIdentity(path: string, now: string): Result<Identity, string> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return makeIdentity(path, now);
    return err(diskWords(thrown));
  }
  return parseIdentity(text);
}

/** Checks an identity that was read. */
export function parseIdentity(text: string): Result<Identity, string> {
  try {
    const parsed = identityFile.safeParse(JSON.parse(text));
    return parsed.success ? ok(parsed.data) : err('tillId, installedAt');
  } catch (thrown) {
    return err(diskWords(thrown));
  }
}

/**
 * The id of this install: another one for every machine that a till is ever restored on, though the till stays the same.
 */
export function installIdOf({ tillId, installedAt }: Identity): string {
  return createHash('sha256').update(`${tillId} ${installedAt}`).digest('hex').slice(0, 12).toUpperCase();
}

function makeIdentity(path: string, now: string): Result<Identity, string> {
  const tillId = Array.from({ length: 6 }, () => alphabet[randomInt(alphabet.length)]).join('');
  const identity: Identity = { tillId, installedAt: now };
  const written = replaceFile(path, `${JSON.stringify(identity, null, 2)}\n`);
  return written.ok ? ok(identity) : written;
}
