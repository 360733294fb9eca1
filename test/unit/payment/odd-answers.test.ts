import { beforeEach, describe, expect, it } from 'vitest';
import type { SessionRecord, TransactionRecord } from '../../../main/simulator/records.ts';
import type { ModelShop } from '../../fault/model/shop.ts';
import { modelShopForEach, stateOf } from '../../helpers/model-shop.ts';

const hour = 3_600_000;
const total = 3_900;

let shop: ModelShop;
const opened = modelShopForEach();
beforeEach(() => {
  shop = opened();
});

const state = (): string => stateOf(shop);
const session = (at = 0): SessionRecord => {
  const found = shop.books.state.sessions[at];
  if (found === undefined) throw new Error('There is no such session');
  return found;
};
const payment = (at = 0): TransactionRecord => {
  const found = shop.books.state.transactions[at];
  if (found === undefined) throw new Error('There is no such transaction');
  return found;
};
const cases = (): string[] =>
  shop
    .journal()
    .read.openCases()
    .map(({ kind }) => kind);
const loseTheAnswer = (): void => {
  shop.network.mishaps.set('create', [{ kind: 'cut', effect: true }]);
};

async function payByCard(): Promise<void> {
  await shop.press('sale.enter', { text: '1001' });
  await shop.press('payment.card', { total });
}

/** Turns the clock until Dintero has so many sessions. */
async function sessionsThere(wanted: number): Promise<void> {
  for (let turns = 0; turns < 100 && shop.books.state.sessions.length < wanted; turns += 1)
    await shop.clock.advance(1);
}

describe('A search', () => {
  it('that gives the same session twice has found it', async () => {
    shop.control.chooseAnswer({ kind: 'ignored' });
    loseTheAnswer();
    await payByCard();
    await sessionsThere(1);
    shop.books.state.sessions.push(session());
    await shop.clock.advance(4_000);
    expect(state()).toBe('present-card');
  });

  it('that gives two sessions of one request decides nothing by one of them', async () => {
    shop.control.chooseAnswer({ kind: 'declined' });
    loseTheAnswer();
    await payByCard();
    await sessionsThere(1);
    shop.books.state.sessions.push({ ...structuredClone(session()), id: 'T1.again' });
    await shop.clock.advance(30_000);
    expect(payment().status).toBe('DECLINED');
    expect(state()).toBe('undecided');
  });

  it('that gives the one that was meant on its second page has found it', async () => {
    shop.control.chooseAnswer({ kind: 'ignored' });
    loseTheAnswer();
    await payByCard();
    await sessionsThere(1);
    for (let n = 0; n < 120; n += 1) {
      const other = structuredClone(session());
      other.id = `T1.other${String(n)}`;
      other.order.merchant_reference = `TEST22-1-1${String(n)}`;
      shop.books.state.sessions.push(other);
    }
    await shop.clock.advance(4_000);
    expect(state()).toBe('present-card');
  });
});

describe('An answer that was the payment’s before', () => {
  it('neither ends this one as that one ended, nor hides what becomes of it', async () => {
    shop.control.chooseAnswer({ kind: 'declined' });
    await payByCard();
    await shop.clock.advance(30_000);
    expect(state()).toBe('declined');
    shop.control.chooseAnswer({ kind: 'ignored' });
    await shop.press('payment.card', { total });
    await sessionsThere(2);
    // What lies between hands out the session of the payment before.
    const [old, now] = [session(0), session(1)];
    [old.id, now.id] = [now.id, old.id];
    [payment(0).session_id, payment(1).session_id] = [old.id, now.id];
    for (const prompt of shop.books.state.prompts) if (prompt.kind === 'payment') prompt.sessionId = now.id;
    await shop.clock.advance(30_000);
    expect(state()).toBe('present-card');
    shop.control.terminal('T0292').tapNow('approved');
    await shop.clock.advance(10_000);
    expect(state()).toBe('done');
    expect(cases()).toEqual([]);
  });

  it('decides nothing when it is all that can be read', async () => {
    shop.control.chooseAnswer({ kind: 'ignored' });
    await payByCard();
    await shop.clock.advance(3_000);
    payment().merchant_reference = 'TEST22-9-1';
    shop.control.terminal('T0292').tapNow('declined');
    await shop.clock.advance(30_000);
    expect(payment().status).toBe('DECLINED');
    expect(state()).toBe('undecided');
  });
});

