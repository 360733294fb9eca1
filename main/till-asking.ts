import { instant } from './clock.ts';
import { isBusyForAnother } from './counter/busy-terminal.ts';
import { partLost } from './counter/part-calls.ts';
import { createProbe } from './counter/probe.ts';
import { type Reach, reachAfter } from './counter/reach.ts';
import { createLostTail } from './day/lost-tail.ts';
import { createMatching } from './day/matching.ts';
import { createPayouts } from './day/payouts.ts';
import type { DinteroError, TerminalInfo } from './dintero/index.ts';
import type { JournalError, JournalWriter } from './journal/index.ts';
import { createRunner } from './payment/runner.ts';
import type { Entry } from './journal/entries/index.ts';
import type { Refund } from './refund/refund.ts';
import { createRefundRunner } from './refund/runner.ts';
import type { TillParts } from './till-parts.ts';
import type { Counter } from './counter/counter.ts';
import type { Probe } from './counter/probe.ts';
import type { LostTail } from './day/lost-tail.ts';
import type { Matching } from './day/matching.ts';
import type { Payouts } from './day/payouts.ts';
import type { TerminalSharing } from './day/terminal-sharing.ts';
import type { Runner } from './payment/runner.ts';
import type { RefundRunner } from './refund/runner.ts';
import type { CopyWatch } from './second-copy/watch.ts';

type AskingParts = Pick<TillParts, 'settings' | 'identity' | 'journal' | 'dintero' | 'clock' | 'log'> & {
  /** It is made after this, and needs it. */
  readonly counter: () => Counter;
  readonly sharing: TerminalSharing;
  readonly conclude: (tx: JournalWriter, refund: Refund) => Entry;
  readonly onSoldElsewhere: CopyWatch['soldElsewhere'];
  readonly onChange: () => void;
  readonly onJournalError: (error: JournalError) => void;
};

/** All that asks Dintero: payments and refunds to their end, the books compared, and whether it is there at all. */
export type Asking = {
  readonly runner: Runner;
  readonly refunds: RefundRunner;
  readonly matching: Matching;
  readonly lostTail: LostTail;
  readonly payouts: Payouts;
  readonly probe: Probe;
  readonly reach: () => Reach;
  /** What Dintero said of the till's own terminal last. */
  readonly terminal: () => TerminalInfo | null;
  /** Takes up what was open when the till stopped: money that was on its way comes first. */
  readonly resume: () => void;
  /** The machine woke up or the network changed. */
  readonly lookNow: () => void;
  readonly stop: () => Promise<void>;
};

/** Makes it all; nothing is asked before it is resumed or the probe is started. */
export function createAsking(parts: AskingParts): Asking {
  const { settings, identity, journal, dintero, clock, log } = parts;
  const { sharing, conclude, onSoldElsewhere, onChange, onJournalError } = parts;
  let reach: Reach = { state: 'online' };
  let terminal: TerminalInfo | null = null;

  function onAnswer(error: DinteroError | null): void {
    const next = reachAfter(reach, error, instant(clock.now()));
    if (next === reach) return;
    if (next.state !== reach.state) log.info(`Dintero is ${next.state}`, { ...next });
    const lost = next.state === 'offline' && reach.state === 'online';
    reach = next;
    if (lost) probe.soon();
    onChange();
  }

  const runner = createRunner({
    journal,
    dintero,
    clock,
    log,
    terminalId: settings.store.terminalId,
    completeSale: (tx, attempt) => parts.counter().completeForAttempt(tx, attempt),
    losePart: partLost,
    onChange: () => {
      parts.counter().refresh();
      if (isBusyForAnother(journal, parts.counter(), runner, sharing))
        log.warn('the terminal was busy with another till’s payment');
      onChange();
    },
    onAnswer,
    onJournalError,
  });

  const refunds = createRefundRunner({
    journal,
    dintero,
    clock,
    log,
    tillId: identity.tillId,
    conclude,
    onChange: () => {
      parts.counter().refresh();
      onChange();
    },
    onAnswer,
    onJournalError,
  });

  const matching = createMatching({
    journal,
    dintero,
    clock,
    log,
    ours: {
      tillId: identity.tillId,
      terminalId: settings.store.terminalId,
      storeId: settings.store.id,
      currency: settings.currency,
    },
    isFollowed: (attemptId) => runner.standing(attemptId) !== null,
    onSoldElsewhere,
    onAnswer,
    onChange,
    onJournalError,
  });
  const lostTail = createLostTail({
    journal,
    dintero,
    clock,
    log,
    ours: { tillId: identity.tillId, terminalId: settings.store.terminalId, storeId: settings.store.id },
    onAnswer,
    onJournalError,
    onFound: matching.lookNow,
    onSoldElsewhere,
  });
  const payouts = createPayouts({
    journal,
    dintero,
    clock,
    log,
    paidTo: { payoutDestinationId: settings.store.payoutDestinationId, currency: settings.currency },
    onChange,
    onJournalError,
  });
  const probe = createProbe({
    dintero,
    clock,
    reach: () => reach,
    onAnswer,
    terminalId: settings.store.terminalId,
    onTerminal: (said) => {
      terminal = said;
      onChange();
    },
  });

  return {
    runner,
    refunds,
    matching,
    lostTail,
    payouts,
    probe,
    reach: () => reach,
    terminal: () => terminal,
    resume: () => {
      runner.resume();
      refunds.resume();
      matching.start();
      void lostTail.look();
      payouts.start();
    },
    lookNow: () => {
      runner.lookNow();
      refunds.lookNow();
      probe.now();
    },
    stop: async () => {
      probe.stop();
      matching.stop();
      lostTail.stop();
      payouts.stop();
      await Promise.all([runner.stop(), refunds.stop()]);
    },
  };
}
