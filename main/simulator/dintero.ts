import { refuseToken } from './account.ts';
import { createAgenda } from './agenda.ts';
import { createAnswerQueue } from './answers.ts';
import { openBooks } from './books.ts';
import type { BookStore } from './books.ts';
import type { Clock } from './clock.ts';
import type { Merchant } from './merchant.ts';
import { finishOperation } from './operations.ts';
import { captureAll } from './outcome.ts';
import type { Deed } from './records.ts';
import { finishRefund, leaveRefund } from './refunds.ts';
import { problem } from './reply.ts';
import type { Reply } from './reply.ts';
import { assertNever } from '../result.ts';
import { findRoute } from './routes.ts';
import type { Rules } from './rules.ts';
import { answerPrompt, enterWrongPin, expireSession } from './terminal.ts';
import type { Call, World } from './world.ts';

/** Builds a Dintero without HTTP: its memory, its clock and its terminals. */
export function createWorld(parts: {
  clock: Clock;
  merchant: Merchant;
  rules: Rules;
  store: BookStore | undefined;
}): World {
  const { clock, merchant, rules, store } = parts;
  const books = openBooks(merchant.accountId, clock, store);
  const world: World = {
    clock,
    merchant,
    rules,
    books,
    agenda: createAgenda(clock, books.state.agenda, (deed) => {
      carryOut(world, deed);
      books.save();
    }),
    answers: createAnswerQueue(),
    refundAnswers: createAnswerQueue(),
    tokens: new Map(),
    unplugged: new Set(),
  };
  world.agenda.resume();
  return world;
}

function carryOut(world: World, deed: Deed): void {
  const { books } = world;
  switch (deed.kind) {
    case 'answer':
    case 'wrong-pin':
    case 'expire': {
      const session = books.session(deed.sessionId);
      if (!session) return;
      if (deed.kind === 'answer') answerPrompt(world, session, deed.answer);
      else if (deed.kind === 'wrong-pin') enterWrongPin(world, session);
      else expireSession(world, session);
      return;
    }
    case 'capture':
    case 'finish-refund': {
      const transaction = books.transaction(deed.transactionId);
      if (!transaction) return;
      if (deed.kind === 'capture') captureAll(world, transaction);
      else finishRefund(world, transaction, deed.requestId, deed.outcome);
      return;
    }
    case 'leave-refund':
      leaveRefund(world, deed.requestId);
      return;
    case 'finish-operation': {
      const operation = books.state.operations.find((one) => one.id === deed.operationId);
      if (operation) finishOperation(world, operation);
      return;
    }
    default:
      assertNever(deed);
  }
}

/** Answers one call as Dintero would, effects included. */
export function handleCall(world: World, call: Call): Reply {
  const found = findRoute(call.method, call.path);
  if (!found) return problem(404, 'Not found');
  const { route, id } = found;
  if (route.operation !== 'token') {
    const refused = refuseToken(world, call);
    if (refused) return refused;
    const account = /^\/v1\/accounts\/([^/]+)/.exec(call.path)?.[1];
    if (account !== undefined && account !== world.merchant.accountId) {
      return problem(403, 'No access to this account');
    }
  }
  const reply = route.handle(world, call, id);
  if (call.method !== 'GET') world.books.save();
  return reply;
}
