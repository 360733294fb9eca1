import type { Transaction } from '../dintero/index.ts';
import { type JournalReads, restoresBefore } from '../journal/index.ts';
import { attemptNamed } from './differences.ts';

/** A payment of the install that goes on where this one stopped. `at`: UTC ISO 8601. */
export type SeenElsewhere = { readonly reference: string; readonly at: string };

/** Whether a reference is of this till, and of an install of it that was restored after this one. */
export function isOfLaterInstall(
  read: Pick<JournalReads, 'nextSaleNumber'>,
  tillId: string,
  reference: string,
): boolean {
  const named = attemptNamed(reference);
  if (named === null || named.tillId !== tillId) return false;
  return restoresBefore(named.sale) > restoresBefore(read.nextSaleNumber());
}

/** The first such payment among what Dintero lists; null when there is none. */
export function seenElsewhere(
  read: Pick<JournalReads, 'nextSaleNumber'>,
  tillId: string,
  listed: readonly Transaction[],
  now: string,
): SeenElsewhere | null {
  for (const { merchant_reference: reference, created_at: at } of listed) {
    if (reference !== null && isOfLaterInstall(read, tillId, reference)) return { reference, at: at ?? now };
  }
  return null;
}
