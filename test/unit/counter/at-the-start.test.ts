import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShop, type Shop, type ShopOptions } from '../../helpers/shop.ts';

let shop: Shop;
let place: string;
/** Ends the wait for the second copy's place. */
let answered: () => void;

beforeEach(async () => {
  place = mkdtempSync(path.join(tmpdir(), 'kvitt-place-'));
  await open();
});
afterEach(async () => {
  await shop.close();
  rmSync(place, { recursive: true, force: true });
});

/** A shop whose second copy lies on a share that takes its time to answer at each start. */
async function open(options: ShopOptions = {}): Promise<void> {
  shop = await openShop({
    times: 20,
    desk: { chooseFolder: () => Promise.resolve(place) },
    copies: {
      keep: () => undefined,
      takenBy: () =>
        new Promise((resolve) => {
          answered = () => {
            resolve(null);
          };
        }),
    },
    ...options,
  });
  await shop.ask('copy.choosePlace', {});
}

const total = 3_900;

const paymentIs = (kind: string) =>
  shop.until(kind, ({ counter }) => counter.kind === 'paying' && counter.payment.state.kind === kind);

/** The machine starts again; nothing that was open is looked after before the share has answered. */
function powerCut(): void {
  shop.cutPower();
  shop.switchOn();
}

describe('In the first moment after a start', () => {
  it('a sale whose payment is at the terminal takes neither cash nor another card', async () => {
    shop.simulator.chooseAnswer({ kind: 'ignored' });
    await shop.ask('sale.enter', { text: '1001' });
    await shop.ask('payment.card', { total });
    await paymentIs('present-card');
    powerCut();
    expect(await shop.refused('payment.cash', { total, given: 5_000 })).toBe('PAYMENT-UNDER-WAY');
    expect(await shop.refused('payment.cashPart', { total, amount: 1_000 })).toBe('PAYMENT-UNDER-WAY');
    await shop.ask('payment.card', { total });
    expect(shop.simulator.books().sessions).toHaveLength(1);
    shop.simulator.terminal('T0292').tapNow('approved');
    answered();
    await shop.until('the receipt', (view) => view.counter.kind === 'done');
    expect(shop.simulator.books().totals.map(({ captured }) => captured)).toEqual([total]);
  });

  it('no other sale gets the terminal that a payment still holds', async () => {
    shop.simulator.inject({ on: 'create', kind: 'answer-lost', effect: 'none' });
    await shop.ask('sale.enter', { text: '1001' });
    await shop.ask('payment.card', { total });
    await paymentIs('undecided');
    await shop.ask('payment.setAside', {});
    await shop.ask('sale.enter', { text: '1001' });
    powerCut();
    expect(await shop.refused('payment.card', { total })).toBe('TERMINAL-TAKEN');
    expect(shop.simulator.books().sessions).toHaveLength(0);
  });

  it('a sale that was set aside with its payment comes back to that payment', async () => {
    shop.simulator.inject({ on: 'create', kind: 'answer-lost', effect: 'none' });
    await shop.ask('sale.enter', { text: '1001' });
    await shop.ask('payment.card', { total });
    await paymentIs('undecided');
    await shop.ask('payment.setAside', {});
    powerCut();
    expect(shop.view().parked).toMatchObject([{ undecided: true }]);
    await shop.ask('sale.resume', { saleId: 'TEST22-1' });
    await paymentIs('undecided');
    expect(await shop.refused('sale.enter', { text: '1001' })).toBe('SALE-LOCKED');
  });

  it('a sale with an undecided payment takes no other that came after all', async () => {
    shop.simulator.chooseAnswer({ kind: 'unknown' });
    await shop.ask('sale.enter', { text: '1001' });
    await shop.ask('payment.card', { total });
    await paymentIs('undecided');
    await shop.ask('payment.decide', { paid: false, reason: 'Nothing on the slip' });
    shop.simulator.inject({ on: 'create', kind: 'answer-lost', effect: 'none' });
    await shop.ask('payment.card', { total });
    await paymentIs('undecided');
    const [first] = shop.simulator.books().transactions;
    shop.simulator.settle(first?.id ?? '', 'CAPTURED');
    const { alarms } = await shop.until('the alarm', (view) => view.alarms.length > 0);
    const settle = { alarm: alarms[0]?.alarm ?? 0, how: 'attach', reason: 'It has the goods' } as const;
    expect(await shop.refused('alarm.settle', settle)).toBe('NOT-ALLOWED-NOW');
    powerCut();
    expect(await shop.refused('alarm.settle', settle)).toBe('NOT-ALLOWED-NOW');
    const decision = { paid: false, reason: 'It never came to the terminal' } as const;
    expect(await shop.refused('payment.decide', decision)).toBe('NOT-ALLOWED-NOW');
    // As soon as it is decided, the sale takes the one that was paid.
    answered();
    await shop.until('somebody looks', ({ counter }) => {
      const state = counter.kind === 'paying' ? counter.payment.state : null;
      return state?.kind === 'undecided' && state.nextLookAt !== null;
    });
    await shop.ask('payment.decide', decision);
    await shop.ask('alarm.settle', settle);
    expect(shop.journal().read.receiptOf('TEST22-1')).toBe(1);
  });

  it('a refund that asks for the card at the terminal still has it', async () => {
    await shop.close();
    await open({ dintero: { refundAtTerminal: true } });
    await shop.ask('sale.enter', { text: '1001' });
    await shop.ask('payment.card', { total });
    await shop.until('the receipt', (view) => view.counter.kind === 'done');
    await shop.ask('sale.startNew', {});
    shop.simulator.chooseRefund({ kind: 'absent' });
    const refund = { receiptNumber: 1, wanted: { kind: 'all' }, how: 'as-paid', reason: 'Angret' } as const;
    await shop.ask('refund.begin', { ...refund, left: total });
    await shop.until('the terminal', (view) => view.refunds.some(({ state }) => state.kind === 'accepted'));
    await shop.ask('sale.enter', { text: '1001' });
    powerCut();
    expect(await shop.refused('payment.card', { total })).toBe('TERMINAL-TAKEN');
  });

  it('a refund is not decided by a person before somebody looks after it', async () => {
    await shop.ask('sale.enter', { text: '1001' });
    await shop.ask('payment.card', { total });
    await shop.until('the receipt', (view) => view.counter.kind === 'done');
    await shop.ask('sale.startNew', {});
    shop.simulator.inject({ on: 'refund', kind: 'answer-lost', effect: 'none' });
    const refund = { receiptNumber: 1, wanted: { kind: 'all' }, how: 'as-paid', reason: 'Angret' } as const;
    await shop.ask('refund.begin', { ...refund, left: total });
    await shop.until('undecided', (view) => view.refunds.some(({ state }) => state.kind === 'undecided'));
    const [refundId = ''] = shop.journal().read.openRefunds();
    powerCut();
    const decision = { refundId, refunded: false, reason: 'Dintero has none' } as const;
    expect(await shop.refused('refund.decide', decision)).toBe('NOT-ALLOWED-NOW');
    answered();
    await shop.until('somebody looks', (view) =>
      view.refunds.some(({ state }) => state.kind === 'undecided' && state.nextLookAt !== null),
    );
    await shop.ask('refund.decide', decision);
    expect(shop.journal().read.openRefunds()).toEqual([]);
  });
});
