import type { GiftCardView } from '../../preload/contract/gift-card.ts';
import type { ShopSettings } from '../../preload/contract/settings.ts';
import { type Clock, instant, shopTime } from '../clock.ts';
import type { Payment } from '../journal/entries/sale.ts';
import type { Journal, JournalReads } from '../journal/index.ts';
import type { Runner } from '../payment/runner.ts';
import { err, ok, type Result } from '../result.ts';
import { addGiftCard, type GiftCode, giftCode, isGiftCard, lastDayOf } from '../sale/gift-card.ts';
import { readGiftCode, takeFromCard } from '../sale/gift-card.ts';
import { ore, type Currency, type Ore } from '../sale/money.ts';
import { lineTouched } from '../sale/ring-up.ts';
import type { Words } from '../words/index.ts';
import type { Authorise } from './authorise.ts';
import type { Handlers } from './calls.ts';
import type { Counter } from './counter.ts';
import { payable } from './payable.ts';
import type { Printing } from './printing.ts';
import { refuse, type Refusal } from './refusal.ts';
import { saleForMore } from './sale-calls.ts';

export type GiftCardCallParts = {
  readonly counter: Counter;
  readonly journal: Journal;
  readonly runner: Runner;
  readonly printing: Pick<Printing, 'print'>;
  readonly clock: Clock;
  readonly tillId: string;
  readonly currency: Currency;
  readonly settings: () => ShopSettings['giftCards'];
  /** Ten figures that nobody can guess. */
  readonly newFigures: () => string;
  readonly words: () => Words;
  /** Why the basket cannot be changed now; null when it can. */
  readonly locked: () => Refusal | null;
  readonly noNewSale: () => Refusal | null;
  readonly stopped: () => Refusal | null;
  readonly ready: () => Promise<void>;
  readonly operator: () => string | null;
  /** Why it may not be done without a manager; null when it may. */
  readonly authorise: Authorise;
};

type GiftCardCall = Extract<keyof Handlers, `giftCard.${string}`>;

/** What is asked of a card: all it gives, or an amount; also of one that only a manager may accept. */
type Asked = { readonly amount: Ore | null; readonly accept: boolean };

