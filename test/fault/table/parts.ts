import type { Shop } from '../../helpers/shop.ts';
import { lastSold } from '../last-sold.ts';
import { type Cashier, price, soon } from './cashier.ts';
import { givenBack, type Held, paidOnce, type Row, unpaid } from './row.ts';

/** The part by card in every row (øre), and what is left of the bag of coffee then. */
const part = 10_000;
const rest = price - part;
/** What goods come back for: a book is dearer than the coffee, a bun is cheaper. */
const book = 29_900;
const bun = 3_900;

const onePart: Held = { ...paidOnce, captured: part };
const bothParts: Held = { sessions: 2, transactions: 2, captured: price, refunded: 0 };

async function askForPart(cashier: Cashier, shop: Shop): Promise<void> {
  await shop.ask('sale.enter', { text: 'sku-coffee-001' });
  await cashier.press('payment.cardPart', { total: price, amount: part });
}

/** The part counts, and the rest is still to be paid. */
async function partCounts(shop: Shop): Promise<void> {
  await shop.until('the part', ({ counter }) => counter.kind === 'selling' && counter.sale.due === rest);
}

async function payRestInCash(cashier: Cashier): Promise<void> {
  await cashier.press('payment.cash', { total: rest, given: 10_000 });
}

/** Coffee was sold, and comes back for another article. */
async function exchange(shop: Shop, sold: 'cash' | 'card', article: string): Promise<void> {
  await shop.ask('sale.enter', { text: 'sku-coffee-001' });
  if (sold === 'cash') await shop.ask('payment.cash', { total: price, given: 20_000 });
  else await shop.ask('payment.card', { total: price });
  await shop.until('the first receipt', ({ counter }) => counter.kind === 'done');
  await shop.ask('sale.startNew', {});
  await takeBack(shop);
  await shop.ask('sale.enter', { text: article });
}

async function takeBack(shop: Shop): Promise<void> {
  const first = lastSold(shop.journal());
  if (first === null) throw new Error('Nothing was sold');
  await shop.ask('exchange.takeBack', { ...first, wanted: { kind: 'all' }, reason: 'Wrong roast' });
}

async function lateApproval(cashier: Cashier, pay: () => Promise<void>): Promise<void> {
  await pay();
  await cashier.reads('Present card');
  await cashier.press('payment.cancel', {});
  await cashier.reads('Cancelled');
  await cashier.press('payment.backToSale', {});
}

/** The power is cut when Dintero has given the money back; what became of it cannot be read before the network heals. */
async function goesBackInTheDark(shop: Shop, press: () => Promise<void>): Promise<void> {
  shop.simulator.inject({ on: 'refund', kind: 'silent', effect: 'done' });
  await press();
  await soon('the refund', () => shop.simulator.books().totals.some(({ refunded }) => refunded > 0));
  shop.cutPower();
  shop.simulator.inject({ on: 'readTransaction', kind: 'status', status: 503, lasts: 'always' });
}

function alarmOf(shop: Shop, how: 'attach' | 'refund'): { alarm: number; how: typeof how; reason: string } {
  return { alarm: shop.view().alarms[0]?.alarm ?? 0, how, reason: 'Looked at the slip' };
}

const late = { kind: 'approved-late', after: 'cancel', afterMs: 60_000 } as const;

