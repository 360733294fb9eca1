import * as fc from 'fast-check';
import type { Control } from '../../../main/simulator/control.ts';
import type { Mishap, Operation } from './dintero.ts';
import { captureAfterMs, type ModelShop } from './shop.ts';

type Answer = Parameters<Control['chooseAnswer']>[0];
type Status = Parameters<Control['settle']>[1];

/** The model is the laws themselves: whatever anybody does, they hold after it. */
type Model = Readonly<Record<string, never>>;
export type Command = fc.AsyncCommand<Model, ModelShop>;

function command(name: string, run: (shop: ModelShop) => Promise<void>): Command {
  return {
    check: () => true,
    run: async (_model, shop) => {
      await run(shop);
      if (!shop.powerIsOn()) await shop.restart();
      const broken = shop.brokenLaws('running');
      if (broken.length > 0) throw new Error(broken.join('; '));
    },
    toString: () => name,
  };
}

const always = (name: string, run: (shop: ModelShop) => Promise<void>): fc.Arbitrary<Command> =>
  fc.constant(command(name, run));

/** What is still to be paid of the sale on the counter. */
const total = (shop: ModelShop): number => {
  const { counter } = shop.view();
  return counter.kind === 'done' ? 0 : counter.sale.due;
};

const cashier: fc.Arbitrary<Command>[] = [
  always('ring up', (shop) => shop.press('sale.enter', { text: '1001' })),
  always('pay by card', (shop) => shop.press('payment.card', { total: total(shop) })),
  always('pay by card twice', async (shop) => {
    await Promise.all([1, 2].map(() => shop.press('payment.card', { total: total(shop) })));
  }),
  always('pay a part by card', (shop) =>
    shop.press('payment.cardPart', { total: total(shop), amount: 1_900 }),
  ),
  always('pay a part in cash', (shop) =>
    shop.press('payment.cashPart', { total: total(shop), amount: 1_000 }),
  ),
  always('give a part back', async (shop) => {
    const { counter } = shop.view();
    const part = counter.kind === 'done' ? undefined : counter.sale.paid[0];
    if (part !== undefined) await shop.press('payment.giveBackPart', { part: part.part, reason: 'changed' });
  }),
  always('pay cash', (shop) => shop.press('payment.cash', { total: total(shop), given: total(shop) + 100 })),
  always('cancel', (shop) => shop.press('payment.cancel', {})),
  always('back to sale', (shop) => shop.press('payment.backToSale', {})),
  always('look now', (shop) => shop.press('payment.lookNow', {})),
  always('set aside', (shop) => shop.press('payment.setAside', {})),
  always('park', (shop) => shop.press('sale.park', { name: '' })),
  always('resume', async (shop) => {
    const [parked] = shop.view().parked;
    if (parked !== undefined) await shop.press('sale.resume', { saleId: parked.saleId });
  }),
  always('new sale', (shop) => shop.press('sale.startNew', {})),
  always('clear', (shop) => shop.press('sale.clear', { reason: 'gone' })),
  fc
    .boolean()
    .map((paid) =>
      command(`decide ${paid ? 'paid' : 'not paid'}`, (shop) =>
        shop.press('payment.decide', { paid, reason: 'said so' }),
      ),
    ),
  fc.constantFrom('attach' as const, 'refund' as const, 'handled-elsewhere' as const).map((how) =>
    command(`settle: ${how}`, async (shop) => {
      const [alarm] = shop.view().alarms;
      if (alarm !== undefined) await shop.press('alarm.settle', { alarm: alarm.alarm, how, reason: 'done' });
    }),
  ),
];

const answers: readonly Answer[] = [
  { kind: 'ignored' },
  { kind: 'approved', afterMs: 900 },
  { kind: 'approved', afterMs: 0 },
  { kind: 'declined', afterMs: 1_500 },
  { kind: 'wrong-pin', afterMs: 4_000 },
  { kind: 'card-pulled' },
  { kind: 'approved-for', amount: 5_000 },
  { kind: 'unknown' },
  { kind: 'strange-status', status: 'SETTLING' },
  { kind: 'on-hold' },
  { kind: 'authorized-only' },
  { kind: 'approved-late', after: 'cancel', afterMs: 800 },
  { kind: 'approved-late', after: 'cancel', afterMs: 40_000 },
  { kind: 'approved-late', after: 'cancel', afterMs: 40_000, meanwhile: 'AUTHORIZATION_VOIDED' },
  { kind: 'approved-late', after: 'expiry', afterMs: 20_000 },
];

