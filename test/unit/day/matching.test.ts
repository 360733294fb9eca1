import type { TillView } from '../../../preload/contract/view.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { createMatching } from '../../../main/day/matching.ts';
import { startSimulator } from '../../../main/simulator/index.ts';
import { systemClock } from '../../../main/clock.ts';
import { entriesIn, wrongIn } from '../../helpers/entries.ts';
import { openShop, type Shop } from '../../helpers/shop.ts';
import { clientOf, takenBySomebodyElse } from './somebody-else.ts';

let shop: Shop;
afterEach(() => shop.close());

const hour = 3_600_000;
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Somebody else sends a payment to this shop's terminal; the customer pays it at once. */
const somebodyElseTakes = (amount: number, attemptId: string, answer = 'approved'): Promise<string> =>
  takenBySomebodyElse(shop.simulator, amount, attemptId, answer);

async function sellByCard(): Promise<void> {
  await shop.ask('sale.enter', { text: '1001' });
  await shop.ask('payment.card', { total: 3900 });
  await shop.until('the approval', (view) => view.counter.kind === 'done');
}

const sentences = (): string[] => shop.view().cases.map((one) => one.sentence);

/** What a person should know, but for the second copy, which this shop keeps none of. */
const codes = (view: TillView = shop.view()): string[] =>
  view.notices.map(({ code }) => code).filter((code) => code !== 'COPY-NONE');