describe('Cancel', () => {
  it('is asked for once, however often it is pressed while it is under way', async () => {
    shop.control.chooseAnswer({ kind: 'ignored' });
    await payByCard();
    await shop.clock.advance(3_000);
    for (let presses = 0; presses < 3; presses += 1) await shop.press('payment.cancel', {});
    await shop.clock.advance(10_000);
    await shop.press('payment.cancel', {});
    expect(shop.network.requests.filter(({ operation }) => operation === 'cancel')).toHaveLength(1);
    expect(state()).toBe('cancelled');
  });
});

describe('A payment that is captured twice', () => {
  it('is not taken for paid as if it were once', async () => {
    shop.control.chooseAnswer({ kind: 'ignored' });
    await payByCard();
    await shop.clock.advance(3_000);
    shop.control.terminal('T0292').tapNow('approved');
    const { events } = payment();
    payment().status = 'CAPTURED';
    for (let n = 0; n < 2; n += 1)
      shop.books.book(payment(), {
        event: 'CAPTURE',
        success: true,
        amount: total,
        transaction_status: 'CAPTURED',
      });
    expect(events.filter(({ event }) => event === 'CAPTURE')).toHaveLength(2);
    await shop.clock.advance(10_000);
    expect(state()).toBe('undecided');
  });
});

describe('A lost answer that the journal cannot take', () => {
  it('is undecided as soon as it can', async () => {
    shop.network.mishaps.set('create', [{ kind: 'cut', effect: false }]);
    await shop.press('sale.enter', { text: '1001' });
    // prepared and creating are taken, undecided is not.
    shop.refuseWrite(3);
    await shop.press('payment.card', { total });
    await shop.clock.advance(60_000);
    expect(state()).toBe('undecided');
  });
});

describe('An approval that comes before the till can sign', () => {
  it('waits until it can, and is on the receipt then', async () => {
    shop.control.chooseAnswer({ kind: 'ignored' });
    await payByCard();
    await shop.clock.advance(3_000);
    // The start is written down, and then the disk has no room for the signing key.
    shop.refuseWrite(2);
    await shop.restart();
    shop.control.terminal('T0292').tapNow('approved');
    await shop.clock.advance(20_000);
    expect(shop.journal().read.receiptOf('TEST22-1')).toBe(1);
    expect(state()).toBe('done');
  });

  it('is not asked for', async () => {
    shop.refuseWrite(2);
    await shop.restart();
    await shop.press('sale.enter', { text: '1001' });
    // The key finds no room once more, and what would follow it does.
    shop.refuseWrite(1);
    await shop.press('payment.card', { total });
    await shop.clock.advance(500);
    expect(shop.books.state.sessions).toEqual([]);
    // The till finds out by itself that there is room again.
    for (let waited = 0; shop.view().stopped !== null && waited < 60; waited += 1) {
      await shop.clock.advance(1_000);
    }
    await shop.press('payment.card', { total });
    await shop.clock.advance(20_000);
    expect(state()).toBe('done');
  });
});

async function approvedOnly(): Promise<void> {
  shop.control.chooseAnswer({ kind: 'authorized-only' });
  await payByCard();
  await shop.clock.advance(30_000);
  expect([state(), payment().status]).toEqual(['done', 'AUTHORIZED']);
}

describe('What was authorised', () => {
  it('and is captured in another amount is told within the hour', async () => {
    await approvedOnly();
    shop.books.book(payment(), {
      event: 'CAPTURE',
      success: true,
      amount: total + 500,
      transaction_status: 'CAPTURED',
    });
    await shop.clock.advance(1.2 * hour);
    expect(cases()).toEqual(['amount-differs']);
  });

  it('and is never captured is a case when nobody follows it any more', async () => {
    await approvedOnly();
    await shop.clock.advance(47 * hour);
    expect(cases()).toEqual([]);
    await shop.clock.advance(3 * hour);
    expect(cases()).toEqual(['paid-here-only']);
  });
});

describe('A payment that a person decided as paid, and Dintero cancelled', () => {
  it('and that is paid all the same, late, is a case', async () => {
    shop.control.chooseAnswer({ kind: 'unknown' });
    await payByCard();
    await shop.clock.advance(10_000);
    await shop.press('payment.decide', { paid: true, reason: 'The terminal printed it' });
    shop.control.settle(payment().id, 'AUTHORIZATION_VOIDED');
    await shop.clock.advance(60_000);
    expect(shop.view().alarms.map(({ sentence }) => sentence.slice(0, 20))).toEqual(['Not paid after all: ']);
    shop.control.settle(payment().id, 'CAPTURED');
    await shop.clock.advance(1.2 * hour);
    expect(cases()).toEqual(['paid-there-only']);
  });
});