type RefundAnswer = Parameters<Control['chooseRefund']>[0];

const refunds: readonly RefundAnswer[] = [
  { kind: 'done', reply: 'finished' },
  { kind: 'done', reply: 'accepted', afterMs: 20_000 },
  { kind: 'refused', reply: 'finished' },
  { kind: 'refused', reply: 'accepted', afterMs: 5_000 },
  { kind: 'absent' },
];

const taps: readonly Answer[] = [
  { kind: 'approved' },
  { kind: 'declined' },
  { kind: 'customer-cancels' },
  { kind: 'authorized-only' },
];

const customer: fc.Arbitrary<Command>[] = [
  fc.constantFrom(...answers).map((answer) =>
    command(`the next answer: ${JSON.stringify(answer)}`, (shop) => {
      shop.control.chooseAnswer(answer);
      return Promise.resolve();
    }),
  ),
  fc.constantFrom(...refunds).map((answer) =>
    command(`the next refund: ${JSON.stringify(answer)}`, (shop) => {
      shop.control.chooseRefund(answer);
      return Promise.resolve();
    }),
  ),
  fc.constantFrom(...taps).map((answer) =>
    command(`tap: ${answer.kind}`, async (shop) => {
      shop.control.terminal('T0292').tapNow(answer);
      await shop.clock.advance(1);
    }),
  ),
  fc.constantFrom<Status>('CAPTURED', 'DECLINED', 'AUTHORIZATION_VOIDED').map((status) =>
    command(`Dintero ends what is open: ${status}`, (shop) => {
      resolveOpen(shop, status);
      return Promise.resolve();
    }),
  ),
];

const openStatuses: ReadonlySet<string> = new Set(['UNKNOWN', 'SETTLING', 'ON_HOLD']);

/** Dintero brings every transaction that stands open to an end that it can come to. */
export function resolveOpen({ control, dinteroNow }: ModelShop, status: Status): void {
  for (const one of control.books().transactions) {
    // What was authorised just now is captured by itself.
    const leftAlone = dinteroNow() - Date.parse(one.updated_at) > captureAfterMs;
    const authorised = one.status === 'AUTHORIZED' && leftAlone && status !== 'DECLINED';
    if (openStatuses.has(one.status) || authorised) control.settle(one.id, status);
  }
}

const mishap: fc.Arbitrary<Mishap> = fc.oneof(
  fc.constant<Mishap>({ kind: 'not-sent' }),
  fc.record({ kind: fc.constantFrom('cut', 'server', 'timeout'), effect: fc.boolean() }),
  fc.constant<Mishap>({ kind: 'late' }),
  fc.constantFrom('first' as const, 'last' as const).map((effect): Mishap => ({ kind: 'slow', effect })),
  fc.constantFrom(403, 409, 429).map((status): Mishap => ({ kind: 'refused', status })),
  fc.constant<Mishap>({ kind: 'listed-late' }),
);

