import { price } from './cashier.ts';
import { nothing, paidOnce, type Row } from './row.ts';

/** A fetch on which only the request for a session fails, as Node says it when the connection cannot be made. */
function noWayOut(code: string): typeof globalThis.fetch {
  return (input, init) =>
    isCreate(input)
      ? Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) }))
      : fetch(input, init);
}

/** The request gets through, is carried out, and its answer is lost on the way back. */
const answerLostAtHome: typeof globalThis.fetch = async (input, init) => {
  const answer = await fetch(input, init);
  if (!isCreate(input)) return answer;
  throw new TypeError('fetch failed', { cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }) });
};

function isCreate(input: Parameters<typeof fetch>[0]): boolean {
  return String(input instanceof Request ? input.url : input).includes('/sessions-profile');
}

const failed = { sees: ['Failed'], ends: ['failed'], held: nothing } as const;
const found = { sees: ['Undecided', 'Approved'], ends: ['completed'], held: paidOnce } as const;

/** Looked up beside the request, before its answer is given up. */
const foundBeside = { sees: ['Sending', 'Approved'], ends: ['completed'], held: paidOnce } as const;

/** The request for a session goes wrong. */
export const createRows: readonly Row[] = [
  {
    fault: 'no DNS',
    options: { fetch: noWayOut('ENOTFOUND') },
    play: async (cashier) => {
      await cashier.charge();
      await cashier.reads('Failed');
    },
    ...failed,
  },
  {
    fault: 'connection refused',
    play: async (cashier, shop) => {
      await shop.ask('sale.enter', { text: 'sku-coffee-001' });
      await shop.simulator.refuseConnections();
      await cashier.press('payment.card', { total: price });
      await cashier.reads('Failed');
      await shop.simulator.acceptConnections();
    },
    ...failed,
    sees: ['Offline', 'Failed'],
  },
  {
    fault: 'TLS error',
    options: { fetch: noWayOut('CERT_NOT_YET_VALID') },
    play: async (cashier) => {
      await cashier.charge();
      await cashier.reads('Failed');
    },
    ...failed,
  },
  {
    fault: '401 once (the token was withdrawn)',
    play: async (cashier, shop) => {
      shop.simulator.inject({ on: 'create', kind: 'status', status: 401 });
      await cashier.charge();
      await cashier.reads('Approved');
    },
    sees: ['Approved'],
    ends: ['completed'],
    held: paidOnce,
  },
  ...[401, 403, 409, 429].map((status): Row => ({
    fault: status === 429 ? '429 with Retry-After' : String(status),
    play: async (cashier, shop) => {
      const wait = status === 429 ? { retryAfterSeconds: 5 } : {};
      shop.simulator.inject({ on: 'create', kind: 'status', status, lasts: 'always', ...wait });
      await cashier.charge();
      await cashier.reads('Failed');
    },
    ...failed,
  })),
  {
    fault: '500 before the effect; after two minutes a person decides that it was not paid',
    play: async (cashier, shop) => {
      shop.simulator.inject({ on: 'create', kind: 'status', status: 500 });
      await cashier.charge();
      await cashier.reads('Undecided');
      const since = shop.till().view().counter;
      if (since.kind !== 'paying') throw new Error('The payment is not on the counter');
      const twoMinutes = Date.parse(since.payment.startedAt) + 120_000;
      await shop.until('two minutes', (view) => {
        const state = view.counter.kind === 'paying' ? view.counter.payment.state : null;
        return state?.kind === 'undecided' && Date.parse(state.nextLookAt ?? '') > twoMinutes;
      });
      await cashier.press('payment.decide', { paid: false, reason: 'The terminal never asked for a card' });
      await cashier.reads('Failed');
    },
    sees: ['Undecided', 'Failed'],
    ends: ['failed'],
    held: nothing,
  },
  {
    fault: 'answer lost before the effect; the sale is set aside and the next customer pays cash',
    play: async (cashier, shop) => {
      shop.simulator.inject({ on: 'create', kind: 'answer-lost', effect: 'none' });
      await cashier.charge();
      await cashier.reads('Undecided');
      await cashier.press('payment.setAside', {});
      await shop.ask('sale.enter', { text: 'sku-coffee-001' });
      await cashier.press('payment.card', { total: price });
      await cashier.reads('Refused');
      await cashier.press('payment.cash', { total: price, given: 20_000 });
      await cashier.reads('Approved');
    },
    sees: ['Undecided', 'Refused', 'Approved'],
    ends: ['undecided'],
    held: nothing,
  },
  {
    fault: '500 after the effect',
    play: async (cashier, shop) => {
      shop.simulator.inject({ on: 'create', kind: 'status', status: 500, effect: 'done' });
      await cashier.charge();
      await cashier.reads('Undecided');
      await cashier.reads('Approved');
    },
    ...found,
  },
  {
    fault: 'answer lost after the effect',
    play: async (cashier, shop) => {
      shop.simulator.inject({ on: 'create', kind: 'answer-lost', effect: 'done' });
      await cashier.charge();
      await cashier.reads('Undecided');
      await cashier.reads('Approved');
    },
    ...found,
  },
  {
    fault: 'half of the answer comes',
    play: async (cashier, shop) => {
      shop.simulator.inject({ on: 'create', kind: 'truncated' });
      await cashier.charge();
      await cashier.reads('Undecided');
      await cashier.reads('Approved');
    },
    ...found,
  },
  {
    fault: 'a captive portal’s page instead of the answer',
    play: async (cashier, shop) => {
      shop.simulator.inject({ on: 'create', kind: 'html', effect: 'done' });
      await cashier.charge();
      await cashier.reads('Undecided');
      await cashier.reads('Approved');
    },
    ...found,
  },
  {
    fault: 'no answer ever comes, carried out',
    play: async (cashier, shop) => {
      shop.simulator.inject({ on: 'create', kind: 'silent', effect: 'done' });
      await cashier.charge();
      await cashier.reads('Approved');
    },
    ...foundBeside,
  },
  {
    fault: 'answer 30 s late, carried out at once',
    play: async (cashier, shop) => {
      shop.simulator.inject({ on: 'create', kind: 'late', ms: 31_000, effect: 'first' });
      await cashier.charge();
      await cashier.reads('Approved');
    },
    ...foundBeside,
  },
  {
    fault: 'answer 15 s late, carried out at once, and the customer taps meanwhile',
    play: async (cashier, shop) => {
      shop.simulator.chooseAnswer({ kind: 'ignored' });
      shop.simulator.inject({ on: 'create', kind: 'late', ms: 15_000, effect: 'first' });
      await cashier.charge();
      await cashier.reads('Present card');
      shop.simulator.terminal('T0292').tapNow('approved');
      await cashier.reads('Approved');
    },
    ...foundBeside,
    sees: ['Sending', 'Present card', 'Approved'],
  },
  {
    fault: 'carried out 40 s late, after the till gave up waiting',
    play: async (cashier, shop) => {
      shop.simulator.inject({ on: 'create', kind: 'late', ms: 40_000, effect: 'last' });
      await cashier.charge();
      await cashier.reads('Undecided');
      await cashier.reads('Approved');
    },
    ...found,
  },
  {
    fault: 'answer lost, and the session listed 10 s late',
    options: { fetch: answerLostAtHome },
    play: async (cashier, shop) => {
      shop.simulator.inject({ on: 'create', kind: 'listed-late', ms: 10_000 });
      await cashier.charge();
      await cashier.reads('Undecided');
      await cashier.reads('Approved');
    },
    ...found,
  },
  {
    fault: 'answer lost, and a person decides “not paid” before the session is listed',
    options: { fetch: answerLostAtHome },
    play: async (cashier, shop) => {
      shop.simulator.inject({ on: 'create', kind: 'listed-late', ms: 30_000 });
      await cashier.charge();
      await cashier.reads('Undecided');
      await cashier.press('payment.decide', { paid: false, reason: 'The customer left' });
      await cashier.reads('Failed');
      await cashier.reads('Paid after all');
    },
    sees: ['Undecided', 'Failed', 'Paid after all'],
    ends: ['failed'],
    held: paidOnce,
  },
];
