import * as fc from 'fast-check';
import type { Control } from '../../../main/simulator/control.ts';
import { command, type Command } from './command.ts';
import type { Operation } from './dintero.ts';
import { type Answer, answers, mishap, refunds } from './mishaps.ts';
import { lastSold } from '../last-sold.ts';
import { completeExchange, giveBackPart, takeBack, total } from './presses.ts';
import { exchange, lateApproval, saleInParts, troubledSale } from './scenes.ts';
import { captureAfterMs, type ModelShop } from './shop.ts';

type Status = Parameters<Control['settle']>[1];

const always = (name: string, run: (shop: ModelShop) => Promise<void>): fc.Arbitrary<Command> =>
  fc.constant(command(name, run));

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
  always('give a part back', giveBackPart),
  always('take goods back', (shop) => takeBack(shop, 1)),
  fc
    .constantFrom('as-paid' as const, 'cash' as const)
    .map((how) => command(`complete the exchange ${how}`, (shop) => completeExchange(shop, how))),
  always('refund a receipt', async (shop) => {
    const sold = lastSold(shop.journal());
    if (sold === null) return;
    const wanted = { kind: 'all' as const };
    await shop.press('refund.begin', { ...sold, wanted, how: 'as-paid', reason: 'regretted' });
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

/** Anything that the cashier, the customer, the network, the machine and time may do. */
export const anything: fc.Arbitrary<Command>[] = [
  ...cashier,
  ...customer,
  ...world,
  ...Array.from({ length: 6 }, () => time),
  ...Array.from({ length: 6 }, () => troubledSale),
  ...Array.from({ length: 8 }, () => lateApproval),
  ...Array.from({ length: 5 }, () => saleInParts),
  ...Array.from({ length: 5 }, () => exchange),
];
