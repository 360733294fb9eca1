import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Reply } from '../preload/contract/api.ts';
import type { Answers, Asks, CallName } from '../preload/contract/calls.ts';
import type { ImportProgressView, Language, TillView } from '../preload/contract/view.ts';
import { createCatalogueImport } from './catalogue/import.ts';
import { readCatalogueFile } from './catalogue/read-file.ts';
import type { Clock } from './clock.ts';
import { instant } from './clock.ts';
import type { Handlers } from './counter/calls.ts';
import { caseCalls } from './counter/case-calls.ts';
import { createCounter } from './counter/counter.ts';
import type { Issuer } from './counter/completion.ts';
import { dayCalls } from './counter/day-calls.ts';
import { paymentCalls } from './counter/payment-calls.ts';
import { createProbe } from './counter/probe.ts';
import { terminalNotices } from './counter/terminal-notices.ts';
import { type Reach, reachAfter } from './counter/reach.ts';
import { receiptCalls } from './counter/receipt-calls.ts';
import { isTerminalTaken, refundCalls } from './counter/refund-calls.ts';
import { refundViews } from './counter/refund-view.ts';
import { completeReturn } from './counter/return-completion.ts';
import type { Refusal } from './counter/refusal.ts';
import { reportCalls } from './counter/report-calls.ts';
import { saleCalls } from './counter/sale-calls.ts';
import { settingsCalls, type TrainingTerminal } from './counter/settings-calls.ts';
import { shelfCalls } from './counter/shelf-calls.ts';
import { alarmViews, caseViews, counterView, parkedViews, stopView } from './counter/view.ts';
import { createMatching } from './day/matching.ts';
import { createTerminalSharing } from './day/terminal-sharing.ts';
import type { Desk } from './desk.ts';
import type { Dintero, DinteroError, TerminalInfo } from './dintero/index.ts';
import type { InstallSettings } from './install/settings.ts';
import {
  everyReceipt,
  type Journal,
  type JournalError,
  journalError,
  roomLeft,
  type Signer,
} from './journal/index.ts';
import type { Log } from './log.ts';
import { createClockWatch } from './machine/clock-watch.ts';
import { createJournalGuard } from './machine/journal-guard.ts';
import { createRunner } from './payment/runner.ts';
import { createRefundRunner } from './refund/runner.ts';
import { ok, type Result } from './result.ts';
import { stoppedView } from './stopped-view.ts';
import { wordsFor } from './words/index.ts';

/** All that a till is made of. */
export type TillParts = {
  readonly settings: InstallSettings;
  readonly mode: 'live' | 'training';
  readonly identity: { readonly tillId: string };
  readonly version: string;
  readonly journal: Journal;
  readonly dintero: Dintero;
  readonly clock: Clock;
  readonly language: Language;
  readonly profileFolder: string;
  readonly keyStore: 'protected' | 'weak' | 'none';
  /** The key is made or read in the background: nothing waits for it before the first payment. */
  readonly signer: Promise<Signer>;
  /** Things a person should know, made when they are asked for, in the language of that moment. */
  readonly notices: (language: Language) => readonly { readonly code: string; readonly sentence: string }[];
  readonly training: TrainingTerminal | null;
  readonly desk: Desk;
  readonly log: Log;
};

export type Till = {
  readonly view: () => TillView;
  readonly handle: <N extends CallName>(name: N, asks: Asks<N>) => Promise<Reply<N>>;
  readonly onView: (listener: (view: TillView) => void) => () => void;
  readonly onImportProgress: (listener: (progress: ImportProgressView) => void) => () => void;
  /** Takes up what was open when the till stopped, and begins to ask Dintero whether it is there. */
  readonly start: () => void;
  /** The machine woke up or the network changed: looks at everything that is open, at once. */
  readonly lookNow: () => void;
  readonly stop: () => Promise<void>;
};

