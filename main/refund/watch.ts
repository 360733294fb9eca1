import type { RefundRequest, Transaction } from '../dintero/index.ts';
import type { JournalError } from '../journal/index.ts';
import { describe } from '../payment/create-answer.ts';
import { printableText } from '../payment/printable.ts';
import { leastWatchMs, watchMs } from '../payment/schedule.ts';
import { assertNever, ok, type Result } from '../result.ts';
import { consequence } from './consequence.ts';
import { holdRefund, type Held } from './held.ts';
import { judge } from './reading.ts';
import { isFollowed, type Refund } from './refund.ts';
import type { RefundRunnerParts, RefundStanding } from './runner-parts.ts';
import { pauseBeforeLook } from './schedule.ts';
import { send } from './send.ts';
import type { SendFailure } from './send-answer.ts';

/** Looks after one refund: sends it once, then reads until it is known whether the money went back. */
export type RefundWatch = {
  readonly refund: () => Refund;
  readonly standing: () => RefundStanding;
  readonly start: (request: RefundRequest) => void;
  /** Takes the refund up again after the till was off. */
  readonly resume: () => void;
  readonly decide: (refunded: boolean, reason: string, operator: string | null) => Result<void, JournalError>;
  readonly lookNow: () => void;
  readonly stop: () => Promise<void>;
};

