import type { Logo, PrinterSettings, PrintingView, QrView } from '../../preload/contract/printer.ts';
import type { Language } from '../../preload/contract/view.ts';
import type { Clock } from '../clock.ts';
import type { Desk } from '../desk.ts';
import type { PrintOf, PrintOnto } from '../journal/entries/print.ts';
import type { Journal, JournalError, JournalWriter, OpenPrint } from '../journal/index.ts';
import type { Log } from '../log.ts';
import { createDrawer } from '../printer/drawer.ts';
import { nextIssue } from '../printer/issue.ts';
import { createMachine } from '../printer/machine.ts';
import { createPrintQueue, noteEnd, type Troubled } from '../printer/queue.ts';
import { type Patience, usualPatience } from '../printer/talk.ts';
import { rollOf } from '../receipt/roll.ts';
import { err, ok, type Result } from '../result.ts';
import { type PrintTrouble, printTroubles } from '../words/printing-words.ts';
import { type Words, wordsFor } from '../words/index.ts';
import { findReceipt, receiptFrom } from './found-receipt.ts';
import { createSheets } from './print-sheet.ts';
import { notWritten, refuse, type Refusal } from './refusal.ts';

export type PrintingParts = {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log: Log;
  readonly desk: Desk;
  readonly settings: () => PrinterSettings;
  readonly logo: () => Logo | null;
  readonly closing: () => string;
  /** Whether the shop has a mail server to send receipts with. */
  readonly hasMail: () => boolean;
  readonly sellerName: string;
  readonly training: boolean;
  readonly language: () => Language;
  readonly operator: () => string | null;
  readonly onChange: () => void;
  readonly onJournalError: (error: JournalError) => void;
  readonly patience?: Patience;
};

/** What has just been completed. `cash`: whether notes and coins go in or out of the drawer. */
export type Completion = {
  readonly receiptNumber: number;
  readonly kind: 'sale' | 'return';
  readonly cash: boolean;
  /** The codes of the gift cards that were sold. */
  readonly giftCards: readonly string[];
};

/** What `work` can say and hear while it takes its time. */
export type Way = {
  /** Why it has not left yet; null when it is on its way again. */
  readonly waits: (why: string | null) => void;
  /** Resolves when nobody wants to wait any more. */
  readonly givenUp: Promise<void>;
};

/** Something left the till, and nobody can say whether it arrived. */
export class Uncertain extends Error {}

/** Paper and the drawer, as the till uses them. */
export type Printing = {
  /**
   * Writes down, in the transaction that completes a sale or a return, what follows on paper and whether the drawer
   * opens; it is done when that transaction is on disk.
   */
  readonly follow: (tx: JournalWriter, done: Completion) => void;
  /** Prints the receipt, or its one copy. A print of it that waits is tried again instead. */
  readonly printReceipt: (receiptNumber: number) => Promise<Result<{ printed: boolean }, Refusal>>;
  readonly print: (of: PrintOf) => Promise<Result<{ printed: boolean }, Refusal>>;
  /**
   * Issues a receipt in another way than on paper: `work` is given which issue it is and throws when nothing left the
   * till, or `Uncertain` when nobody knows.
   */
  readonly issue: (
    receiptNumber: number,
    onto: Exclude<PrintOnto, 'printer'>,
    work: (issue: 'original' | 'copy', way: Way) => Promise<void>,
  ) => Promise<Result<void, Refusal>>;
  /** Issues a receipt as a QR code on the screens. */
  readonly showQr: (receiptNumber: number) => Promise<Result<null, Refusal>>;
  /** Turns the code that was drawn last to the customer, or away. */
  readonly turnQr: (turned: boolean) => void;
  readonly settle: (wanted: number, how: 'printed' | 'again' | 'skipped') => Result<null, Refusal>;
  readonly openDrawer: () => void;
  readonly view: (words: Words) => PrintingView;
  /** Takes up what waited when the till stopped. */
  readonly resume: () => void;
  /** The printer may be another one now. */
  readonly look: () => void;
  readonly stop: () => Promise<void>;
};

