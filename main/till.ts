import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Reply } from '../preload/contract/api.ts';
import type { Answers, CallName } from '../preload/contract/calls.ts';
import type { ExportProgressView } from '../preload/contract/export.ts';
import type { ImportProgressView, Language, TillView } from '../preload/contract/view.ts';
import { instant, shopTime } from './clock.ts';
import { isCustomerAtTerminal } from './counter/at-terminal.ts';
import { whileLocked } from './counter/access-view.ts';
import type { Handlers } from './counter/calls.ts';
import { createCounter } from './counter/counter.ts';
import type { Issuer } from './counter/completion.ts';
import { createPrinting } from './counter/printing.ts';
import { openWhileLocked } from './counter/operator-calls.ts';
import { concludeRefund } from './counter/refund-conclusion.ts';
import { type Refusal, refuse } from './counter/refusal.ts';
import { takeUp, type TakenUp } from './counter/take-up.ts';
import { standingOn, updateCalls } from './counter/update-calls.ts';
import { createTelling } from './counter/telling.ts';
import { tillView, type TillViewParts } from './counter/till-view.ts';
import { isOfLaterInstall } from './day/later-install.ts';
import { createDayExports } from './day/day-exports.ts';
import { createTerminalSharing } from './day/terminal-sharing.ts';
import { createShopSettings } from './install/shop-settings.ts';
import { type JournalError, journalError, type JournalWriter, roomLeft } from './journal/index.ts';
import { createClockWatch } from './machine/clock-watch.ts';
import { createJournalGuard } from './machine/journal-guard.ts';
import { createOperators } from './operator/operators.ts';
import type { Stop } from './machine/stop.ts';
import type { Entry } from './journal/entries/index.ts';
import type { Refund } from './refund/refund.ts';
import type { RefundOrder } from './refund/sources.ts';
import { ok, type Result } from './result.ts';
import { createCopyWatch } from './second-copy/watch.ts';
import { stoppedView } from './stopped-view.ts';
import type { Till, TillParts } from './till-parts.ts';
import { createUpdates } from './update/updates.ts';
import { wordsFor } from './words/index.ts';
import { createProgress } from './progress.ts';
import { createAsking } from './till-asking.ts';
import { moneyCalls } from './till-money.ts';
import { shopCalls } from './till-shop.ts';
import type { Work } from './till-work.ts';

/** A journal that could not take the signing key is asked again after this long (ms). */
const readyAgainMs = 3_000;

/** Which parts the till has and what each is given. */
export function createTill(parts: TillParts): Till {
  const { settings, identity, journal, clock, log, mode } = parts;
  let language = parts.language;
  let issuer: Issuer | null = null;
  let shownBefore: TillView | null = null;
  let revision = 0;
  let over = false;
  let takenUp: TakenUp = { trainingOver: null };
  const importing = createProgress<ImportProgressView>();
  const exporting = createProgress<ExportProgressView>();
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
    // No screen is there any more to turn away what faces the customer.
    onLeft: () => printing.turnQr(false),
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

  const conclude = (tx: JournalWriter, refund: Refund): Entry => concludeRefund(tx, counter, issuer, refund);
  const refundOrder = (): RefundOrder => shop.now('refund').order;
  let shownRefund: string | null = null;
  const sharing = createTerminalSharing();
  const asking = createAsking({
    ...parts,
    counter: () => counter,
    sharing,
    conclude,
    onSoldElsewhere: (seen) => copyWatch.soldElsewhere(seen),
    onChange: changed,
    onJournalError,
  });
  const { runner, refunds } = asking;

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

  const work: Work = {
    parts,
    shop,
    counter,
    operators,
    printing,
    asking,
    dayExports,
    copies: copyWatch,
    words,
    language: () => language,
    setLanguage: (wanted) => {
      language = wanted;
      parts.desk.keepLanguage(wanted);
      changed();
    },
    ready,
    conclude,
    refundOrder,
    showRefund: (refundId) => {
      shownRefund = refundId;
      changed();
    },
    stopped: refusedBecauseStopped,
    noNewSale,
    isOver: () => over,
    onImportProgress: importing.tell,
    onExportProgress: exporting.tell,
    onChange: changed,
    onJournalError,
  };

  const handlers: Handlers = {
    'till.view': () => ok(view()),
    ...moneyCalls(work),
    ...shopCalls(work),
    ...updating.handlers,
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
    sounds: () => shop.now('sounds').on,
    screenKeyboard: () => shop.now('screenKeyboard').on,
    notices: (spoken) => [...parts.notices(spoken), ...trainingOver(spoken)],
  };

  /** What was shown before stays on the screen when the journal cannot be read, and the till says why. */
  function view(): TillView {
    try {
      const stop = stopNow();
      const today = shopTime(instant(clock.now())).date;
      shownBefore = tillView(
        shownFrom,
        { revision, reach: asking.reach(), terminal: asking.terminal(), shownRefund, today, stop },
        words(),
      );
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
    asking.probe.start();
    updates.start();
    changed();
  }

  /**
   * Money that was on its way comes first; but no approval is written down before its receipt can be signed with it, which
   * waits for a journal that takes the key.
   */
  function resume(): void {
    if (over) return;
    if (issuer === null) {
      clock.after(readyAgainMs, () => void ready().then(resume).catch(unreadable));
      return;
    }
    asking.resume();
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
    onImportProgress: importing.listen,
    onExportProgress: exporting.listen,
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
      asking.lookNow();
    },
    stop: async () => {
      if (over) return;
      over = true;
      telling.stop();
      updates.stop();
      guard.end();
      operators.stop();
      clockWatch.stop();
      await Promise.all([asking.stop(), printing.stop(), dayExports.stop()]);
      journal.write(operator(), (tx) => tx.append('till.stopped', {}));
    },
  };
}
