import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Log } from '../log.ts';
import type { SecretStore } from './secrets.ts';

const keptKey = z.strictObject({ privateKeyPem: z.string(), publicKeyPem: z.string() });
type KeyPair = z.infer<typeof keptKey>;

/** The key that completed sales are signed with. `keyVersion` names the key itself: another key, another version. */
export interface InstalledKey extends KeyPair {
  readonly keyVersion: string;
}

/**
 * The till's signing key: from the key store, or a new one. Where it cannot be kept, it lives until the till stops;
 * what it signed can still be checked, since its public half goes into the journal.
 */
export async function signingKey(
  secrets: SecretStore,
  make: () => Promise<KeyPair>,
  log: Log,
): Promise<InstalledKey> {
  const kept = await secrets.read('signing-key');
  if (!kept.ok) log.warn('the signing key could not be read', { why: kept.error });
  const known = kept.ok && kept.value !== null ? readKey(kept.value) : null;
  if (known !== null) return named(known);

  const pair = await make();
  // An unreadable key store is left as it is: a person may still be able to mend it.
  if (kept.ok && secrets.kind === 'protected') {
    const written = await secrets.write('signing-key', JSON.stringify(pair));
    if (!written.ok) log.warn('the signing key could not be kept', { why: written.error });
  }
  return named(pair);
}

function readKey(text: string): KeyPair | null {
  try {
    const parsed = keptKey.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function named(pair: KeyPair): InstalledKey {
  const keyVersion = createHash('sha256').update(pair.publicKeyPem).digest('hex').slice(0, 16);
  return { ...pair, keyVersion };
}
