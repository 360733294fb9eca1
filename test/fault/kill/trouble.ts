import type { FaultChoice, Simulator, TerminalAnswerChoice } from '../../../main/simulator/index.ts';
import type { Chance } from './chance.ts';

const answers: readonly [TerminalAnswerChoice, ...TerminalAnswerChoice[]] = [
  { kind: 'approved', afterMs: 500 },
  { kind: 'approved', afterMs: 2_000 },
  { kind: 'approved', afterMs: 5_000 },
  { kind: 'declined', afterMs: 2_000 },
  { kind: 'card-pulled', afterMs: 1_000 },
  { kind: 'ignored' },
  { kind: 'unknown', afterMs: 1_000 },
  { kind: 'on-hold', afterMs: 1_000 },
  { kind: 'authorized-only', afterMs: 1_000 },
  { kind: 'approved-late', after: 'cancel', afterMs: 1_000 },
  { kind: 'approved-late', after: 'cancel', afterMs: 7_000 },
  { kind: 'approved-late', after: 'expiry', afterMs: 5_000 },
  { kind: 'approved-late', after: 'cancel', afterMs: 30_000, meanwhile: 'AUTHORIZATION_VOIDED' },
];

const faults: readonly [FaultChoice, ...FaultChoice[]] = [
  { on: 'create', kind: 'answer-lost', effect: 'done' },
  { on: 'create', kind: 'answer-lost', effect: 'none' },
  { on: 'create', kind: 'status', status: 500, effect: 'done' },
  { on: 'create', kind: 'status', status: 429, retryAfterSeconds: 1 },
  { on: 'create', kind: 'listed-late', ms: 10_000 },
  { on: 'create', kind: 'late', ms: 5_000 },
  { on: 'cancel', kind: 'answer-lost', effect: 'done' },
  { on: 'cancel', kind: 'status', status: 500 },
  { on: 'readSession', kind: 'status', status: 503 },
  { on: 'readTransaction', kind: 'reset' },
  { on: 'findSessions', kind: 'html' },
  { on: 'refund', kind: 'answer-lost', effect: 'done' },
  { on: 'refund', kind: 'answer-lost', effect: 'none' },
  { on: 'refund', kind: 'status', status: 503 },
  { on: 'token', kind: 'status', status: 500 },
];

type RefundChoice = Parameters<Simulator['chooseRefund']>[0];

const refundAnswers: readonly [RefundChoice, ...RefundChoice[]] = [
  { kind: 'done', reply: 'finished' },
  { kind: 'done', reply: 'accepted', afterMs: 2_000 },
  { kind: 'refused', reply: 'finished' },
  { kind: 'absent' },
];

/** What the customers and the network will do while the next till lives. */
export function makeTrouble(simulator: Simulator, chance: Chance): void {
  simulator.clearFaults();
  for (let count = chance.below(4); count > 0; count -= 1) simulator.chooseAnswer(chance.oneOf(answers));
  for (let count = chance.below(3); count > 0; count -= 1) simulator.inject(chance.oneOf(faults));
  if (chance.percent(50)) simulator.chooseRefund(chance.oneOf(refundAnswers));
  if (chance.percent(50)) simulator.terminal('T0292').tapNow(chance.oneOf(['approved', 'declined']));
  if (chance.percent(10)) simulator.expireTokens();
  for (const { id, status } of simulator.books().transactions) {
    if (['UNKNOWN', 'ON_HOLD'].includes(status) && chance.percent(30)) simulator.settle(id, 'CAPTURED');
  }
}
