import type { TerminalAnswer } from './answers.ts';
import { approve, leaveOpen, openTransaction, refuse, showCard } from './outcome.ts';
import type { Prompt, SessionRecord } from './records.ts';
import { assertNever } from '../result.ts';
import type { World } from './world.ts';

/** What a terminal shows now, if anything. */
export function promptOn(world: World, terminalId: string): Prompt | undefined {
  return world.books.state.prompts.find((prompt) => prompt.terminalId === terminalId);
}

/** Takes the payment of a session off the terminal's screen. */
export function clearPrompt(world: World, sessionId: string): void {
  const { state } = world.books;
  state.prompts = state.prompts.filter(
    (prompt) => prompt.kind !== 'payment' || prompt.sessionId !== sessionId,
  );
  world.agenda.drop(
    (deed) => (deed.kind === 'answer' || deed.kind === 'wrong-pin') && deed.sessionId === sessionId,
  );
}

/** The terminal asks for the card; what happens then was chosen before. */
export function startPrompt(world: World, session: SessionRecord): void {
  const { books, rules, agenda } = world;
  const terminalId = session.order.store.terminal_id;
  const answer = world.answers.take(terminalId) ?? { kind: 'approved' };
  books.state.prompts.push({
    kind: 'payment',
    terminalId,
    sessionId: session.id,
    since: books.now(),
    answer,
  });
  books.note(session, 'INITIATED');
  if (rules.transactionAppears === 'at-prompt') openTransaction(world, session);
  if (answer.kind === 'ignored' || answer.kind === 'approved-late') return;
  const afterMs = answer.afterMs ?? rules.answerAfterMs;
  if (answer.kind === 'wrong-pin') {
    agenda.plan({ kind: 'wrong-pin', sessionId: session.id }, Math.trunc(afterMs / 2));
  }
  agenda.plan({ kind: 'answer', sessionId: session.id, answer }, afterMs);
}

/** The first, wrong PIN: the terminal goes on asking. */
export function enterWrongPin(world: World, session: SessionRecord): void {
  const transaction = showCard(world, session, 'bankaxept');
  world.books.book(transaction, {
    event: 'AUTHORIZE',
    success: false,
    amount: transaction.amount,
    error: { code: 'WRONG_PIN', message: 'Wrong PIN', type: ['FAILED_VERIFICATION'] },
  });
  world.books.note(session, 'PAY_FAILED', { error: 'Wrong PIN' });
}

/** The customer has acted: the prompt goes, and the books say what came of it. */
export function answerPrompt(world: World, session: SessionRecord, answer: TerminalAnswer): void {
  if (answer.kind === 'ignored') return;
  clearPrompt(world, session.id);
  const card = answer.card ?? 'bankaxept';
  const { amount } = session.order;
  switch (answer.kind) {
    case 'approved':
    case 'approved-late':
      approve(world, session, card, amount, true);
      return;
    case 'approved-for':
      approve(world, session, card, answer.amount, true);
      return;
    case 'authorized-only':
      approve(world, session, card, amount, false);
      return;
    case 'declined':
      refuse(world, session, card, 'DECLINED', {
        code: 'DECLINED',
        message: 'Declined by the issuer',
        type: ['DECLINED'],
      });
      return;
    case 'wrong-pin':
      refuse(world, session, card, 'DECLINED', {
        code: 'PIN_TRIES_EXCEEDED',
        message: 'Wrong PIN entered too many times',
        type: ['FAILED_VERIFICATION', 'DECLINED'],
      });
      return;
    case 'card-pulled':
      refuse(world, session, card, 'FAILED', {
        code: 'CARD_REMOVED',
        message: 'The card was removed too early',
        type: ['ERROR'],
      });
      return;
    case 'customer-cancels':
      refuse(world, session, card, 'FAILED', {
        code: 'CANCELLED',
        message: 'Cancelled by the cardholder',
        type: ['ERROR'],
      });
      return;
    case 'unknown':
      leaveOpen(world, session, card, 'UNKNOWN', 'UNKNOWN');
      return;
    case 'strange-status':
      leaveOpen(world, session, card, answer.status, 'UNKNOWN');
      return;
    case 'on-hold':
      leaveOpen(world, session, card, 'ON_HOLD', 'ON_HOLD_CALLBACK_SENT');
      return;
    default:
      assertNever(answer);
  }
}

/** The session's time is up: the prompt goes, unless the customer is to tap all the same. */
export function expireSession(world: World, session: SessionRecord): void {
  const { books, rules, agenda } = world;
  const prompt = promptOn(world, session.order.store.terminal_id);
  if (prompt?.kind !== 'payment' || prompt.sessionId !== session.id) return;
  const { answer } = prompt;
  if (answer.kind === 'approved-late' && answer.after === 'expiry') {
    agenda.plan({ kind: 'answer', sessionId: session.id, answer }, answer.afterMs ?? rules.answerAfterMs);
    return;
  }
  clearPrompt(world, session.id);
  const transaction = books.transactionOf(session.id);
  if (transaction && rules.expiredTransaction === 'FAILED') {
    books.book(transaction, {
      event: 'AUTHORIZE',
      success: false,
      amount: transaction.amount,
      transaction_status: 'FAILED',
      error: { code: 'TIMEOUT', message: 'No card was presented', type: ['ERROR'] },
    });
    books.note(session, 'FAILED', { error: 'Timeout' });
  }
}
