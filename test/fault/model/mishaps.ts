import * as fc from 'fast-check';
import type { Control } from '../../../main/simulator/control.ts';
import type { Mishap } from './dintero.ts';

export type Answer = Parameters<Control['chooseAnswer']>[0];
type RefundAnswer = Parameters<Control['chooseRefund']>[0];

/** What a customer may do at the terminal. */
export const answers: readonly Answer[] = [
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

/** What may come of a refund at Dintero. */
export const refunds: readonly RefundAnswer[] = [
  { kind: 'done', reply: 'finished' },
  { kind: 'done', reply: 'accepted', afterMs: 20_000 },
  { kind: 'refused', reply: 'finished' },
  { kind: 'refused', reply: 'accepted', afterMs: 5_000 },
  { kind: 'absent' },
];

/** What may go wrong with a call on its way. */
export const mishap: fc.Arbitrary<Mishap> = fc.oneof(
  fc.constant<Mishap>({ kind: 'not-sent' }),
  fc.record({ kind: fc.constantFrom('cut', 'server', 'timeout'), effect: fc.boolean() }),
  fc.constant<Mishap>({ kind: 'late' }),
  fc.constantFrom('first' as const, 'last' as const).map((effect): Mishap => ({ kind: 'slow', effect })),
  fc.constantFrom(403, 409, 429).map((status): Mishap => ({ kind: 'refused', status })),
  fc.constant<Mishap>({ kind: 'listed-late' }),
);
