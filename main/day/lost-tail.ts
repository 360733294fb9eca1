import { type Clock, instant } from '../clock.ts';
import type { Answer, Dintero, DinteroError } from '../dintero/index.ts';
import type { Journal, JournalError, JournalReads } from '../journal/index.ts';
import type { Log } from '../log.ts';
import { err, ok } from '../result.ts';
import { attemptNamed } from './differences.ts';
import { type SeenElsewhere, seenElsewhere } from './later-install.ts';
import { listTransactions } from './listing.ts';

/** The look reaches back this long (ms) before the last entry that the journal still has: both clocks may be wrong by as much. */
const overlapMs = 24 * 3_600_000;

export type LostTailParts = {
  readonly journal: Journal;
  readonly dintero: Dintero;
  readonly clock: Clock;
  readonly log: Log;
  readonly ours: { readonly tillId: string; readonly terminalId: string; readonly storeId: string };
  readonly onAnswer: (error: DinteroError | null) => void;
  readonly onJournalError: (error: JournalError) => void;
  /** The till was restored on another machine, and sells there. */
  readonly onSoldElsewhere: (seen: SeenElsewhere) => void;
  /** Attempts were found that the journal lost: their money is to be accounted for before anything else is charged. */
  readonly onFound: () => Promise<unknown>;
};

/**
 * Whether Dintero knows payments of this till that its journal does not, since a torn log or an old copy took the
 * journal's last entries with it. A reference given twice would let an old payment pass for a new one.
 */
export type LostTail = {
  /** Asks once in a run. An error when that cannot be known, and the till, which has sold before, did not end in good order. */
  readonly look: () => Promise<DinteroError | null>;
  readonly stop: () => void;
};

/** Makes it, before the till writes its first entry. Nothing is asked yet. */
export function createLostTail(parts: LostTailParts): LostTail {
  const { journal, dintero, clock, log, ours } = parts;
  const last = journal.read.lastEntry();
  const inGoodOrder = last === null || last.kind === 'till.stopped' || journal.read.nextSaleNumber() === 1;
  let asking: Promise<DinteroError | null> | null = null;
  let over = false;
  const isOver = (): boolean => over;

  async function ask(): Promise<Answer<void>> {
    const lastAt = last === null ? clock.now() : Math.min(Date.parse(last.at), clock.now());
    const listed = await listTransactions(dintero, {
      ...ours,
      from: instant(lastAt - overlapMs),
      until: null,
    });
    if (isOver()) return ok(undefined);
    parts.onAnswer(listed.ok ? null : listed.error);
    if (!listed.ok) return err(listed.error);
    const elsewhere = seenElsewhere(journal.read, ours.tillId, listed.value, instant(clock.now()));
    if (elsewhere !== null) {
      log.error('another install of this till sells', { ...elsewhere });
      parts.onSoldElsewhere(elsewhere);
      return ok(undefined);
    }
    const references = new Set(listed.value.flatMap((one) => one.merchant_reference ?? []));
    const lost = [...references]
      .filter((reference) => isMissing(journal.read, ours.tillId, reference))
      .sort();
    if (lost.length === 0) return ok(undefined);
    log.error('Dintero knows payments that this journal lost', { attempts: lost });
    const written = journal.write(null, (tx) =>
      tx.append('till.attempts-lost', { attemptIds: lost, afterSeq: last?.seq ?? 0 }),
    );
    if (!written.ok) parts.onJournalError(written.error);
    else await parts.onFound();
    return ok(undefined);
  }

  return {
    look: () => {
      asking ??= ask().then((asked) => {
        if (asked.ok) return null;
        log.warn('could not ask Dintero for payments that the journal lost', { kind: asked.error.kind });
        // A client that may not read lists is not asked again; anything else heals.
        if (asked.error.kind === 'refused') return null;
        asking = null;
        return inGoodOrder ? null : asked.error;
      });
      return asking;
    },
    stop: () => {
      over = true;
    },
  };
}

/** Whether a reference is of this till, and the journal knows nothing of it. */
function isMissing(read: JournalReads, tillId: string, reference: string): boolean {
  const named = attemptNamed(reference);
  if (named === null || named.tillId !== tillId || read.attemptNamed(reference) !== null) return false;
  return !read.isLost(`${tillId}-${String(named.sale)}`, named.number);
}