describe('The till’s books and Dintero’s', () => {
  it('agree after a day of payments that were paid, declined and cancelled', async () => {
    shop = await openShop({ times: 10 });
    await sellByCard();
    shop.simulator.chooseAnswer({ kind: 'declined' });
    await shop.ask('sale.enter', { text: '1001' });
    await shop.ask('payment.card', { total: 3900 });
    await shop.until(
      'the decline',
      (v) => v.counter.kind === 'paying' && v.counter.payment.state.kind === 'declined',
    );
    await sellAgain();
    expect(await shop.ask('cases.lookNow', {})).toEqual({ opened: 0 });
    expect(shop.view().cases).toEqual([]);
  });

  async function sellAgain(): Promise<void> {
    await shop.ask('payment.card', { total: 3900 });
    await shop.until('the approval', (view) => view.counter.kind === 'done');
  }

  it('differ by a payment that somebody else made on this terminal: one case, told once', async () => {
    shop = await openShop({ times: 1 });
    const transactionId = await somebodyElseTakes(12_300, 'faktura 4711');
    expect(await shop.ask('cases.lookNow', {})).toEqual({ opened: 1 });
    expect(await shop.ask('cases.lookNow', {})).toEqual({ opened: 0 });
    expect(sentences()).toHaveLength(1);
    expect(sentences()[0]).toContain('Dintero has a card payment of 123.00');
    expect(sentences()[0]).toContain(transactionId);
    expect(sentences()[0]).toContain('faktura 4711');
  });

  it('keep a case open over a restart, until a person settles it with a reason, and never open it again', async () => {
    shop = await openShop({ times: 1 });
    await somebodyElseTakes(12_300, 'faktura 4711');
    await shop.ask('cases.lookNow', {});
    shop.cutPower();
    shop.switchOn();
    expect(sentences()).toHaveLength(1);
    await shop.ask('case.settle', {
      case: 1,
      how: 'handled-elsewhere',
      reason: 'Refunded in the backoffice',
    });
    expect(sentences()).toEqual([]);
    expect(await shop.refused('case.settle', { case: 1, how: 'nothing-to-do', reason: 'x' })).toBe(
      'NOT-ALLOWED-NOW',
    );
    expect(await shop.ask('cases.lookNow', {})).toEqual({ opened: 0 });
    expect(sentences()).toEqual([]);
    expect(wrongIn(shop.journalPath)).toBeNull();
  });

  it('differ by a payment with this till’s own reference that its journal does not know', async () => {
    shop = await openShop({ times: 1 });
    await somebodyElseTakes(5_000, 'TEST22-900-1');
    await shop.ask('cases.lookNow', {});
    expect(sentences()[0]).toContain('TEST22-900-1');
    expect(codes()).toEqual([]);
  });

  it('do not differ by what was declined, or is still being paid', async () => {
    shop = await openShop({ times: 1 });
    await somebodyElseTakes(5_000, 'faktura 1', 'declined');
    await somebodyElseTakes(6_000, 'faktura 2', 'none');
    expect(await shop.ask('cases.lookNow', {})).toEqual({ opened: 0 });
  });

  it('leave a payment under way to be explained by its own watching', async () => {
    shop = await openShop({ times: 1 });
    shop.simulator.chooseAnswer({ kind: 'ignored' });
    await shop.ask('sale.enter', { text: '1001' });
    await shop.ask('payment.card', { total: 3900 });
    await shop.until(
      'the prompt',
      (v) => v.counter.kind === 'paying' && v.counter.payment.state.kind === 'present-card',
    );
    shop.simulator.inject({ on: 'readSession', kind: 'status', status: 503, lasts: 'always' });
    shop.simulator.inject({ on: 'readTransaction', kind: 'status', status: 503, lasts: 'always' });
    shop.simulator.terminal('T0292').tapNow('approved');
    expect(await shop.ask('cases.lookNow', {})).toEqual({ opened: 0 });
    // The next comparison reaches back to it, however long it takes to be decided.
    const [open] = shop.journal().read.unfinishedAttempts();
    expect(shop.journal().read.matchedUntil()).toBe(open?.preparedAt);
    shop.simulator.clearFaults();
    await shop.until('the approval', (view) => view.counter.kind === 'done');
  });

  it('see every page of a long list', async () => {
    shop = await openShop({ times: 1 });
    for (let sale = 1; sale <= 103; sale += 1)
      await somebodyElseTakes(1000 + sale, `faktura ${String(sale)}`);
    await shop.ask('cases.lookNow', {});
    // On a busy machine the till has compared by itself meanwhile, and opened some of them.
    expect(shop.journal().read.openCases()).toHaveLength(103);
  });

  it('cannot be compared while Dintero does not answer, and nothing is concluded from that', async () => {
    shop = await openShop({ times: 1 });
    await sellByCard();
    shop.simulator.inject({ on: 'findTransactions', kind: 'status', status: 503 });
    expect(await shop.refused('cases.lookNow', {})).toBe('OFFLINE');
    expect(await shop.ask('cases.lookNow', {})).toEqual({ opened: 0 });
  });

  it('differ by a payment that stands as paid here and that Dintero does not have', async () => {
    shop = await openShop({ times: 1 });
    await sellByCard();
    const elsewhere = await startSimulator();
    const matching = (ahead: number): ReturnType<typeof createMatching> =>
      createMatching({
        journal: shop.journal(),
        dintero: clientOf(elsewhere),
        clock: { ...systemClock, now: () => Date.now() + ahead },
        log: silent,
        ours: { tillId: 'TEST22', terminalId: 'T0292', storeId: 'oslo-center', currency: 'NOK' },
        isFollowed: () => false,
        onSoldElsewhere: () => undefined,
        onAnswer: () => undefined,
        onChange: () => undefined,
        onJournalError: () => undefined,
      });
    try {
      // A list may lag: a payment of this minute is not missed yet.
      expect(await matching(0).lookNow()).toMatchObject({ ok: true, value: { opened: 0 } });
      expect(await matching(hour).lookNow()).toMatchObject({ ok: true, value: { opened: 1 } });
      expect(sentences()[0]).toContain('TEST22-1-1');
      expect(sentences()[0]).toContain('Dintero has no such payment');
    } finally {
      await elsewhere.close();
    }
  });
});

