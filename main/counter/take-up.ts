import { everyReceipt, type JournalError } from '../journal/index.ts';
import { ok, type Result } from '../result.ts';
import type { TillParts } from '../till-parts.ts';
import type { Counter } from './counter.ts';
import { holdingRefund } from './exchange-hold.ts';

type Start = Pick<TillParts, 'journal' | 'identity' | 'version' | 'mode' | 'settings' | 'trainingEnded'> & {
  readonly counter: Counter;
};

/** `trainingOver`: the till was in training, and nobody switched back: why it is real again all the same. */
export type TakenUp = { readonly trainingOver: 'restarted' | 'not-opened' | null };

/** The till is switched on: says so in the journal, and what was on the counter is on the counter again. */
export function takeUp({ journal, counter, trainingEnded, ...till }: Start): Result<TakenUp, JournalError> {
  const last = journal.read.lastEntry();
  const before = journal.read.lastVersion();
  const ended = trainingEnded ?? { why: 'restarted' as const };
  const leaves = journal.read.leftInTraining();
  if (leaves) {
    const by = ended.why === 'switched' ? ended.operator : null;
    const written = journal.write(by, (tx) => tx.append('till.training-ended', { why: ended.why }));
    if (!written.ok) return written;
  }
  const started = journal.write(null, (tx) => {
    if (before !== null && before !== till.version)
      tx.append('till.updated', { from: before, to: till.version });
    tx.append('till.started', {
      tillId: till.identity.tillId,
      version: till.version,
      mode: till.mode,
      storeId: till.settings.store.id,
      terminalId: till.settings.store.terminalId,
      platform: process.platform,
    });
  });
  // A power cut just after an approval must not leave the cashier guessing whether it stood.
  if (last !== null && last.kind !== 'till.stopped' && counter.sale() === null) {
    const [newest] = journal.read.receipts({ ...everyReceipt, limit: 1 });
    if (newest !== undefined && newest.kind !== 'return')
      counter.show({ kind: 'done', receiptNumber: newest.receiptNumber });
  }
  // From the first moment: its sale must not be edited while the signing key is still being read.
  const open = journal.read
    .unfinishedAttempts()
    .find(({ saleId, state }) => saleId === counter.sale()?.saleId && state !== 'approved');
  if (open !== undefined) counter.show({ kind: 'attempt', attemptId: open.attemptId });
  const sale = counter.sale();
  const refund = sale === null ? null : holdingRefund(journal.read, sale.saleId);
  if (refund !== null) counter.show({ kind: 'refund', refundId: refund.refundId });
  return started.ok ? ok({ trainingOver: leaves && ended.why !== 'switched' ? ended.why : null }) : started;
}