/** A sale that is paid in parts, and goods that come back for others: the same faults, and no more is ever taken. */
export const partRows: readonly Row[] = [
  {
    fault: 'the answer about a part is lost after the effect; the rest is paid in cash',
    play: async (cashier, shop) => {
      shop.simulator.inject({ on: 'create', kind: 'answer-lost', effect: 'done' });
      await askForPart(cashier, shop);
      await cashier.reads('Undecided');
      await partCounts(shop);
      await payRestInCash(cashier);
      await cashier.reads('Approved');
    },
    sees: ['Undecided', 'Approved'],
    ends: ['completed'],
    held: onePart,
  },
  {
    fault: 'power cut while a second card is asked for the rest, and the customer taps before the restart',
    play: async (cashier, shop) => {
      await askForPart(cashier, shop);
      await partCounts(shop);
      shop.simulator.chooseAnswer({ kind: 'ignored' });
      await cashier.press('payment.card', { total: rest });
      await cashier.reads('Present card');
      shop.cutPower();
      shop.simulator.terminal('T0292').tapNow('approved');
      cashier.switchOn();
      await cashier.reads('Approved');
    },
    sees: ['Present card', 'Approved'],
    ends: ['completed', 'completed'],
    held: bothParts,
  },
  {
    fault: 'a part approved a minute after “cancelled”; attached, and only the rest is to be paid',
    play: async (cashier, shop) => {
      shop.simulator.chooseAnswer(late);
      await lateApproval(cashier, () => askForPart(cashier, shop));
      await cashier.reads('Paid after all');
      await cashier.press('payment.card', { total: price });
      await cashier.reads('Refused');
      await cashier.press('alarm.settle', alarmOf(shop, 'attach'));
      await partCounts(shop);
      await payRestInCash(cashier);
      await cashier.reads('Approved');
      await shop.ask('cases.lookNow', {});
      if (shop.view().alarms.length > 0) throw new Error('The same money raised a second alarm');
    },
    sees: ['Cancelled', 'Paid after all', 'Refused', 'Approved'],
    ends: ['completed'],
    held: onePart,
  },
  {
    fault:
      'a part approved after “cancelled”, when the sale was paid in cash already; refunded from its alarm',
    play: async (cashier, shop) => {
      shop.simulator.chooseAnswer(late);
      await lateApproval(cashier, () => askForPart(cashier, shop));
      await cashier.press('payment.cash', { total: price, given: 20_000 });
      await cashier.reads('Approved');
      await cashier.reads('Paid after all');
      await cashier.press('alarm.settle', alarmOf(shop, 'attach'));
      await cashier.reads('Refused');
      await cashier.press('alarm.settle', alarmOf(shop, 'refund'));
      await shop.until('no alarm', ({ alarms }) => alarms.length === 0);
    },
    sees: ['Cancelled', 'Approved', 'Paid after all', 'Refused'],
    ends: ['cancelled'],
    held: { ...onePart, refunded: part },
  },
  {
    fault: 'a part AUTHORIZED and never CAPTURED, then voided: it is out of the sale, and is due again',
    play: async (cashier, shop) => {
      shop.simulator.chooseAnswer({ kind: 'authorized-only' });
      await askForPart(cashier, shop);
      await partCounts(shop);
      shop.simulator.settle(shop.simulator.books().transactions[0]?.id ?? '', 'AUTHORIZATION_VOIDED');
      await cashier.reads('Not paid after all');
      await cashier.press('alarm.settle', {
        alarm: 1,
        how: 'handled-elsewhere',
        reason: 'Pays in cash',
      });
      await cashier.press('payment.cash', { total: price, given: 20_000 });
      await cashier.reads('Approved');
    },
    sees: ['Not paid after all', 'Approved'],
    ends: ['cancelled'],
    held: unpaid,
  },
  {
    fault: 'a part goes back, and the power is cut before the answer; then all is paid with another card',
    play: async (cashier, shop) => {
      await askForPart(cashier, shop);
      await partCounts(shop);
      await goesBackInTheDark(shop, () =>
        cashier.press('payment.giveBackPart', { part: 1, reason: 'Another card' }),
      );
      cashier.switchOn();
      await cashier.reads('Refund undecided');
      await cashier.press('payment.card', { total: rest });
      await cashier.reads('Refused');
      shop.simulator.clearFaults();
      await shop.until(
        'all is due',
        ({ counter }) => counter.kind === 'selling' && counter.sale.due === price,
      );
      await cashier.press('payment.card', { total: price });
      await cashier.reads('Approved');
    },
    sees: ['Refund undecided', 'Refused', 'Approved'],
    ends: ['completed', 'completed'],
    held: { sessions: 2, transactions: 2, captured: part + price, refunded: part },
  },
  {
    fault: 'a part is only authorised, the rest is paid over a power cut, and the part is captured later',
    play: async (cashier, shop) => {
      shop.simulator.chooseAnswer({ kind: 'authorized-only' });
      await askForPart(cashier, shop);
      await partCounts(shop);
      shop.cutPower();
      cashier.switchOn();
      await payRestInCash(cashier);
      await cashier.reads('Approved, not yet captured');
      shop.simulator.settle(shop.simulator.books().transactions[0]?.id ?? '', 'CAPTURED');
      await cashier.reads('Approved');
    },
    sees: ['Approved, not yet captured', 'Approved'],
    ends: ['completed'],
    held: onePart,
  },
  {
    fault: 'an exchange, and the answer about its rest is lost after the effect',
    play: async (cashier, shop) => {
      await exchange(shop, 'cash', '1003');
      shop.simulator.inject({ on: 'create', kind: 'answer-lost', effect: 'done' });
      await cashier.press('payment.card', { total: book - price });
      await cashier.reads('Undecided');
      await cashier.reads('Approved');
    },
    sees: ['Undecided', 'Approved'],
    ends: ['completed'],
    held: { ...paidOnce, captured: book - price },
  },
  {
    fault: 'an exchange, and the power is cut while its rest waits for the card',
    play: async (cashier, shop) => {
      await exchange(shop, 'card', '1003');
      shop.simulator.chooseAnswer({ kind: 'ignored' });
      await cashier.press('payment.card', { total: book - price });
      await cashier.reads('Present card');
      shop.cutPower();
      cashier.switchOn();
      await cashier.reads('Present card');
      shop.simulator.terminal('T0292').tapNow('approved');
      await cashier.reads('Approved');
    },
    sees: ['Present card', 'Present card', 'Approved'],
    ends: ['completed', 'completed'],
    held: { sessions: 2, transactions: 2, captured: book, refunded: 0 },
  },
  {
    fault: 'an exchange whose rest is approved after “cancelled”, when it has become an even one; refunded',
    play: async (cashier, shop) => {
      await exchange(shop, 'cash', '1003');
      shop.simulator.chooseAnswer(late);
      await lateApproval(cashier, () => cashier.press('payment.card', { total: book - price }));
      const { counter } = shop.view();
      const line = counter.kind === 'done' ? undefined : counter.sale.lines[0];
      await shop.ask('sale.removeLine', { lineId: line?.lineId ?? '', reason: 'Too dear' });
      await shop.ask('sale.enter', { text: 'sku-coffee-001' });
      await cashier.press('exchange.complete', { total: 0, how: 'as-paid', atTerminal: false });
      await cashier.reads('Approved');
      await cashier.reads('Paid after all');
      await cashier.press('alarm.settle', alarmOf(shop, 'attach'));
      await cashier.reads('Refused');
      await cashier.press('alarm.settle', alarmOf(shop, 'refund'));
      await shop.until('no alarm', ({ alarms }) => alarms.length === 0);
    },
    sees: ['Cancelled', 'Approved', 'Paid after all', 'Refused'],
    ends: ['cancelled'],
    held: { ...paidOnce, captured: book - price, refunded: book - price },
  },
  {
    fault: 'an exchange whose difference goes back to the card, and the power is cut before the answer',
    play: async (cashier, shop) => {
      await exchange(shop, 'card', '1001');
      const asks = { total: bun - price, how: 'as-paid', atTerminal: false } as const;
      await goesBackInTheDark(shop, () => cashier.press('exchange.complete', asks));
      cashier.switchOn();
      await cashier.reads('Refund undecided');
      await cashier.press('exchange.complete', asks);
      shop.simulator.clearFaults();
      await cashier.reads('Refunded');
      await shop.until('its receipt', ({ counter }) => counter.kind === 'done');
    },
    sees: ['Approved', 'Refund undecided', 'Refunded'],
    ends: ['completed'],
    held: { ...givenBack, refunded: price - bun },
  },
];