describe('Two tills on one terminal', () => {
  it('notice each other by the payments that Dintero lists: one case and a standing notice', async () => {
    shop = await openShop({ times: 1 });
    await somebodyElseTakes(5_000, 'OTHER9-1-1');
    await somebodyElseTakes(6_000, 'OTHER9-2-1');
    expect(await shop.ask('cases.lookNow', {})).toEqual({ opened: 1 });
    expect(sentences()[0]).toContain('Till OTHER9');
    expect(codes()).toEqual(['TERMINAL-SHARED']);
    await somebodyElseTakes(7_000, 'OTHER9-3-1');
    expect(await shop.ask('cases.lookNow', {})).toEqual({ opened: 0 });
  });

  it('say nothing more once the matter was settled, until they do it again', async () => {
    shop = await openShop({ times: 1 });
    await somebodyElseTakes(5_000, 'OTHER9-1-1');
    await shop.ask('cases.lookNow', {});
    await shop.ask('case.settle', {
      case: 1,
      how: 'handled-elsewhere',
      reason: 'It has a terminal of its own now',
    });
    expect(codes()).toEqual([]);
    expect(await shop.ask('cases.lookNow', {})).toEqual({ opened: 0 });
    await somebodyElseTakes(5_000, 'OTHER9-2-1');
    expect(await shop.ask('cases.lookNow', {})).toEqual({ opened: 1 });
  });

  it('notice each other when the terminal is busy though this till asked nothing of it', async () => {
    shop = await openShop({ times: 1 });
    await somebodyElseTakes(5_000, 'OTHER9-1-1', 'none');
    await shop.ask('sale.enter', { text: '1001' });
    await shop.ask('payment.card', { total: 3900 });
    const view = await shop.until(
      'the refusal',
      (v) => v.counter.kind === 'paying' && v.counter.payment.state.kind === 'failed',
    );
    expect(codes(view)).toEqual(['TERMINAL-SHARED']);
  });

  it('are not suspected when the terminal still shows this till’s own cancelled payment', async () => {
    shop = await openShop({ times: 10 });
    shop.simulator.chooseAnswer({ kind: 'approved-late', after: 'cancel', afterMs: 3_600_000 });
    await shop.ask('sale.enter', { text: '1001' });
    await shop.ask('payment.card', { total: 3900 });
    await shop.until(
      'the prompt',
      (v) => v.counter.kind === 'paying' && v.counter.payment.state.kind === 'present-card',
    );
    await shop.ask('payment.cancel', {});
    await shop.until(
      'the end',
      (v) => v.counter.kind === 'paying' && v.counter.payment.state.kind === 'cancelled',
    );
    await shop.ask('payment.card', { total: 3900 });
    const view = await shop.until(
      'the refusal',
      (v) => v.counter.kind === 'paying' && v.counter.payment.state.kind === 'failed',
    );
    expect(codes(view)).toEqual([]);
  });
});

describe('The till compares by itself', () => {
  it('soon after its start, every hour, and sooner after a comparison that failed', async () => {
    shop = await openShop({ times: 1 });
    const pauses: number[] = [];
    let next: () => void = () => undefined;
    const matching = createMatching({
      journal: shop.journal(),
      dintero: clientOf(shop.simulator),
      clock: {
        ...systemClock,
        after: (ms, work) => {
          pauses.push(ms);
          next = work;
          return () => undefined;
        },
      },
      log: silent,
      ours: { tillId: 'TEST22', terminalId: 'T0292', storeId: 'oslo-center', currency: 'NOK' },
      isFollowed: () => false,
      onSoldElsewhere: () => undefined,
      onAnswer: () => undefined,
      onChange: () => undefined,
      onJournalError: () => undefined,
    });
    const pausesAre = (expected: number[]): Promise<void> => expect.poll(() => pauses).toEqual(expected);
    matching.start();
    await pausesAre([20_000]);
    next();
    await pausesAre([20_000, hour]);
    shop.simulator.inject({ on: 'findTransactions', kind: 'status', status: 503 });
    next();
    await pausesAre([20_000, hour, hour / 12]);
    next();
    await pausesAre([20_000, hour, hour / 12, hour]);
    expect(entriesIn(shop.journalPath).filter((entry) => entry.kind === 'day.matched')).toHaveLength(2);
  });
});