/** Makes the watch of one refund. `onOver` is called when it is settled. */
export function createRefundWatch(
  parts: RefundRunnerParts,
  first: Refund,
  onOver: (refund: Refund) => void,
): RefundWatch {
  const { dintero, clock, log } = parts;
  const held: Held = holdRefund(parts, first);
  const { refund, record } = held;
  const { refundId } = first;
  let failures = 0;
  let working: Promise<void> | null = null;
  let callOff: (() => void) | null = null;
  let nextLookAt: number | null = null;
  let over = false;
  // Only the wall clock can say how long the till was off, and it may have jumped: by itself it ends no watch.
  const offSince = first.watchedSince === null ? clock.now() : Date.parse(first.watchedSince);
  const watchedBeforeMs = Math.min(Math.max(0, clock.now() - offSince), watchMs - leastWatchMs);
  /** An ending that the journal could not take yet. */
  let owed: SendFailure | null = null;

  function unschedule(): void {
    callOff?.();
    callOff = null;
    nextLookAt = null;
  }

  /** Comes back later, or ends when there is nothing left to look for. */
  function goOn(retryAfterMs: number | null): void {
    unschedule();
    if (over) return;
    if (!isFollowed(refund())) {
      over = true;
      onOver(refund());
      parts.onChange();
      return;
    }
    const pause = pauseBeforeLook(refund(), held.inStateMs(), failures, retryAfterMs);
    nextLookAt = clock.now() + pause;
    callOff = clock.after(pause, look);
    parts.onChange();
  }

  /** One piece of work at a time: the POST is over before anything is looked for. */
  function work(doing: () => Promise<number | null>): void {
    if (over || working !== null) return;
    unschedule();
    working = doing()
      .catch((thrown: unknown) => {
        log.error('work on a refund failed', { refund: refundId, error: String(thrown) });
        failures += 1;
        return null;
      })
      .then((retryAfterMs) => {
        working = null;
        goOn(retryAfterMs);
      });
  }

  function look(): void {
    work(async () => {
      if (owed !== null) {
        failed(owed);
        return null;
      }
      return lookOnce();
    });
  }

  /** Gives the time (ms) for which Dintero asked to be left alone; null when it did not. */
  async function lookOnce(): Promise<number | null> {
    const { card } = refund();
    if (card === null) throw new Error(`Refund ${refundId} does not go through Dintero`);
    const read = await dintero.readTransaction(card.transactionId);
    if (over) return null;
    parts.onAnswer(read.ok ? null : read.error);
    if (read.ok) {
      failures = 0;
      takeIn(read.value);
      return null;
    }
    failures += 1;
    log.warn('look at a refund failed', { refund: refundId, error: describe(read.error) });
    return 'retryAfterMs' in read.error ? (read.error.retryAfterMs ?? null) : null;
  }

  function takeIn(transaction: Transaction): void {
    const inStateMs = held.inStateMs();
    const elapsed = { inStateMs, watchedMs: watchedBeforeMs + inStateMs };
    const what = consequence(refund(), judge(refund(), transaction), elapsed);
    switch (what.kind) {
      case 'keep-looking':
        return;
      case 'finish':
        record(null, (tx) => {
          const done = tx.append('refund.done', { refundId, eventId: what.eventId });
          return [done, parts.conclude(tx, refund())];
        });
        return;
      case 'refuse':
        refuse(what.code, what.detail);
        return;
      case 'become-undecided':
        record(null, (tx) => [
          tx.append('refund.undecided', { refundId, why: what.why, detail: what.detail }),
        ]);
        return;
      case 'contradict': {
        const { refunded, eventId } = what;
        const detail = printableText(what.detail, 200);
        record(null, (tx) => {
          const alarm = tx.read.nextAlarmNumber();
          return [tx.append('refund.contradicted', { refundId, refunded, eventId, detail, alarm })];
        });
        return;
      }
      case 'end-watch':
        record(null, (tx) => [tx.append('refund.watch-ended', { refundId, confirmed: what.confirmed })]);
        return;
      default:
        assertNever(what);
    }
  }

  function refuse(code: string, detail: string): boolean {
    const body = { refundId, code, detail: printableText(detail, 200) };
    return record(null, (tx) => [tx.append('refund.refused', body)]).ok;
  }

  function failed(failure: SendFailure): void {
    owed = null;
    switch (failure.kind) {
      case 'never-happened':
        if (!refuse(failure.code, failure.detail)) owed = failure;
        return;
      case 'lost': {
        const body = { refundId, why: 'answer-lost', detail: failure.detail } as const;
        if (!record(null, (tx) => [tx.append('refund.undecided', body)]).ok) owed = failure;
        return;
      }
      default:
        assertNever(failure);
    }
  }

  async function sendOnce(request: RefundRequest): Promise<null> {
    const sent = await send(parts, held, request);
    // After the till stopped, as after a crash: what is on disk leads to a look-up at the next start.
    if (over) return null;
    switch (sent.kind) {
      case 'not-written':
        owed = { kind: 'never-happened', code: 'not-sent', detail: 'journal' };
        return null;
      case 'failed':
        failed(sent.failure);
        return null;
      case 'answered':
        taken(sent.answer);
        return null;
      default:
        return assertNever(sent);
    }
  }

  function taken(answer: Extract<Awaited<ReturnType<typeof send>>, { kind: 'answered' }>['answer']): void {
    if (answer.kind === 'accepted') {
      const { eventRequestId } = answer;
      record(null, (tx) => [tx.append('refund.accepted', { refundId, eventRequestId })]);
    }
    takeIn(answer.transaction);
    // A 200 proves nothing by itself: only an event that bears the refund's name does (dintero.md 5.3).
    if (refund().state === 'sending') {
      const body = { refundId, why: 'not-in-answer', detail: answer.transaction.status } as const;
      record(null, (tx) => [tx.append('refund.undecided', body)]);
    }
  }

  return {
    refund,

    standing: () => ({ refund: refund(), nextLookAt: working === null ? nextLookAt : clock.now() }),

    start: (request) => {
      work(() => sendOnce(request));
    },

    resume: () => {
      const stopped = 'till stopped';
      if (first.state === 'prepared') owed = { kind: 'never-happened', code: 'not-sent', detail: stopped };
      if (first.state === 'sending') owed = { kind: 'lost', detail: stopped };
      look();
    },

    decide: (refunded, reason, operator) => {
      if (refund().state !== 'undecided') return ok(undefined);
      const decided = record(operator, (tx) => {
        const entry = tx.append('refund.decided', { refundId, refunded, reason });
        return refunded
          ? [entry, parts.conclude(tx, { ...refund(), state: 'done', receiptNumber: null, byHand: true })]
          : [entry];
      });
      if (decided.ok && working === null) goOn(null);
      return decided;
    },

    lookNow: look,

    stop: async () => {
      over = true;
      unschedule();
      await working;
    },
  };
}
