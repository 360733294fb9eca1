import { totalsOf } from './books.ts';
import type { TransactionRecord } from './records.ts';
import { answer, problem } from './reply.ts';
import type { Reply } from './reply.ts';
import type { World } from './world.ts';

/** The fee kept back, in hundredths of a percent of what was captured. */
const feeRate = 75;

function dayOf(iso: string): string {
  return iso.slice(0, 10);
}

/** Captured money is paid out the day after, UTC. */
export function settlementStatus(world: World, transaction: TransactionRecord): string {
  const isOld = dayOf(transaction.created_at) < dayOf(world.books.now());
  return isOld && totalsOf(transaction).captured > 0 ? 'SETTLED' : 'NOT_SETTLED';
}

/** `GET /v1/accounts/{aid}/settlements`: one for each past day and seller, newest first. */
export function listSettlements(world: World, query: URLSearchParams): Reply {
  const limit = Number(query.get('limit') ?? '10');
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) {
    return problem(400, 'limit must be an integer from 1 to 1000');
  }
  const seller = query.get('payout_destination_id');
  const heaps = new Map<string, TransactionRecord[]>();
  for (const one of world.books.state.transactions) {
    if (settlementStatus(world, one) !== 'SETTLED') continue;
    if (seller !== null && one.payout_destination_id !== seller) continue;
    const key = `${dayOf(one.created_at)}.${one.payout_destination_id}`;
    heaps.set(key, [...(heaps.get(key) ?? []), one]);
  }
  const settlements = [...heaps].map(([key, heap]) => {
    const date = key.slice(0, 10);
    const capture = heap.reduce((sum, one) => sum + totalsOf(one).captured, 0);
    const refund = heap.reduce((sum, one) => sum + totalsOf(one).refunded, 0);
    const fee = Math.trunc((capture * feeRate) / 10_000);
    return {
      id: `${world.merchant.accountId}.settlement.${key}`,
      start_at: `${date}T00:00:00.000Z`,
      end_at: `${date}T23:59:59.999Z`,
      settled_at: `${date}T23:59:59.999Z`,
      provider: 'seitatech',
      provider_reference: key,
      amounts: [{ amount: capture - refund - fee, capture, refund, fee, currency: heap[0]?.currency }],
      payment_status: 'paid',
      payout_destination_id: key.slice(11),
      attachments: [],
    };
  });
  return answer(200, settlements.reverse().slice(0, limit));
}