export function createPrinting(parts: PrintingParts): Printing {
  const { journal, clock, log, settings, onChange } = parts;
  const machine = createMachine({
    clock,
    settings,
    printHtml: (html) => parts.desk.printHtml(html, rollOf(settings().columns)),
    patience: parts.patience ?? usualPatience,
  });
  const queue = createPrintQueue({
    journal,
    clock,
    log,
    machine,
    sheet: createSheets({
      read: journal.read,
      language: parts.language,
      closing: parts.closing,
      sellerName: parts.sellerName,
      printer: settings,
      logo: parts.logo,
    }),
    operator: parts.operator,
    onChange,
    onJournalError: parts.onJournalError,
  });
  const { training } = parts;
  const drawer = createDrawer({ machine, clock, log, settings, training, onChange });

  let qr: QrView | null = null;
  let qrTurned = false;
  /** What is issued in another way than on paper and has not ended. */
  const underWay = new Map<
    number,
    { readonly why: string | null; readonly giveUp: () => void; readonly receiptNumber: number }
  >();

  function written<T>(work: (tx: JournalWriter) => T): Result<T, Refusal> {
    const done = journal.write(parts.operator(), work);
    if (done.ok) return done;
    parts.onJournalError(done.error);
    return notWritten(done.error);
  }

  function want(of: PrintOf, onto: PrintOnto): Result<OpenPrint, Refusal> {
    return written((tx) => {
      const { seq } = tx.append('print.wanted', { of, onto });
      if (onto !== 'printer') tx.append('print.started', { wanted: seq });
      const print = tx.read.openPrint(seq);
      if (print === null) throw new Error('A print that was wanted is not there');
      return print;
    });
  }

  async function print(of: PrintOf): Promise<Result<{ printed: boolean }, Refusal>> {
    if (settings().kind === 'none') return refuse('PRINTER-NONE');
    const wanted = want(of, 'printer');
    if (!wanted.ok) return wanted;
    return ok({ printed: await queue.printed(wanted.value.wanted) });
  }

  function nextOf(receiptNumber: number): Result<'original' | 'copy', Refusal> {
    const found = findReceipt(journal.read, receiptNumber);
    if (!found.ok) return found;
    const open = journal.read.openPrintsOf(receiptNumber);
    return nextIssue({ receiptNumber, times: journal.read.timesPrinted(receiptNumber), open });
  }

  /** Once what was just written is on disk, and not when it was rolled back. */
  function afterwards(seq: number, work: () => void): void {
    queueMicrotask(() => {
      if ((journal.read.lastEntry()?.seq ?? 0) >= seq) work();
    });
  }

  return {
    follow: (tx, { receiptNumber, kind, cash, giftCards }) => {
      const { kind: printer, afterSale, copyToo } = settings();
      if (cash && drawer.isThere()) {
        afterwards(tx.append('drawer.kicked', { receiptNumber }).seq, drawer.open);
      }
      if (printer === 'none') return;
      // A gift card is handed over, whether the shop prints every receipt or not. The system's printer, which nobody may
      // have chosen, is asked by hand.
      for (const code of afterSale || printer !== 'system' ? giftCards : []) {
        const { seq } = tx.append('print.wanted', { of: { kind: 'gift-card', code }, onto: 'printer' });
        afterwards(seq, queue.look);
      }
      if (!afterSale) return;
      const wanted = (issue: 'original' | 'copy'): number =>
        tx.append('print.wanted', { of: { kind: 'receipt', receiptNumber, issue }, onto: 'printer' }).seq;
      const first = wanted('original');
      if (copyToo === 'always' || (copyToo === 'returns' && kind === 'return')) wanted('copy');
      afterwards(first, queue.look);
    },

    printReceipt: async (receiptNumber) => {
      const waiting = journal.read
        .openPrintsOf(receiptNumber)
        .find(({ onto, state }) => onto === 'printer' && state === 'wanted');
      if (waiting !== undefined && settings().kind !== 'none') {
        if (waiting.code === 'system') queue.settle(waiting.wanted, 'again');
        return ok({ printed: await queue.printed(waiting.wanted) });
      }
      const issue = nextOf(receiptNumber);
      return issue.ok ? print({ kind: 'receipt', receiptNumber, issue: issue.value }) : issue;
    },

    print,

    issue: async (receiptNumber, onto, work) => {
      const issue = nextOf(receiptNumber);
      if (!issue.ok) return issue;
      const wanted = want({ kind: 'receipt', receiptNumber, issue: issue.value }, onto);
      if (!wanted.ok) return wanted;
      const name = wanted.value.wanted;
      // Why is said to the person who waits; a mail server's words name the customer, and the journal keeps nobody's address.
      const end = (how: 'printed' | 'not-printed' | 'unknown'): Result<void, Refusal> =>
        written((tx) => {
          noteEnd(tx, wanted.value, { wanted: name, how, code: onto, detail: '' });
        });
      let giveUp: () => void = () => undefined;
      const givenUp = new Promise<void>((resolve) => {
        giveUp = resolve;
      });
      const waits = (why: string | null): void => {
        underWay.set(name, { why, giveUp, receiptNumber });
        onChange();
      };
      waits(null);
      try {
        await work(issue.value, { waits, givenUp });
        return end('printed');
      } catch (thrown) {
        const reason = thrown instanceof Error ? thrown.message : String(thrown);
        const noted = end(thrown instanceof Uncertain ? 'unknown' : 'not-printed');
        return noted.ok ? err({ code: 'PRINT-FAILED', detail: { receipt: receiptNumber, reason } }) : noted;
      } finally {
        underWay.delete(name);
        onChange();
      }
    },

    showQr: async (receiptNumber) => {
      const { compactText, electronic } = await import('../receipt/electronic.ts');
      const { qrOf } = await import('../receipt/qr.ts');
      // Nothing may come between asking what it would be and writing it down.
      const found = findReceipt(journal.read, receiptNumber);
      if (!found.ok) return found;
      const issue = nextOf(receiptNumber);
      if (!issue.ok) return issue;
      const language = parts.language();
      const receipt = receiptFrom(found.value, language, parts.closing(), issue.value);
      const drawn = qrOf(compactText(electronic(receipt, wordsFor(language).receipt)));
      if (drawn === null) return refuse('RECEIPT-TOO-LONG');
      const noted = written((tx) => tx.append('receipt.shown', { receiptNumber }));
      if (!noted.ok) return noted;
      qr = { receiptNumber, ...drawn };
      onChange();
      return ok(null);
    },

    turnQr: (turned) => {
      qrTurned = turned;
      onChange();
    },

    settle: (wanted, how) => {
      const other = underWay.get(wanted);
      if (other !== undefined) {
        other.giveUp();
        return ok(null);
      }
      const settled = queue.settle(wanted, how);
      if (!settled.ok) return notWritten(settled.error);
      return settled.value ? ok(null) : refuse('PRINT-SETTLED');
    },

    openDrawer: drawer.open,

    view: (words) => ({
      prints: [
        ...queue.troubled().map((one) => ({
          print: one.print.wanted,
          state: one.state,
          onto: one.print.onto,
          sentence: sentenceOf(one, words),
        })),
        ...[...underWay].flatMap(([print, { why, receiptNumber }]) =>
          why === null
            ? []
            : [
                {
                  print,
                  state: 'waiting' as const,
                  onto: 'mail' as const,
                  sentence: words.printing.mailWaits(receiptNumber, why),
                },
              ],
        ),
      ],
      drawer: { nothing: null, open: words.printing.drawerOpen, stuck: words.printing.drawerStuck }[
        drawer.state()
      ],
      qr,
      qrTurned,
      mail: parts.hasMail(),
    }),

    resume: queue.resume,
    look: queue.look,

    stop: async () => {
      drawer.stop();
      for (const { giveUp } of underWay.values()) giveUp();
      await queue.stop();
    },
  };
}

function sentenceOf({ print, state, code }: Troubled, { printing }: Words): string {
  const why = isTrouble(code) ? code : 'error';
  switch (state) {
    case 'waiting':
      return printing.waiting(print.of, why);
    case 'printing':
      return printing.standing(print.of, why);
    case 'unknown':
      if (print.onto === 'mail') return printing.unknownMail(print.of);
      return print.onto === 'pdf' ? printing.unknownFile(print.of) : printing.unknown(print.of, why);
  }
}

function isTrouble(code: string | null): code is PrintTrouble {
  return code !== null && (printTroubles as readonly string[]).includes(code);
}
