import type { Simulator } from '../../main/simulator/index.ts';
import {
  captured,
  entries,
  expect,
  expectReceipt,
  expectState,
  expectTotal,
  lines,
  press,
  references,
  ringUp,
  sessionsAsked,
  test,
  type Till,
  verifyJournal,
} from './till.ts';

/** One sale of 168.90 by card, cut off by SIGKILL at a point that is reached for certain. */
type Point = {
  readonly point: string;
  /** What is arranged before the sale. */
  readonly arrange?: (simulator: Simulator) => void;
  /** Goes from the rung-up sale to the point. */
  readonly reach: (till: Till) => Promise<void>;
  /** What happens while the till is dead. */
  readonly meanwhile?: (simulator: Simulator) => Promise<void> | void;
  /** What must be on the screen after the restart, and what is done until the matter is settled. */
  readonly after: (till: Till) => Promise<void>;
  /** What Dintero has captured in the end, in øre, a figure for each transaction. */
  readonly captured: readonly number[];
};

async function presentCard(till: Till): Promise<void> {
  await press(till, 'Pay by card');
  await expectState(till, 'Present card');
}

async function askedFor(till: Till, count: number): Promise<void> {
  await expect.poll(() => sessionsAsked(till.simulator).length).toBe(count);
}

async function paid(till: Till): Promise<void> {
  await expectState(till, 'Approved');
  await expectReceipt(till, 1);
}

async function paidAgain(till: Till): Promise<void> {
  await expectTotal(till, '168.90');
  await press(till, 'Pay by card');
  await paid(till);
}