/** What the cashier does about gift cards: sells them, looks at them, and takes them as payment. */
export function giftCardCalls(parts: GiftCardCallParts): Pick<Handlers, GiftCardCall> {
  const { counter, journal } = parts;
  const today = (): string => shopTime(instant(parts.clock.now())).date;

  /** A code that no card of this till has had. */
  function newCode(): string {
    const code = giftCode(parts.tillId, parts.newFigures());
    return journal.read.giftCard(code) === null ? code : newCode();
  }

  /** Why another till's card is not taken; null when a person accepts it for the amount. */
  function elsewhereRefusal({ code, tillId }: GiftCode, { amount, accept }: Asked): Refusal | null {
    const spent = journal.read.giftCardSpent(code);
    if (!accept || amount === null) {
      const { currency } = parts;
      return {
        code: 'GIFT-CARD-ELSEWHERE',
        detail: { code, till: tillId, currency, ...(spent > 0 && { spent }) },
      };
    }
    const of = `gift card ${code}; of another till; amount ${String(amount)}; before ${String(spent)}`;
    return parts.authorise({ kind: 'gift-card', of });
  }

  /** What the card pays of what is due. Asked within the transaction that writes it down. */
  function paidBy(read: JournalReads, given: GiftCode, due: Ore, asked: Asked): Result<Payment, Refusal> {
    const { code } = given;
    const kept = read.giftCard(code);
    if (kept === null) {
      if (given.tillId === parts.tillId || !given.isRight) return refuse('GIFT-CARD-UNKNOWN', { code });
      const refusal = elsewhereRefusal(given, asked);
      if (refusal !== null) return err(refusal);
      if (asked.amount === null || asked.amount > due)
        return refuse('GIFT-CARD-TOO-LITTLE', { balance: due, currency: parts.currency });
      return ok({ kind: 'gift-card', amount: asked.amount, code, elsewhere: true });
    }
    const { amount, accept: accepts } = asked;
    const taken = takeFromCard(kept, { due, amount, today: today(), accepts });
    if (!taken.ok) {
      return err({ ...taken.error, detail: { ...taken.error.detail, currency: parts.currency } });
    }
    if (today() > kept.expires) {
      const of = `gift card ${code}; expired ${kept.expires}; amount ${String(taken.value)}`;
      const refusal = parts.authorise({ kind: 'gift-card', of });
      if (refusal !== null) return err(refusal);
    }
    return ok({ kind: 'gift-card', amount: taken.value, code, elsewhere: false });
  }

  /** What may be done with a card; null for one that does not exist. */
  function view(given: GiftCode): GiftCardView | null {
    const { giftCard: said, format } = parts.words();
    const { code, tillId } = given;
    const kept = journal.read.giftCard(code);
    if (kept === null) {
      if (tillId === parts.tillId || !given.isRight) return null;
      return { code, standing: 'elsewhere', balance: null, expires: null, sentence: said.elsewhere(tillId) };
    }
    const { balance, expires } = kept;
    const known = { code, balance, expires: format.date(`${expires}T12:00:00.000Z`) };
    if (balance === 0) return { ...known, standing: 'empty', sentence: said.empty(expires) };
    return today() > expires
      ? { ...known, standing: 'expired', sentence: said.expired(expires) }
      : { ...known, standing: 'good', sentence: said.good(expires) };
  }

  return {
    'giftCard.sell': ({ amount }) => {
      const open = saleForMore(parts);
      if (!open.ok) return open;
      const sale = open.value;
      const limits = parts.settings();
      const card = {
        amount: ore(amount),
        code: newCode(),
        expires: lastDayOf(today(), limits.months),
        description: parts.words().giftCard.name,
      };
      const done = counter.apply(addGiftCard(sale, card, limits, counter.opening()), parts.operator());
      if (!done.ok) return done;
      if (counter.shown().kind !== 'selling') counter.show({ kind: 'selling' });
      const lineId = lineTouched(done.value);
      if (lineId === null) throw new Error('A gift card was rung up on no line');
      return ok({ lineId });
    },

    'giftCard.lookUp': ({ text }) => {
      const given = readGiftCode(text, parts.tillId);
      if (given === null) return ok(null);
      const seen = view(given);
      return seen === null ? refuse('GIFT-CARD-UNKNOWN', { code: given.code }) : ok(seen);
    },

    'giftCard.pay': async ({ total, text, amount, accept }) => {
      await parts.ready();
      // Everything is asked after the last wait, so that a second press finds what the first one wrote down.
      const given = readGiftCode(text, parts.tillId);
      if (given === null) return refuse('GIFT-CARD-UNKNOWN', { code: text });
      const found = payable(parts, total);
      if (!found.ok) return found;
      const { sale, owed } = found.value;
      if (parts.runner.holding()?.saleId === sale.saleId) return refuse('PAYMENT-UNDER-WAY');
      if (sale.lines.some(isGiftCard)) return refuse('GIFT-CARD-BUYS-GIFT-CARD');
      if (owed.due < 1) return refuse('AMOUNT-WRONG');
      const asked = { amount: amount === null ? null : ore(amount), accept };
      return counter.takePart((read) => paidBy(read, given, owed.due, asked), parts.operator());
    },

    'giftCard.print': ({ text }) => {
      const given = readGiftCode(text, parts.tillId);
      const kept = given === null ? null : journal.read.giftCard(given.code);
      if (kept === null) return refuse('GIFT-CARD-UNKNOWN', { code: given?.code ?? text });
      return parts.printing.print({ kind: 'gift-card', code: kept.code });
    },
  };
}