/** Which parts the till has and what each is given. */
export function createTill(parts: TillParts): Till {
  const { settings, identity, journal, dintero, clock, log, mode } = parts;
  let language = parts.language;
  let issuer: Issuer | null = null;
  let reach: Reach = { state: 'online' };
  let terminal: TerminalInfo | null = null;
  let shownBefore: TillView | null = null;
  let revision = 0;
  let telling = false;
  let over = false;
  const viewListeners = new Set<(view: TillView) => void>();
  const progressListeners = new Set<(progress: ImportProgressView) => void>();
  const words = (): ReturnType<typeof wordsFor> => wordsFor(language);

  /** Nobody logs in yet: entries carry no operator. */
  const operator = (): null => null;

  /** Many changes of one moment are told once. */
  function changed(): void {
    if (telling || over) return;
    telling = true;
    queueMicrotask(() => {
      telling = false;
      if (over) return;
      revision += 1;
      const now = view();
      for (const listener of viewListeners) listener(now);
    });
  }

  const guard = createJournalGuard({
    journal,
    roomLeft: () => roomLeft(path.join(parts.profileFolder, 'journal.sqlite')),
    clock,
    log,
    onChange: changed,
  });
  const onJournalError = guard.failed;

  /** The file went wrong under the till's eyes; anything else that was thrown is a programming error. */
  function unreadable(thrown: unknown): JournalError {
    const error = journalError(thrown);
    if (error === null) throw thrown;
    onJournalError(error);
    return error;
  }

  function onAnswer(error: DinteroError | null): void {
    const next = reachAfter(reach, error, instant(clock.now()));
    if (next === reach) return;
    if (next.state !== reach.state) log.info(`Dintero is ${next.state}`, { ...next });
    const lost = next.state === 'offline' && reach.state === 'online';
    reach = next;
    if (lost) probe.soon();
    changed();
  }

  /** Resolves when sales can be signed, or the journal could not take the key: then `stopped` says so. */
  async function ready(): Promise<void> {
    const signer = await parts.signer;
    if (over || issuer !== null) return;
    // At every start, so that the chain can be checked whichever key signed (norway.md 8).
    const key = { keyVersion: signer.keyVersion, publicKey: signer.publicKeyPem };
    const written = journal.write(null, (tx) => tx.append('till.signing-key', key));
    if (!written.ok) onJournalError(written.error);
    else issuer = { tillId: identity.tillId, training: mode === 'training', seller: settings.seller, signer };
  }

  const runner = createRunner({
    journal,
    dintero,
    clock,
    log,
    terminalId: settings.store.terminalId,
    completeSale: (tx, attempt) => counter.completeForAttempt(tx, attempt),
    onChange: () => {
      counter.refresh();
      noticeSharing();
      changed();
    },
    onAnswer,
    onJournalError,
  });

  let shownRefund: string | null = null;
  const refunds = createRefundRunner({
    journal,
    dintero,
    clock,
    log,
    tillId: identity.tillId,
    completeReturn: (tx, refund) => {
      // Nothing is given back before the till can sign.
      if (issuer === null) throw new Error('A return was to be completed before the signing key was read');
      return completeReturn(tx, issuer, refund);
    },
    onChange: changed,
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
    onAnswer,
    onChange: changed,
    onJournalError,
  });
  const sharing = createTerminalSharing();
  const clockWatch = createClockWatch({ journal, clock, onJournalError });

  /** The terminal was busy though nothing of this till's was on it. */
  function noticeSharing(): void {
    const shown = counter.shown();
    const standing = shown.kind === 'attempt' ? counter.attempt(shown.attemptId) : null;
    if (standing === null) return;
    const others = journal.read
      .watchedAttempts()
      .filter((one) => one.attemptId !== standing.attempt.attemptId);
    const open = others.some((one) => one.sessionId !== null && runner.standing(one.attemptId) !== null);
    if (sharing.noticed(standing.attempt, open))
      log.warn('the terminal was busy with another till’s payment');
  }

  const counter = createCounter({
    journal,
    tillId: identity.tillId,
    currency: settings.currency,
    issuer: () => issuer,
    standing: runner.standing,
    onChange: changed,
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
      changed();
    },
  });
  const refusalOf = ({ code, detail }: JournalError): Refusal => ({ code, detail: { reason: detail } });
  const refusedBecauseStopped = (): Refusal | null => {
    const stop = guard.stop();
    return stop?.of === 'all' ? refusalOf(stop.error) : null;
  };
  /** What is open may be finished in the room that is left; nothing new is begun. */
  const noNewSale = (): Refusal | null => {
    const stop = guard.stop();
    return stop === null ? null : refusalOf(stop.error);
  };

  const handlers: Handlers = {
    'till.view': () => ok(view()),
    ...saleCalls({ counter, journal, runner, words, stopped: refusedBecauseStopped, noNewSale, operator }),
    ...paymentCalls({
      counter,
      journal,
      runner,
      settings,
      reach: () => reach,
      probe: probe.ask,
      ready,
      stopped: refusedBecauseStopped,
      refundAtTerminal: () => isTerminalTaken(refunds),
      onJournalError,
      operator,
    }),
    ...caseCalls({ journal, matching, reach: () => reach, operator, onChange: changed, onJournalError }),
    ...shelfCalls({
      journal,
      catalogueImport: createCatalogueImport({ journal, readFile: readCatalogueFile, newId: randomUUID }),
      desk: parts.desk,
      words,
      operator,
      onProgress: (progress) => {
        for (const listener of progressListeners) listener(progress);
      },
      onChange: changed,
    }),
    ...receiptCalls({
      journal,
      tillId: identity.tillId,
      clock,
      desk: parts.desk,
      language: () => language,
      words,
      operator,
      onJournalError,
    }),
    ...refundCalls({
      journal,
      refunds,
      tillId: identity.tillId,
      terminalId: settings.store.terminalId,
      atTerminal: settings.dintero.refundAtTerminal,
      shopHasOperators: settings.operators.length > 0,
      terminalTaken: () => runner.holding() !== null,
      show: (refundId) => {
        shownRefund = refundId;
        changed();
      },
      ready,
      stopped: refusedBecauseStopped,
      operator,
    }),
    ...dayCalls({
      journal,
      matching,
      clock,
      seller: settings.seller,
      tillId: identity.tillId,
      training: mode === 'training',
      currency: settings.currency,
      openRefunds: () =>
        journal.read.openRefunds().flatMap((refundId) => refunds.standing(refundId)?.refund ?? []),
      language: () => language,
      words,
      operator,
      stopped: refusedBecauseStopped,
      onClosed: counter.refresh,
      onChange: changed,
      onJournalError,
    }),
    ...reportCalls({
      journal,
      desk: parts.desk,
      sellerName: settings.seller.name,
      language: () => language,
    }),
    ...settingsCalls({
      settings,
      mode,
      tillId: identity.tillId,
      version: parts.version,
      profileFolder: parts.profileFolder,
      keyStore: parts.keyStore,
      training: parts.training,
      language: () => language,
      setLanguage: (wanted) => {
        language = wanted;
        parts.desk.keepLanguage(wanted);
        changed();
      },
      onChange: changed,
    }),
  };

  /** What was shown before stays on the screen when the journal cannot be read, and the till says why. */
  function view(): TillView {
    try {
      shownBefore = readView();
      return shownBefore;
    } catch (thrown) {
      const { version } = parts;
      const { tillId } = identity;
      const error = unreadable(thrown);
      const stopped = stoppedView({ settings, mode, tillId, version, language, error });
      return { ...(shownBefore ?? stopped), revision, stopped: stopped.stopped };
    }
  }

  function readView(): TillView {
    const said = words();
    const cases = journal.read.openCases();
    const onCounter = counterView(counter, journal, said);
    const parked = parkedViews(journal, runner);
    const stop = stopView(guard.stop(), onCounter, parked.length, said);
    return {
      revision,
      mode,
      language,
      version: parts.version,
      tillId: identity.tillId,
      sellerName: settings.seller.name,
      storeId: settings.store.id,
      terminalId: settings.store.terminalId,
      currency: settings.currency,
      counter: onCounter,
      parked,
      refunds: refundViews(refunds, shownRefund, said),
      alarms: alarmViews(journal, runner, said, settings.currency),
      cases: caseViews(cases, said),
      network:
        reach.state === 'online'
          ? { state: 'online' }
          : { state: 'offline', since: reach.since, sentence: said.offline(reach.reason) },
      notices: [
        ...parts.notices(language),
        ...(journal.read.cashWithoutFloat()
          ? [{ code: 'FLOAT-MISSING', sentence: said.notices.floatMissing }]
          : []),
        ...(sharing.isShared(cases)
          ? [{ code: 'TERMINAL-SHARED', sentence: said.notices.terminalShared(settings.store.terminalId) }]
          : []),
        ...terminalNotices(terminal, settings.store, said),
        ...(stop.notice === null ? [] : [stop.notice]),
      ],
      stopped: stop.stopped,
      training: parts.training === null ? null : parts.training.current(),
      articles: journal.read.articleCount(),
    };
  }

  function reply<N extends CallName>(answered: Result<Answers<N>, Refusal>): Reply<N> {
    if (answered.ok) return answered;
    const { code, detail } = answered.error;
    return { ok: false, error: { code, sentence: words().error(code, detail) } };
  }

  /** What was open when the till stopped is open again before anything new is begun. */
  function takeUp(): void {
    const last = journal.read.lastEntry();
    clockWatch.start();
    guard.start();
    const started = journal.write(operator(), (tx) =>
      tx.append('till.started', {
        tillId: identity.tillId,
        version: parts.version,
        mode,
        storeId: settings.store.id,
        terminalId: settings.store.terminalId,
        platform: process.platform,
      }),
    );
    if (!started.ok) onJournalError(started.error);
    // A power cut just after an approval must not leave the cashier guessing whether it stood.
    if (last !== null && last.kind !== 'till.stopped' && counter.sale() === null) {
      const [newest] = journal.read.receipts({ ...everyReceipt, limit: 1 });
      if (newest?.kind === 'sale') counter.show({ kind: 'done', receiptNumber: newest.receiptNumber });
    }
    // From the first moment: its sale must not be edited while the signing key is still being read.
    const open = journal.read
      .unfinishedAttempts()
      .find(({ saleId, state }) => saleId === counter.sale()?.saleId && state !== 'approved');
    if (open !== undefined) counter.show({ kind: 'attempt', attemptId: open.attemptId });
    probe.start();
    void ready()
      .then(() => {
        if (over) return;
        runner.resume();
        refunds.resume();
        matching.start();
      })
      .catch(unreadable);
  }

  return {
    view,
    handle: async (name, asks) => {
      try {
        return reply(await handlers[name](asks));
      } catch (thrown) {
        return reply({ ok: false, error: refusalOf(unreadable(thrown)) });
      }
    },
    onView: (listener) => {
      viewListeners.add(listener);
      return () => viewListeners.delete(listener);
    },
    onImportProgress: (listener) => {
      progressListeners.add(listener);
      return () => progressListeners.delete(listener);
    },
    start: () => {
      try {
        takeUp();
      } catch (thrown) {
        unreadable(thrown);
      }
    },
    lookNow: () => {
      clockWatch.awake();
      runner.lookNow();
      refunds.lookNow();
      probe.now();
    },
    stop: async () => {
      if (over) return;
      over = true;
      probe.stop();
      guard.end();
      clockWatch.stop();
      matching.stop();
      await Promise.all([runner.stop(), refunds.stop()]);
      journal.write(operator(), (tx) => tx.append('till.stopped', {}));
    },
  };
}