const world: fc.Arbitrary<Command>[] = [
  fc
    .tuple(fc.constantFrom<Operation>('create', 'cancel', 'refund', 'read', 'find'), mishap)
    .map(([on, what]) =>
      command(`the next ${on}: ${JSON.stringify(what)}`, ({ network }) => {
        network.mishaps.set(on, [...(network.mishaps.get(on) ?? []), what]);
        return Promise.resolve();
      }),
    ),
  fc.boolean().map((down) =>
    command(`network ${down ? 'down' : 'up'}`, ({ network }) => {
      network.down = down;
      return Promise.resolve();
    }),
  ),
  fc.boolean().map((plugged) =>
    command(`terminal ${plugged ? 'on' : 'off'}`, ({ control }) => {
      const terminal = control.terminal('T0292');
      if (plugged) terminal.plugIn();
      else terminal.unplug();
      return Promise.resolve();
    }),
  ),
  fc.constantFrom(-86_400_000, -3_600_000, 3_600_000, 86_400_000).map((ms) =>
    command(`the clock jumps ${String(ms / 3_600_000)} h`, ({ clock }) => {
      clock.jump(ms);
      return Promise.resolve();
    }),
  ),
  always('power cut', (shop) => shop.restart()),
  fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom('before' as const, 'after' as const))
    .map(([write, moment]) =>
      command(`power cut ${moment} write ${String(write)}`, (shop) => {
        shop.cutPowerAtWrite(write, moment);
        return Promise.resolve();
      }),
    ),
];

const time = fc
  .constantFrom(15, 30, 60, 400, 1_100, 3_000, 6_000, 25_000, 60_000, 160_000)
  .map((ms) => command(`${String(ms)} ms pass`, (shop) => shop.clock.advance(ms)));

/** A sale by card in which something goes wrong: most of what matters happens around these. */
const troubledSale = fc
  .record({
    answer: fc.constantFrom(...answers),
    on: fc.constantFrom<Operation>('create', 'create', 'cancel', 'read', 'find'),
    what: fc.option(mishap),
    cancelAfterMs: fc.option(fc.constantFrom(5, 50, 900, 1_600, 30_000)),
    part: fc.constantFrom(null, null, 1_900, 3_000),
  })
  .map(({ answer, on, what, cancelAfterMs, part }) =>
    command(`a sale by card: ${JSON.stringify({ answer, on, what, cancelAfterMs, part })}`, async (shop) => {
      shop.control.chooseAnswer(answer);
      if (what !== null) shop.network.mishaps.set(on, [what]);
      await shop.press('payment.backToSale', {});
      await shop.press('sale.startNew', {});
      await shop.press('sale.enter', { text: '1001' });
      if (part === null) await shop.press('payment.card', { total: total(shop) });
      else await shop.press('payment.cardPart', { total: total(shop), amount: part });
      if (cancelAfterMs === null) return;
      await shop.clock.advance(cancelAfterMs);
      await shop.press('payment.cancel', {});
    }),
  );

/** A payment that is given up and comes after all, and what is done about its alarm. */
const lateApproval = fc
  .record({
    how: fc.constantFrom('attach' as const, 'refund' as const, 'refund' as const),
    answer: fc.constantFrom(...refunds),
    what: fc.option(mishap),
    cut: fc.option(fc.integer({ min: 1, max: 4 })),
  })
  .map(({ how, answer, what, cut }) =>
    command(`a late approval: ${JSON.stringify({ how, answer, what, cut })}`, async (shop) => {
      shop.control.chooseAnswer({ kind: 'approved-late', after: 'cancel', afterMs: 8_000 });
      shop.control.chooseRefund(answer);
      await shop.press('payment.setAside', {});
      await shop.press('payment.backToSale', {});
      await shop.press('sale.startNew', {});
      await shop.press('sale.enter', { text: '1001' });
      await shop.press('payment.card', { total: total(shop) });
      await shop.clock.advance(900);
      await shop.press('payment.cancel', {});
      await shop.clock.advance(40_000);
      if (what !== null) shop.network.mishaps.set('refund', [what]);
      const [alarm] = shop.view().alarms;
      if (alarm === undefined) return;
      if (cut !== null) shop.cutPowerAtWrite(cut, 'after');
      await shop.press('alarm.settle', { alarm: alarm.alarm, how, reason: 'done' });
      await shop.clock.advance(3_000);
    }),
  );

/** Anything that the cashier, the customer, the network, the machine and time may do. */
export const anything: fc.Arbitrary<Command>[] = [
  ...cashier,
  ...customer,
  ...world,
  ...Array.from({ length: 6 }, () => time),
  ...Array.from({ length: 6 }, () => troubledSale),
  ...Array.from({ length: 8 }, () => lateApproval),
];
