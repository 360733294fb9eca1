import type { SettlementRecord, TransactionEvent, TransactionRecord } from './records.ts';
import { answer, problem } from './reply.ts';
import type { Reply } from './reply.ts';
import type { World } from './world.ts';

/** The fee kept back, in hundredths of a percent of what was captured. */
const feeRate = 75;

type MoneyMoved = { readonly transaction: TransactionRecord; readonly event: TransactionEvent };

function dayOf(iso: string): string {
  return iso.slice(0, 10);
}

/** Captures and refunds that no payout pays yet, for each seller. */
function unpaid(world: World): Map<string, MoneyMoved[]> {
  const { transactions, settlements } = world.books.state;
  const paid = new Set(settlements.flatMap(({ events }) => events));
  const bySeller = new Map<string, MoneyMoved[]>();
  for (const transaction of transactions) {
    for (const event of transaction.events) {
      if (!event.success || (event.event !== 'CAPTURE' && event.event !== 'REFUND') || paid.has(event.id))
        continue;
      const seller = transaction.payout_destination_id;
      bySeller.set(seller, [...(bySeller.get(seller) ?? []), { transaction, event }]);
    }
  }
  return bySeller;
}

function pay(world: World, seller: string, moved: readonly MoneyMoved[], settledAt: string): void {
  const sum = (name: string): number =>
    moved.reduce((total, { event }) => total + (event.event === name ? event.amount : 0), 0);
  const [capture, refund] = [sum('CAPTURE'), sum('REFUND')];
  const fee = Math.trunc((capture * feeRate) / 10_000);
  const times = moved.map(({ event }) => event.created_at).toSorted();
  const { books } = world;
  books.state.settlements.push({
    id: books.nextId(),
    start_at: times[0] ?? settledAt,
    end_at: times.at(-1) ?? settledAt,
    settled_at: settledAt,
    capture,
    refund,
    fee,
    currency: moved[0]?.transaction.currency ?? 'NOK',
    seller,
    events: moved.map(({ event }) => event.id),
  });
}

/** Pays out everything that is not paid out yet, at this moment. `error`: minor units that its sums are wrong by. */
export function payOut(world: World, error = 0): void {
  for (const [seller, moved] of unpaid(world)) {
    pay(world, seller, moved, world.books.now());
    const made = world.books.state.settlements.at(-1);
    if (made !== undefined) made.capture += error;
  }
}

/** What happened on past days is paid out by itself, a payout a day, UTC. */
function payPastDays(world: World): void {
  const today = dayOf(world.books.now());
  for (const [seller, moved] of unpaid(world)) {
    const days = new Set(moved.map(({ event }) => dayOf(event.created_at)).filter((day) => day < today));
    for (const day of [...days].toSorted()) {
      const its = moved.filter(({ event }) => dayOf(event.created_at) === day);
      pay(world, seller, its, `${day}T23:59:59.999Z`);
    }
  }
}

/** Whether a transaction's captures are paid out. */
export function settlementStatus(world: World, transaction: TransactionRecord): string {
  payPastDays(world);
  const paid = new Set(world.books.state.settlements.flatMap(({ events }) => events));
  const captures = transaction.events.filter(({ event, success }) => event === 'CAPTURE' && success);
  return captures.length > 0 && captures.every(({ id }) => paid.has(id)) ? 'SETTLED' : 'NOT_SETTLED';
}

function view({
  id,
  start_at,
  end_at,
  settled_at,
  seller,
  ...of
}: SettlementRecord): Record<string, unknown> {
  const { capture, refund, fee, currency } = of;
  return {
    id,
    start_at,
    end_at,
    settled_at,
    provider: 'seitatech',
    provider_reference: id,
    amounts: [{ amount: capture - refund - fee, capture, refund, fee, currency }],
    payment_status: 'paid',
    payout_destination_id: seller,
    attachments: [],
  };
}

/** `GET /v1/accounts/{aid}/settlements`, newest first, page by page. */
export function listSettlements(world: World, query: URLSearchParams): Reply {
  const limit = Number(query.get('limit') ?? '10');
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) {
    return problem(400, 'limit must be an integer from 1 to 1000');
  }
  const [afterId, afterDate] = [query.get('starting_after_id'), query.get('starting_after_date')];
  if ((afterId === null) !== (afterDate === null)) {
    return problem(400, 'starting_after_id and starting_after_date go together');
  }
  payPastDays(world);
  const seller = query.get('payout_destination_id');
  const from = query.get('created_at.gte') ?? '';
  const found = world.books.state.settlements
    .filter((one) => (seller === null || one.seller === seller) && one.settled_at >= from)
    .toReversed();
  const start = afterId === null ? 0 : found.findIndex((one) => one.id === afterId) + 1;
  return answer(200, found.slice(start, start + limit).map(view));
}
