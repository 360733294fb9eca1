import { isoTime } from './clock.ts';
import { openTransaction } from './outcome.ts';
import type { Order, Publish, SessionRecord } from './records.ts';
import { answer, problem } from './reply.ts';
import type { Reply } from './reply.ts';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import type { Unready } from './rules.ts';
import { clearPrompt, promptOn, startPrompt } from './terminal.ts';
import { methodsNamed, parseBody, sessionBodySchema } from './validation.ts';
import type { SessionBody } from './validation.ts';
import type { Call, World } from './world.ts';

const inPerson = 'seitatech.in_person';

function wrongStore(world: World, { store }: Order): string | null {
  const { stores, terminals } = world.merchant;
  const shop = stores.find((one) => one.id === store.id);
  if (!shop) return `Store ${store.id} not found`;
  const terminal = terminals.find((one) => one.id === store.terminal_id);
  if (!terminal) return `Terminal ${store.terminal_id} not found`;
  if (terminal.storeId !== shop.id) return `Terminal ${terminal.id} is not linked to store ${shop.id}`;
  if (terminal.status !== 'ACTIVE') return `Terminal ${terminal.id} is not active`;
  if (shop.payoutDestinationId !== store.payout_destination_id) {
    return `Payout destination ${store.payout_destination_id} is not linked to store ${shop.id}`;
  }
  return null;
}

function wrongMethods(world: World, body: SessionBody): string | null {
  const profile = world.merchant.profiles.find((one) => one.id === body.profile_id);
  if (!profile) return `Profile ${body.profile_id} not found`;
  const methods = new Set(profile.methods);
  for (const [method, enabled] of methodsNamed(body.configuration ?? {})) {
    if (enabled) methods.add(method);
    else methods.delete(method);
  }
  if (!methods.has(inPerson)) return `${inPerson} is not enabled`;
  const others = [...methods].filter((method) => method !== inPerson);
  return others.length > 0 ? `${inPerson} must be the only enabled method, not ${others.join(', ')}` : null;
}

function wrongSum(body: SessionBody, toggles: string): string | null {
  const { items, amount, partial_payment: partial, shipping_option: shipping } = body.order;
  if (!items || !toggles.split(',').some((one) => one.trim() === 'strict-session-amounts')) return null;
  const sum = items.reduce((total, item) => total + item.amount, shipping?.amount ?? 0);
  const fits = partial === true ? amount <= sum : amount === sum;
  return fits ? null : `order.amount ${String(amount)} does not match the sum of the items ${String(sum)}`;
}

function wrongLines(body: SessionBody): string | null {
  const ids = (body.order.items ?? []).flatMap((item) => item.line_id ?? []);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  return twice === undefined ? null : `order.items line_id ${twice} is not unique`;
}

function checkSession(world: World, call: Call): Result<SessionBody, Reply> {
  const parsed = parseBody(sessionBodySchema, call.body);
  if (!parsed.ok) return parsed;
  const body = parsed.value;
  const wrong =
    wrongMethods(world, body) ??
    wrongStore(world, body.order) ??
    wrongLines(body) ??
    wrongSum(body, call.headers['dintero-feature-toggles'] ?? '');
  return wrong === null ? ok(body) : err(problem(400, wrong));
}

function unreadiness(world: World, terminalId: string): { how: Unready; why: string } | null {
  if (world.unplugged.has(terminalId)) {
    return { how: world.rules.offlineTerminal, why: `Terminal ${terminalId} is offline` };
  }
  if (promptOn(world, terminalId)) {
    return { how: world.rules.busyTerminal, why: `Terminal ${terminalId} is busy` };
  }
  return null;
}