const points: readonly Point[] = [
  {
    point: 'before the payment',
    reach: () => Promise.resolve(),
    after: async (till) => {
      await expect(lines(till)).toHaveCount(2);
      await paidAgain(till);
    },
    captured: [16890],
  },
  {
    point: 'when the request is at Dintero, and the session is made after the till has died',
    arrange: (simulator) => simulator.inject({ on: 'create', kind: 'late', ms: 600, effect: 'last' }),
    reach: async (till) => {
      await press(till, 'Pay by card');
      await askedFor(till, 1);
      expect(till.simulator.books().sessions).toEqual([]);
    },
    meanwhile: async (simulator) => {
      await expect.poll(() => simulator.books().sessions.length).toBe(1);
    },
    after: paid,
    captured: [16890],
  },
  {
    point: 'when the session is made, and its answer is still on the way',
    arrange: (simulator) => simulator.inject({ on: 'create', kind: 'late', ms: 30_000, effect: 'first' }),
    reach: async (till) => {
      await press(till, 'Pay by card');
      await expect.poll(() => till.simulator.books().sessions.length).toBe(1);
    },
    after: paid,
    captured: [16890],
  },
  {
    point: 'when the request was sent, and Dintero never got it',
    arrange: (simulator) => simulator.inject({ on: 'create', kind: 'silent', effect: 'none' }),
    reach: async (till) => {
      await press(till, 'Pay by card');
      await askedFor(till, 1);
    },
    after: async (till) => {
      await expectState(till, 'Undecided');
      await press(till, 'Decide by hand');
      await till.page().getByLabel('Reason').fill('The terminal never asked');
      await press(till, 'It was not paid');
      await expectState(till, 'Failed');
      await press(till, 'Back to sale');
      await paidAgain(till);
    },
    captured: [16890],
  },
  {
    point: 'while the terminal waits for a card',
    arrange: (simulator) => simulator.chooseAnswer({ kind: 'ignored' }),
    reach: presentCard,
    after: async (till) => {
      await expectState(till, 'Present card');
      expect(till.simulator.terminal('T0292').tapNow('approved')).toBe(true);
      await paid(till);
    },
    captured: [16890],
  },
  {
    point: 'while the terminal waits, and the customer taps while the till is dead',
    arrange: (simulator) => simulator.chooseAnswer({ kind: 'ignored' }),
    reach: presentCard,
    meanwhile: (simulator) => {
      expect(simulator.terminal('T0292').tapNow('approved')).toBe(true);
    },
    after: paid,
    captured: [16890],
  },
  {
    point: 'while the terminal waits, and the card is declined while the till is dead',
    arrange: (simulator) => simulator.chooseAnswer({ kind: 'ignored' }),
    reach: presentCard,
    meanwhile: (simulator) => {
      expect(simulator.terminal('T0292').tapNow('declined')).toBe(true);
    },
    after: async (till) => {
      await expectState(till, 'Declined');
      await press(till, 'Back to sale');
      await paidAgain(till);
    },
    captured: [0, 16890],
  },
  {
    point: 'at the moment of the approval, before the till has read it',
    arrange: (simulator) => simulator.chooseAnswer({ kind: 'ignored' }),
    reach: async (till) => {
      await presentCard(till);
      expect(till.simulator.terminal('T0292').tapNow('approved')).toBe(true);
    },
    after: paid,
    captured: [16890],
  },
  {
    point: 'when the approval is on the screen',
    reach: async (till) => {
      await press(till, 'Pay by card');
      await paid(till);
    },
    after: paid,
    captured: [16890],
  },
  {
    point: 'when a cancel is at Dintero, and the customer taps after it',
    arrange: (simulator) => {
      simulator.chooseAnswer({ kind: 'approved-late', after: 'cancel', afterMs: 500 });
      simulator.inject({ on: 'cancel', kind: 'late', ms: 30_000, effect: 'first' });
    },
    reach: async (till) => {
      await presentCard(till);
      await press(till, 'Cancel payment');
      await expect
        .poll(() => till.simulator.books().sessions.map((session) => session.cancelled_at !== undefined))
        .toEqual([true]);
    },
    after: paid,
    captured: [16890],
  },
  {
    point: 'when a cancel is at Dintero, and nobody taps',
    arrange: (simulator) => {
      simulator.chooseAnswer({ kind: 'ignored' });
      simulator.inject({ on: 'cancel', kind: 'late', ms: 30_000, effect: 'first' });
    },
    reach: async (till) => {
      await presentCard(till);
      await press(till, 'Cancel payment');
      await expect
        .poll(() => till.simulator.requests().some(({ operation }) => operation === 'cancel'))
        .toBe(true);
    },
    after: async (till) => {
      await expectState(till, 'Cancelled');
      await press(till, 'Back to sale');
      await paidAgain(till);
    },
    captured: [0, 16890],
  },
  {
    point: 'when the decline is on the screen',
    arrange: (simulator) => simulator.chooseAnswer({ kind: 'declined' }),
    reach: async (till) => {
      await press(till, 'Pay by card');
      await expectState(till, 'Declined');
    },
    after: async (till) => {
      await expect(till.page().getByText('1 card payment was not paid')).toBeVisible();
      await paidAgain(till);
    },
    captured: [0, 16890],
  },
];

for (const { point, arrange, reach, meanwhile, after, captured: expected } of points) {
  test(`a sale by card, killed ${point}, is neither lost nor paid twice`, async ({ till }) => {
    arrange?.(till.simulator);
    await ringUp(till, 'bun', 'cup');
    await reach(till);
    await till.kill();
    await meanwhile?.(till.simulator);
    await till.start();
    await after(till);

    expect(captured(till.simulator)).toEqual(expected);
    const asked = sessionsAsked(till.simulator).map(({ body }) => referenceIn(body));
    expect(new Set(asked).size).toBe(asked.length);
    const completed = entries(till.folder, 'sale.completed');
    expect(completed.map(({ body }) => body['receiptNumber'])).toEqual([1]);
    expect(completed[0]?.body['payments']).toMatchObject([
      { kind: 'card', amount: 16890, attemptId: references(till.simulator).at(-1) },
    ]);
    verifyJournal(till.folder);
  });
}

function referenceIn(body: unknown): string {
  return (body as { order: { merchant_reference: string } }).order.merchant_reference;
}
