import type { Entry } from '../journal/entries/index.ts';
import type { JournalWriter } from '../journal/index.ts';
import { applyToAttempt, isReserved, mayStillBePaid } from './attempt.ts';
import type { Consequence } from './consequence.ts';
import type { Held, Work } from './held.ts';
import type { RunnerParts } from './runner-parts.ts';

/** An ending without money: what became of it, a stable code, and whose words. */
export type Ending = Omit<Extract<Consequence, { kind: 'end-unpaid' }>, 'kind'>;

/** Writes down what follows from a look. True when there is nothing left to look for. */
export function carryOut(parts: RunnerParts, held: Held, what: Consequence): boolean {
  const { attemptId } = held.attempt();
  const recorded = (work: Work): boolean => held.record(null, work).ok;
  switch (what.kind) {
    case 'keep-looking':
      return false;
    case 'approve':
      recorded((tx) => {
        const approved = tx.append('attempt.approved', { attemptId, transaction: what.transaction });
        return [approved, ...completion(parts, held, tx, approved)];
      });
      return settled(held);
    case 'confirm':
      recorded((tx) => [tx.append('attempt.approved', { attemptId, transaction: what.transaction })]);
      return settled(held);
    case 'capture':
      recorded((tx) => [tx.append('attempt.captured', { attemptId, transactionId: what.transactionId })]);
      return settled(held);
    case 'end-unpaid':
      return endUnpaid(held, what);
    case 'become-undecided':
      recorded((tx) => [tx.append('attempt.undecided', { attemptId, why: what.why, detail: what.detail })]);
      return false;
    case 'raise-paid-after-all':
      return (
        recorded((tx) => {
          const alarm = tx.read.nextAlarmNumber();
          return [tx.append('attempt.paid-after-all', { attemptId, transaction: what.transaction, alarm })];
        }) && !isReserved(held.attempt())
      );
    case 'withdraw-alarm':
      recorded((tx) => {
        const { outcome, code, detail } = what;
        // A person may have settled the alarm before Dintero let the money go: then nobody waits for anything.
        if (!tx.read.openAlarms().some((one) => one.attemptId === attemptId)) {
          return [tx.append('attempt.watch-ended', { attemptId })];
        }
        const withdrawn = tx.append('attempt.alarm-withdrawn', { attemptId, outcome, code, detail });
        return mayStillBePaid(code)
          ? [withdrawn]
          : [withdrawn, tx.append('attempt.watch-ended', { attemptId })];
      });
      return settled(held);
    case 'raise-not-paid-after-all':
      return recorded((tx) => {
        const { outcome, code, detail } = what;
        const alarm = tx.read.nextAlarmNumber();
        const contradicted = tx.append('attempt.contradicted', { attemptId, outcome, code, detail, alarm });
        const lost = parts.losePart(tx, held.attempt(), what);
        return lost === null ? [contradicted] : [contradicted, lost];
      });
    case 'end-watch':
      return recorded((tx) => [tx.append('attempt.watch-ended', { attemptId })]);
  }
}

/** Ends the attempt as not paid. True when it left nothing behind that could still be paid. */
export function endUnpaid(held: Held, { outcome, code, detail }: Ending): boolean {
  const { attemptId } = held.attempt();
  const ended = held.record(null, (tx) => {
    const entry = tx.append('attempt.not-paid', { attemptId, outcome, code, detail });
    return mayStillBePaid(code) ? [entry] : [entry, tx.append('attempt.watch-ended', { attemptId })];
  });
  return ended.ok && !mayStillBePaid(code);
}

/**
 * The completion of the attempt's sale, in the transaction of the entry that approved it: a payment is never written
 * down without its receipt.
 */
export function completion(parts: RunnerParts, held: Held, tx: JournalWriter, approval: Entry): Entry[] {
  const approved = applyToAttempt(held.attempt(), approval) ?? held.attempt();
  const completed = parts.completeSale(tx, approved);
  return completed === null ? [] : [completed];
}

function settled(held: Held): boolean {
  const attempt = held.attempt();
  if ('paidAfterAll' in attempt) return attempt.watched === 'over';
  return attempt.state === 'completed' && attempt.transaction !== null && attempt.captured;
}
