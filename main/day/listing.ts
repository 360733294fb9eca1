import type { Answer, Dintero, Transaction } from '../dintero/index.ts';
import type { ComparedAttempt, JournalReads } from '../journal/index.ts';
import { ok } from '../result.ts';
import { type AttemptHere, belongs } from './differences.ts';

const pageSize = 100;
/** A list that goes on for longer than this is not a day's payments: something is wrong with its paging. */
const mostPages = 200;

/** The attempt that a transaction is of; null when it is none of this till's. */
export function attemptOf(
  read: Pick<JournalReads, 'attemptNamed' | 'attemptWithSession'>,
  { merchant_reference, session_id }: Transaction,
): ComparedAttempt | null {
  const named = merchant_reference === null ? null : read.attemptNamed(merchant_reference);
  return named ?? (session_id === null ? null : read.attemptWithSession(session_id));
}

/** Every transaction of the terminal that was made since `from`, and before `until` if there is one, page by page. */
export async function listTransactions(
  dintero: Dintero,
  wanted: {
    readonly terminalId: string;
    readonly storeId: string;
    readonly from: string;
    readonly until: string | null;
  },
): Promise<Answer<Transaction[]>> {
  const all = new Map<string, Transaction>();
  let startingAfter: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await dintero.findTransactions({
      terminalId: wanted.terminalId,
      storeId: wanted.storeId,
      createdFrom: wanted.from,
      ...(wanted.until !== null && { createdTo: wanted.until }),
      limit: pageSize,
      ...(startingAfter !== undefined && { startingAfter }),
    });
    if (!answer.ok) return answer;
    const before = all.size;
    for (const transaction of answer.value) all.set(transaction.id, transaction);
    startingAfter = answer.value.at(-1)?.id;
    // A page with nothing new would be followed by itself for ever.
    if (answer.value.length < pageSize || all.size === before) break;
  }
  return ok([...all.values()]);
}

/**
 * Looks one by one for attempts that the list did not show. Only what is asked for by its own id or reference, and is
 * not there, is missing.
 */
export async function findMissing(
  dintero: Dintero,
  unseen: readonly AttemptHere[],
): Promise<Answer<{ readonly found: readonly Transaction[]; readonly missing: readonly AttemptHere[] }>> {
  const found: Transaction[] = [];
  const missing: AttemptHere[] = [];
  for (const attempt of unseen) {
    const answer = await transactionsOf(dintero, attempt);
    if (!answer.ok) return answer;
    const its = answer.value.filter((transaction) => belongs(transaction, attempt));
    if (its.length === 0) missing.push(attempt);
    found.push(...its);
  }
  return ok({ found, missing });
}

async function transactionsOf(dintero: Dintero, attempt: AttemptHere): Promise<Answer<Transaction[]>> {
  if (attempt.transactionId === null) {
    return dintero.findTransactions({ merchantReference: attempt.attemptId, limit: 10 });
  }
  const answer = await dintero.readTransaction(attempt.transactionId);
  if (answer.ok) return ok([answer.value]);
  return answer.error.kind === 'refused' && answer.error.status === 404 ? ok([]) : answer;
}

/** Reads transactions by their ids; gives each under its own. */
export async function readAgain(
  dintero: Dintero,
  ids: readonly string[],
): Promise<Answer<ReadonlyMap<string, Transaction>>> {
  const read = new Map<string, Transaction>();
  for (const id of ids) {
    const answer = await dintero.readTransaction(id);
    if (!answer.ok) return answer;
    read.set(id, answer.value);
  }
  return ok(read);
}