/** `POST /v1/sessions-profile`: the session exists, and the terminal asks for the card at once. */
export function createSession(world: World, call: Call): Reply {
  const checked = checkSession(world, call);
  if (!checked.ok) return checked.error;
  const body = checked.value;
  const terminalId = body.order.store.terminal_id;
  const unready = unreadiness(world, terminalId);
  if (unready?.how === 'refused') return problem(400, unready.why);

  const { books, clock, rules, agenda } = world;
  const expires = body.expires_at ? Date.parse(body.expires_at) : clock.now() + rules.sessionLifetimeMs;
  const pushed = (body.configuration?.publish ?? []).some((one) => one.type === 'terminal');
  const publishFailed = unready?.how === 'publish-failed';
  const publish: Publish[] =
    pushed || publishFailed
      ? [{ channel: 'push', type: 'terminal', id: books.nextId(), status: publishFailed ? 'failed' : 'sent' }]
      : [];
  const session: SessionRecord = {
    id: books.nextId(),
    profile_id: body.profile_id,
    created_at: books.now(),
    updated_at: books.now(),
    expires_at: isoTime(expires),
    url: body.url,
    order: body.order,
    configuration: body.configuration ?? {},
    metadata: { ...body.metadata, 'session:profile_id': body.profile_id },
    publish,
    events: [],
  };
  books.state.sessions.push(session);
  if (call.listedLateMs > 0) books.state.listedFrom[session.id] = clock.now() + call.listedLateMs;
  if (pushed && !publishFailed) books.note(session, 'PUSH_NOTIFICATION_SENT');

  if (unready === null) {
    startPrompt(world, session);
    agenda.plan({ kind: 'expire', sessionId: session.id }, Math.max(0, expires - clock.now()));
  } else if (unready.how === 'failed-transaction') {
    const transaction = openTransaction(world, session);
    books.book(transaction, {
      event: 'AUTHORIZE',
      success: false,
      amount: transaction.amount,
      transaction_status: 'FAILED',
      error: { code: 'TERMINAL_UNAVAILABLE', message: unready.why, type: ['ERROR'] },
    });
    books.note(session, 'FAILED', { error: unready.why });
  }
  return answer(200, {
    id: session.id,
    url: `https://checkout.dintero.com/v1/view/${session.id}`,
    publish,
    ...(call.query.get('include_session') === 'true' && { session }),
  });
}

/** `GET /v1/sessions/{id}`. */
export function readSession(world: World, id: string): Reply {
  const session = world.books.session(id);
  return session ? answer(200, session) : problem(404, 'Session not found');
}

/** `POST /v1/sessions/{id}/cancel`: a request only; the transaction says what became of it. */
export function cancelSession(world: World, id: string): Reply {
  const { books, rules, agenda } = world;
  const session = books.session(id);
  if (!session) return problem(404, 'Session not found');
  const transaction = books.transactionOf(id);
  const voidable = !transaction || ['INITIATED', 'AUTHORIZED'].includes(transaction.status);
  if (session.cancelled_at !== undefined || !voidable) {
    return problem(400, 'Session cannot be cancelled in its current state');
  }
  const terminalId = session.order.store.terminal_id;
  const prompt = promptOn(world, terminalId);
  const late =
    prompt?.kind === 'payment' && prompt.sessionId === id && prompt.answer.kind === 'approved-late'
      ? prompt.answer
      : undefined;

  session.cancelled_at = books.now();
  session.cancelled_by = 'merchant';
  books.note(session, 'CANCELLED');
  if (late?.after === 'cancel') {
    agenda.drop((deed) => deed.kind === 'expire' && deed.sessionId === id);
    agenda.plan({ kind: 'answer', sessionId: id, answer: late }, late.afterMs ?? rules.answerAfterMs);
  } else {
    clearPrompt(world, id);
    agenda.drop((deed) => deed.kind === 'capture' && deed.transactionId === transaction?.id);
  }
  if (transaction && (late?.after !== 'cancel' || late.meanwhile === 'AUTHORIZATION_VOIDED')) {
    books.book(transaction, {
      event: 'VOID',
      success: true,
      amount: transaction.amount,
      transaction_status: 'AUTHORIZATION_VOIDED',
    });
  }
  return answer(200, session);
}
