import { randomInt, randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Reply } from '../preload/contract/api.ts';
import type { Answers, CallName } from '../preload/contract/calls.ts';
import type { ExportProgressView } from '../preload/contract/export.ts';
import type { ImportProgressView, Language, TillView } from '../preload/contract/view.ts';
import { createCatalogueImport } from './catalogue/import.ts';
import { readCatalogueFile } from './catalogue/read-file.ts';
import { instant, shopTime } from './clock.ts';
import { isCustomerAtTerminal } from './counter/at-terminal.ts';
import { isBusyForAnother } from './counter/busy-terminal.ts';
import { whileLocked } from './counter/access-view.ts';
import { alarmCalls } from './counter/alarm-calls.ts';
import { aboutCalls } from './counter/about-calls.ts';
import type { Handlers } from './counter/calls.ts';
import { cardCalls } from './counter/card-calls.ts';
import { caseCalls } from './counter/case-calls.ts';
import { copyCalls } from './counter/copy-calls.ts';
import { createCounter } from './counter/counter.ts';
import type { Issuer } from './counter/completion.ts';
import { dayCalls } from './counter/day-calls.ts';
import { exchangeCalls } from './counter/exchange-calls.ts';
import { exportCalls } from './counter/export-calls.ts';
import { partCalls } from './counter/part-calls.ts';
import { otherTillCalls } from './counter/other-till-calls.ts';
import { giftCardCalls } from './counter/gift-card-calls.ts';
import { paymentCalls } from './counter/payment-calls.ts';
import { mailCalls } from './counter/mailing.ts';
import { createPrinting } from './counter/printing.ts';
import { printerCalls } from './counter/printer-calls.ts';
import { createProbe } from './counter/probe.ts';
import { type Reach, reachAfter } from './counter/reach.ts';
import { receiptCalls } from './counter/receipt-calls.ts';
import { isTerminalTaken, refundCalls } from './counter/refund-calls.ts';
import { openWhileLocked, operatorCalls } from './counter/operator-calls.ts';
import { concludeRefund } from './counter/refund-conclusion.ts';
import { type Refusal, refuse } from './counter/refusal.ts';
import { reportCalls } from './counter/report-calls.ts';
import { basketLocked, saleCalls } from './counter/sale-calls.ts';
import { setUpCalls } from './counter/set-up-calls.ts';
import { secretCalls } from './counter/secret-calls.ts';
import { settingsCalls } from './counter/settings-calls.ts';
import { shopSettingsCalls } from './counter/shop-settings-calls.ts';
import { shelfCalls } from './counter/shelf-calls.ts';
import { takeUp, type TakenUp } from './counter/take-up.ts';
import { standingOn, updateCalls } from './counter/update-calls.ts';
import { createTelling } from './counter/telling.ts';
import { trainingCalls } from './counter/training-calls.ts';
import { tillView, type TillViewParts } from './counter/till-view.ts';
import { isOfLaterInstall } from './day/later-install.ts';
import { createLostTail } from './day/lost-tail.ts';
import { createDayExports } from './day/day-exports.ts';
import { createMatching } from './day/matching.ts';
import { createPayouts } from './day/payouts.ts';
import { createTerminalSharing } from './day/terminal-sharing.ts';
import type { DinteroError, TerminalInfo } from './dintero/index.ts';
import { createShopSettings } from './install/shop-settings.ts';
import { type JournalError, journalError, type JournalWriter, roomLeft } from './journal/index.ts';
import { createClockWatch } from './machine/clock-watch.ts';
import { createJournalGuard } from './machine/journal-guard.ts';
import { createOperators } from './operator/operators.ts';
import type { Stop } from './machine/stop.ts';
import { createRunner } from './payment/runner.ts';
import type { Entry } from './journal/entries/index.ts';
import type { Refund } from './refund/refund.ts';
import { createRefundRunner } from './refund/runner.ts';
import type { RefundOrder } from './refund/sources.ts';
import { ok, type Result } from './result.ts';
import type { LabelRule } from './sale/scanned-code.ts';
import { createCopyWatch } from './second-copy/watch.ts';
import { stoppedView } from './stopped-view.ts';
import type { Till, TillParts } from './till-parts.ts';
import { createUpdates } from './update/updates.ts';
import { wordsFor } from './words/index.ts';

