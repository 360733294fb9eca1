import type { TerminalAnswer } from '../../preload/contract/view.ts';
import type { Clock } from '../clock.ts';
import type { Journal, JournalError, JournalReads } from '../journal/index.ts';
import { closelyMs } from '../payment/schedule.ts';
import { ok, type Result } from '../result.ts';
import type { Standing } from '../update/decide.ts';
import type { Authorise } from './authorise.ts';
import type { Handlers } from './calls.ts';
import { notWritten, refuse, type Refusal } from './refusal.ts';

/** The training terminal's controls: what it will answer next, and after how long (ms). */
export type TrainingTerminal = {
  readonly choose: (answer: TerminalAnswer, afterMs: number) => void;
  readonly current: () => { readonly answer: TerminalAnswer; readonly afterMs: number };
};

/** Opens the other till behind the window: training, or the real one again. */
export type TrainingSwitch = {
  /** Which till this is; `nothing-yet`: nothing is installed here, so there is no real one to go back to. */
  readonly from: 'live' | 'training' | 'nothing-yet';
  readonly to: (
    next: { readonly kind: 'training' } | { readonly kind: 'live'; readonly operator: string | null },
  ) => void;
};

export type TrainingCallParts = {
  readonly terminal: TrainingTerminal | null;
  /** Null for a till without a window of its own. */
  readonly turn: TrainingSwitch | null;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly standing: () => Standing;
  readonly operator: () => string | null;
  readonly authorise: Authorise;
  readonly onChange: () => void;
  readonly onJournalError: (error: JournalError) => void;
};

/** Why a real till does not leave the counter now. */
type Hindrance = 'sale-open' | 'money-under-way' | 'undecided' | 'alarm' | 'watched';

type TrainingCall = Extract<keyof Handlers, `training.${string}`>;

/** What the training terminal answers, and the way into training and out of it. */
export function trainingCalls(parts: TrainingCallParts): Pick<Handlers, TrainingCall> {
  const { journal, turn } = parts;

  function start(to: TrainingSwitch['to']): Result<null, Refusal> {
    const why = hindrance(parts.standing(), journal.read, parts.clock.now());
    if (why !== null) return refuse('TRAINING-NOT-NOW', { why });
    const refusal = parts.authorise({ kind: 'training', of: 'on' });
    if (refusal !== null) return { ok: false, error: refusal };
    const written = journal.write(parts.operator(), (tx) => tx.append('till.training-started', {}));
    if (!written.ok) {
      parts.onJournalError(written.error);
      return notWritten(written.error);
    }
    to({ kind: 'training' });
    return ok(null);
  }

  /** What is left undecided in training is about no money; only a customer at the counter is waited for. */
  function end(to: TrainingSwitch['to']): Result<null, Refusal> {
    const { saleOpen, moneyUnderWay } = parts.standing();
    if (saleOpen || moneyUnderWay) {
      return refuse('TRAINING-NOT-NOW', { why: saleOpen ? 'sale-open' : 'money-under-way' });
    }
    const refusal = parts.authorise({ kind: 'training', of: 'off' });
    if (refusal !== null) return { ok: false, error: refusal };
    to({ kind: 'live', operator: parts.operator() });
    return ok(null);
  }

  return {
    'training.choose': ({ answer, afterMs }) => {
      if (parts.terminal === null) return refuse('NOT-ALLOWED-NOW');
      parts.terminal.choose(answer, afterMs);
      parts.onChange();
      return ok(null);
    },
    'training.start': () => (turn?.from === 'live' ? start(turn.to) : refuse('NOT-ALLOWED-NOW')),
    'training.end': () => (turn?.from === 'training' ? end(turn.to) : refuse('NOT-ALLOWED-NOW')),
  };
}

/**
 * A till in training asks Dintero about nothing real. So nothing may be undecided, no alarm may wait for a person, and a
 * payment that ended within the hour, when a late approval is likeliest, is looked at first; older ones are looked at
 * again as soon as the till is real. `now`: milliseconds since 1970.
 */
function hindrance(standing: Standing, read: JournalReads, now: number): Hindrance | null {
  if (standing.moneyUnderWay) return 'money-under-way';
  if (standing.saleOpen) return 'sale-open';
  if (standing.undecided) return 'undecided';
  if (read.openAlarms().length > 0 || read.openRefundAlarms().length > 0) return 'alarm';
  const watched = [...read.watchedAttempts(), ...read.reservedAttempts()];
  return watched.some(({ updatedAt }) => now - Date.parse(updatedAt) < closelyMs) ? 'watched' : null;
}