/** Which parts the till has and what each is given. */
export function createTill(parts: TillParts): Till {
  const { settings, identity, journal, dintero, clock, log, mode } = parts;
  let language = parts.language;
  let issuer: Issuer | null = null;
  let reach: Reach = { state: 'online' };
  let terminal: TerminalInfo | null = null;
  let shownBefore: TillView | null = null;
  let revision = 0;
  let over = false;
  let takenUp: TakenUp = { trainingOver: null };
  const progressListeners = new Set<(progress: ImportProgressView) => void>();
  const exportListeners = new Set<(progress: ExportProgressView) => void>();
  const words = (): ReturnType<typeof wordsFor> => wordsFor(language);

  const trainingOver = (spoken: Language): { code: string; sentence: string }[] =>
    takenUp.trainingOver === null
      ? []
      : [{ code: 'TRAINING-OVER', sentence: wordsFor(spoken).notices.trainingOver(takenUp.trainingOver) }];

  const shop = createShopSettings(journal, log);

  const telling = createTelling(() => {
    revision += 1;
    return view();
  });
  const { changed } = telling;

  const guard = createJournalGuard({
    journal,
    roomLeft: () => roomLeft(path.join(parts.profileFolder, 'journal.sqlite')),
    clock,
    log,
    onChange: changed,
  });
  const onJournalError = guard.failed;

  const operators = createOperators({
    journal,
    clock,
    installed: settings.operators,
    keep: (staff) => parts.desk.keepOperators([...staff]),
    settings: () => shop.now('operators'),
    mayLock: () => !isCustomerAtTerminal(counter, refunds),
    currency: settings.currency,
    newId: randomUUID,
    onChange: changed,
    onJournalError,
  });
  const { name: operator, authorise } = operators;

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
    const [signer] = await Promise.all([parts.signer, parts.credentials]);
    if (over || issuer !== null) return;
    // At every start, so that the chain can be checked whichever key signed (norway.md 8).
    const key = { keyVersion: signer.keyVersion, publicKey: signer.publicKeyPem };
    const written = journal.write(null, (tx) => tx.append('till.signing-key', key));
    if (!written.ok) onJournalError(written.error);
    else {
      const { tillId } = identity;
      const training = mode === 'training';
      issuer = { tillId, training, seller: settings.seller, signer, follow: printing.follow };
    }
  }

  const printing = createPrinting({
    journal,
    clock,
    log,
    desk: parts.desk,
    settings: () => shop.now('printer'),
    logo: () => shop.now('logo').picture,
    closing: () => shop.now('receipt').closing,
    hasMail: () => shop.now('mail').host !== '' && shop.now('mail').from !== '',
    sellerName: settings.seller.name,
    training: mode === 'training',
    language: () => language,
    operator,
    onChange: changed,
    onJournalError,
  });

  const runner = createRunner({
    journal,
    dintero,
    clock,
    log,
    terminalId: settings.store.terminalId,
    completeSale: (tx, attempt) => counter.completeForAttempt(tx, attempt),
    onChange: () => {
      counter.refresh();
      if (isBusyForAnother(journal, counter, runner, sharing))
        log.warn('the terminal was busy with another till’s payment');
      changed();
    },
    onAnswer,
    onJournalError,
  });

  const conclude = (tx: JournalWriter, refund: Refund): Entry => concludeRefund(tx, counter, issuer, refund);
  const refundOrder = (): RefundOrder => shop.now('refund').order;
  let shownRefund: string | null = null;
  const refunds = createRefundRunner({
    journal,
    dintero,
    clock,
    log,
    tillId: identity.tillId,
    conclude,
    onChange: () => {
      counter.refresh();
      changed();
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
    onSoldElsewhere: (seen) => copyWatch.soldElsewhere(seen),
    onAnswer,
    onChange: changed,
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
    onSoldElsewhere: (seen) => copyWatch.soldElsewhere(seen),
  });
  const payouts = createPayouts({
    journal,
    dintero,
    clock,
    log,
    paidTo: { payoutDestinationId: settings.store.payoutDestinationId, currency: settings.currency },
    onChange: changed,
    onJournalError,
  });
  const dayExports = createDayExports({
    journal,
    journalPath: path.join(parts.profileFolder, 'journal.sqlite'),
    tillId: identity.tillId,
    clock,
    log,
    settings: () => {
      const { dayExport, exportFolder, accounts } = shop.all();
      return { folder: exportFolder.path, formats: dayExport.formats, accounts };
    },
    onChange: changed,
    onJournalError,
  });
  const sharing = createTerminalSharing();
  const clockWatch = createClockWatch({ journal, clock, onJournalError });
  const copyWatch = createCopyWatch({
    copies: parts.copies,
    training: mode === 'training',
    shop,
    clock,
    onChange: changed,
    takeUp: () => resume(),
    isOfLaterInstall: (reference) => isOfLaterInstall(journal.read, identity.tillId, reference),
    onJournalError,
  });

  const counter = createCounter({
    journal,
    tillId: identity.tillId,
    currency: settings.currency,
    words,
    issuer: () => issuer,
    refundOrder,
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
  const refusalOf = ({ code, detail }: Stop['error']): Refusal => ({ code, detail: { reason: detail } });
  const stopNow = (): Stop | null => guard.stop() ?? copyWatch.stop(words());
  const refusedBecauseStopped = (): Refusal | null => {
    const stop = stopNow();
    return stop?.of === 'all' ? refusalOf(stop.error) : null;
  };
  /** What is open may be finished in the room that is left; nothing new is begun. */
  const noNewSale = (): Refusal | null => {
    const stop = stopNow();
    return stop === null ? null : refusalOf(stop.error);
  };

  const labelRules = (): readonly LabelRule[] => shop.now('labels').rules;
  const updateAddress = (): string | null => {
    const { address } = shop.now('updates');
    return (address === '' ? settings.updateUrl : address) || null;
  };
  const updates = createUpdates({
    engine: parts.updateEngine,
    clock,
    address: updateAddress,
    automatic: () => shop.now('updates').automatic,
    log,
    onChange: changed,
  });
  const updating = updateCalls({
    updates,
    address: updateAddress,
    standing: () => standingOn(counter, journal, runner, refunds),
    authorise,
    clock,
    words,
    onChange: changed,
  });
  const refunding = {
    refunds,
    tillId: identity.tillId,
    terminalId: settings.store.terminalId,
    atTerminal: settings.dintero.refundAtTerminal,
    authorise,
    terminalTaken: () => runner.holding() !== null,
    show: (refundId: string) => {
      shownRefund = refundId;
      changed();
    },
    ready,
    stopped: refusedBecauseStopped,
    operator,
  };

  const handlers: Handlers = {
    'till.view': () => ok(view()),
    ...saleCalls({
      counter,
      journal,
      runner,
      words,
      labelRules,
      stopped: refusedBecauseStopped,
      noNewSale,
      operator,
      authorise,
    }),
    ...paymentCalls({
      counter,
      journal,
      runner,
      settings,
      reach: () => reach,
      probe: probe.ask,
      ready,
      lostTail: lostTail.look,
      stopped: refusedBecauseStopped,
      refundAtTerminal: () => isTerminalTaken(refunds),
      onJournalError,
      operator,
      authorise,
    }),
    ...giftCardCalls({
      counter,
      journal,
      runner,
      printing,
      clock,
      tillId: identity.tillId,
      currency: settings.currency,
      settings: () => shop.now('giftCards'),
      newFigures: () => String(randomInt(10 ** 10)).padStart(10, '0'),
      words,
      locked: () => basketLocked({ counter, journal, stopped: refusedBecauseStopped }),
      noNewSale,
      stopped: refusedBecauseStopped,
      ready,
      operator,
      authorise,
    }),
    ...partCalls({
      counter,
      journal,
      runner,
      refunds,
      tillId: identity.tillId,
      terminalId: settings.store.terminalId,
      atTerminal: settings.dintero.refundAtTerminal,
      stopped: refusedBecauseStopped,
      operator,
      authorise,
    }),
    ...alarmCalls({
      counter,
      journal,
      runner,
      refunds,
      tillId: identity.tillId,
      terminalId: settings.store.terminalId,
      atTerminal: settings.dintero.refundAtTerminal,
      ready,
      conclude,
      stopped: refusedBecauseStopped,
      operator,
      authorise,
      onJournalError,
    }),
    ...caseCalls({
      journal,
      matching,
      reach: () => reach,
      operator,
      authorise,
      onChange: changed,
      onJournalError,
    }),
    ...shelfCalls({
      journal,
      catalogueImport: createCatalogueImport({ journal, readFile: readCatalogueFile, newId: randomUUID }),
      desk: parts.desk,
      words,
      labelRules,
      quickKeys: () => shop.now('quickKeys').articles,
      operator,
      authorise,
      onJournalError,
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
      closing: () => shop.now('receipt').closing,
      logo: () => shop.now('logo').picture,
      printing,
    }),
    ...mailCalls({
      read: journal.read,
      printing,
      desk: parts.desk,
      clock,
      log,
      settings: () => shop.now('mail'),
      password: parts.mailPassword,
      tillId: identity.tillId,
      language: () => language,
      closing: () => shop.now('receipt').closing,
      logo: () => shop.now('logo').picture,
      mayChange: () => authorise({ kind: 'settings', of: 'mail' }),
    }),
    ...printerCalls({ printing, desk: parts.desk, shop, operator, authorise, onJournalError }),
    ...refundCalls({ ...refunding, journal, refundOrder }),
    ...otherTillCalls({
      ...refunding,
      journal,
      dintero,
      own: { tillId: identity.tillId, storeId: settings.store.id, currency: settings.currency },
    }),
    ...exchangeCalls({
      ...refunding,
      journal,
      counter,
      refundOrder,
      locked: () => basketLocked({ counter, journal, stopped: refusedBecauseStopped }),
      noNewSale,
    }),
    ...cardCalls({ journal, matching, payouts, reach: () => reach, operator }),
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
      authorise,
      stopped: refusedBecauseStopped,
      openDrawer: printing.openDrawer,
      terminal: { dintero, terminalId: settings.store.terminalId, newKey: randomUUID, operator },
      asksTerminal: () => shop.now('closing').terminalTotals,
      eachHasADrawer: () => shop.now('closing').drawers === 'operator',
      dayExports,
      onClosed: () => {
        counter.refresh();
        dayExports.now();
      },
      onChange: changed,
      onJournalError,
    }),
    ...exportCalls({
      journal,
      journalPath: path.join(parts.profileFolder, 'journal.sqlite'),
      desk: parts.desk,
      accounts: () => shop.now('accounts'),
      clock,
      operator,
      authorise,
      isOver: () => over,
      onProgress: (progress) => {
        for (const listener of exportListeners) listener(progress);
      },
      onJournalError,
    }),
    ...operatorCalls(operators),
    ...aboutCalls({
      about: parts.about,
      install: parts.installed,
      tillId: identity.tillId,
      version: parts.version,
      mode,
      settings,
      shop,
      journal,
      copies: parts.copies,
      clock,
      desk: parts.desk,
      language: () => language,
      words,
      authorise,
    }),
    ...copyCalls({
      watch: copyWatch,
      training: mode === 'training',
      profileFolder: parts.profileFolder,
      desk: parts.desk,
      operator,
      authorise,
      onChange: changed,
      onJournalError,
    }),
    ...secretCalls({
      journal,
      settings,
      secretKeeper: parts.secretKeeper,
      operator,
      authorise,
      onChange: changed,
      onJournalError,
    }),
    ...reportCalls({
      journal,
      desk: parts.desk,
      printing,
      language: () => language,
    }),
    ...shopSettingsCalls({
      shop,
      desk: parts.desk,
      operator,
      authorise,
      onChange: () => {
        dayExports.now();
        printing.look();
        changed();
      },
      onJournalError,
    }),
    ...setUpCalls({
      install: parts.install,
      mode: parts.trainingSwitch?.from ?? (mode === 'live' ? 'live' : 'nothing-yet'),
      journal,
      language: () => language,
      operator,
      authorise,
      moneyOnItsWay: () => runner.holding() !== null || journal.read.openRefunds().length > 0,
      onJournalError,
    }),
    ...updating.handlers,
    ...trainingCalls({
      terminal: parts.training,
      turn: parts.trainingSwitch,
      journal,
      clock,
      standing: () => standingOn(counter, journal, runner, refunds),
      operator,
      authorise,
      onChange: changed,
      onJournalError,
    }),
    ...settingsCalls({
      settings,
      mode,
      tillId: identity.tillId,
      version: parts.version,
      profileFolder: parts.profileFolder,
      keyStore: parts.keyStore,
      language: () => language,
      setLanguage: (wanted) => {
        language = wanted;
        parts.desk.keepLanguage(wanted);
        changed();
      },
    }),
  };

  const shownFrom: TillViewParts = {
    settings,
    mode,
    tillId: identity.tillId,
    version: parts.version,
    journal,
    counter,
    runner,
    refunds,
    refundOrder,
    sharing,
    printing,
    operators,
    dayExports,
    copies: copyWatch,
    training: parts.training,
    trainingSwitch: parts.trainingSwitch,
    update: updating.offered,
    notices: (spoken) => [...parts.notices(spoken), ...trainingOver(spoken)],
  };

  /** What was shown before stays on the screen when the journal cannot be read, and the till says why. */
  function view(): TillView {
    try {
      const stop = stopNow();
      const today = shopTime(instant(clock.now())).date;
      shownBefore = tillView(shownFrom, { revision, reach, terminal, shownRefund, today, stop }, words());
      return whileLocked(shownBefore);
    } catch (thrown) {
      const { version } = parts;
      const { tillId } = identity;
      const error = unreadable(thrown);
      const stopped = stoppedView({ settings, mode, tillId, version, language, error });
      return whileLocked({ ...(shownBefore ?? stopped), revision, stopped: stopped.stopped });
    }
  }

  /** What the key store says about itself is told as well. */
  function beginAsking(): void {
    if (over) return;
    probe.start();
    updates.start();
    changed();
  }

  /** Money that was on its way comes first. */
  function resume(): void {
    if (over) return;
    runner.resume();
    refunds.resume();
    matching.start();
    void lostTail.look();
    payouts.start();
    dayExports.now();
  }

  function reply<N extends CallName>(answered: Result<Answers<N>, Refusal>): Reply<N> {
    if (answered.ok) return answered;
    const { code, detail } = answered.error;
    const approval = detail?.['approval'];
    const sentence = words().error(code, detail);
    return { ok: false, error: { code, sentence, ...(typeof approval === 'string' && { approval }) } };
  }

  return {
    view,
    display: () => shop.now('display'),
    counterPc: () => shop.now('counterPc'),
    handle: async (name, asks) => {
      try {
        if (operators.locked() && !openWhileLocked.has(name)) return reply(refuse('LOCKED'));
        if (name !== 'till.view') operators.here();
        return reply(await operators.answering(() => handlers[name](asks)));
      } catch (thrown) {
        return reply({ ok: false, error: refusalOf(unreadable(thrown)) });
      }
    },
    onView: telling.listen,
    onImportProgress: (listener) => {
      progressListeners.add(listener);
      return () => progressListeners.delete(listener);
    },
    onExportProgress: (listener) => {
      exportListeners.add(listener);
      return () => exportListeners.delete(listener);
    },
    start: () => {
      try {
        clockWatch.start();
        guard.start();
        copyWatch.start();
        telling.listen(() => parts.copies.written());
        const started = takeUp({ ...parts, counter });
        if (started.ok) {
          takenUp = started.value;
          printing.resume();
        } else onJournalError(started.error);
        operators.start();
        void parts.credentials.then(beginAsking);
        void Promise.all([copyWatch.mayTakeUp(), ready()])
          .then(([mayTakeUp]) => (mayTakeUp ? resume() : undefined))
          .catch(unreadable);
      } catch (thrown) {
        unreadable(thrown);
      }
    },
    lookNow: () => {
      clockWatch.awake();
      operators.awake();
      runner.lookNow();
      refunds.lookNow();
      probe.now();
    },
    stop: async () => {
      if (over) return;
      over = true;
      telling.stop();
      probe.stop();
      updates.stop();
      guard.end();
      operators.stop();
      clockWatch.stop();
      matching.stop();
      lostTail.stop();
      payouts.stop();
      await Promise.all([runner.stop(), refunds.stop(), printing.stop(), dayExports.stop()]);
      journal.write(operator(), (tx) => tx.append('till.stopped', {}));
    },
  };
}
