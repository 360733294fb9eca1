import type { Clock } from '../clock.ts';
import { type Answer, type Dintero, mayHaveHappened, type TerminalOperation } from '../dintero/index.ts';
import type { TerminalTotals, ToldByTerminal } from '../journal/entries/books.ts';
import type { Journal, JournalError } from '../journal/index.ts';
import { printableText } from '../payment/printable.ts';
import { ok, type Result } from '../result.ts';
import { ore } from '../sale/money.ts';

/** The terminal has this long (ms) to end its day; closing the till's does not wait longer. */
const patienceMs = 45_000;
const firstLookMs = 400;
const laterLookMs = 1_500;

export type TerminalDayParts = {
  readonly journal: Journal;
  readonly dintero: Pick<Dintero, 'endTerminalDay' | 'readOperation'>;
  readonly clock: Clock;
  readonly terminalId: string;
  readonly newKey: () => string;
  /** Who closes the day. */
  readonly operator: () => string | null;
};

/**
 * Asks the terminal to end its day, and writes down what it tells. It is only told beside the till's own figures: a
 * Dintero that does not offer it (403, 404), or a terminal that does not answer, keeps no day open. Asked again for the
 * same Z after a crash, it is the same order, carried out once (dintero.md 4.4).
 */
export async function endTerminalDay(
  parts: TerminalDayParts,
  z: number,
): Promise<Result<ToldByTerminal, JournalError>> {
  const { journal, newKey } = parts;
  const kept = journal.read.untoldTerminalDay(z);
  const key = kept ?? newKey();
  if (kept === null) {
    const asked = journal.write(parts.operator(), (tx) => tx.append('terminal.day-asked', { z, key }));
    if (!asked.ok) return asked;
  }
  const told = await askTerminal(parts, key);
  const written = journal.write(parts.operator(), (tx) => tx.append('terminal.day-told', { key, told }));
  return written.ok ? ok(told) : written;
}

async function askTerminal(parts: TerminalDayParts, key: string): Promise<ToldByTerminal> {
  const { dintero, clock, terminalId } = parts;
  const until = clock.ticks() + patienceMs;
  const isOver = (waitMs: number): boolean => clock.ticks() + waitMs > until;
  let operationId: string | null = null;
  for (let pauseMs = firstLookMs; ; pauseMs = laterLookMs) {
    const answer: Answer<TerminalOperation | undefined> =
      operationId === null
        ? await dintero.endTerminalDay(terminalId, key)
        : await named(dintero.readOperation(terminalId, operationId), operationId);
    if (answer.ok && answer.value !== undefined) {
      operationId = answer.value.id;
      const told = toldBy(answer.value);
      if (told !== null) return told;
    }
    const waitMs = answer.ok ? pauseMs : pauseAfter(answer);
    if (waitMs === null) return { kind: 'not-available', code: codeOf(answer) };
    if (isOver(waitMs)) return { kind: 'not-available', code: answer.ok ? 'timeout' : codeOf(answer) };
    await new Promise<void>((resolve) => clock.after(waitMs, resolve));
  }
}

async function named(
  list: Promise<Answer<TerminalOperation[]>>,
  id: string,
): Promise<Answer<TerminalOperation | undefined>> {
  const answer = await list;
  return answer.ok ? ok(answer.value.find((one) => one.id === id)) : answer;
}

/** What a finished operation tells; null while it is under way. */
function toldBy({ status, result }: TerminalOperation): ToldByTerminal | null {
  if (status === 'PENDING') return null;
  if (status !== 'COMPLETED' || result === null) {
    return { kind: 'not-available', code: printableText(status, 40) };
  }
  return {
    kind: 'totals',
    purchases: { number: result.purchases_count, amount: ore(result.purchases_amount) },
    reversals: { number: result.reversals_count, amount: ore(result.reversals_amount) },
    tips: ore(result.tip_amount ?? 0),
    batch: printableText(result.batch_id ?? '', 60),
    since: result.start_of_day_at === null ? null : printableText(result.start_of_day_at, 40),
  };
}

type Failed = Extract<Answer<unknown>, { ok: false }>;

/** How long to wait before the same is asked again (ms); null when that would not help. */
function pauseAfter({ error }: Failed): number | null {
  // Another operation is on its way to the terminal: it says when it will be done.
  if (error.kind === 'refused') return error.status === 409 ? (error.retryAfterMs ?? laterLookMs) : null;
  return mayHaveHappened(error) ? laterLookMs : null;
}

function codeOf(answer: Answer<unknown>): string {
  if (answer.ok) return 'timeout';
  return answer.error.kind === 'refused' ? `HTTP ${answer.error.status}` : answer.error.kind;
}

/** Several tellings for one Z, of which only one may have had payments in it, as one; null when none told. */
export function terminalTotals(told: readonly ToldByTerminal[]): TerminalTotals | null {
  const totals = told.filter((one) => one.kind === 'totals');
  const [first, ...more] = totals;
  if (first === undefined) return null;
  const add = (a: TerminalTotals['purchases'], b: TerminalTotals['purchases']) => ({
    number: a.number + b.number,
    amount: ore(a.amount + b.amount),
  });
  return more.reduce<TerminalTotals>(
    (sum, one) => ({
      ...sum,
      purchases: add(sum.purchases, one.purchases),
      reversals: add(sum.reversals, one.reversals),
      tips: ore(sum.tips + one.tips),
      batch: [sum.batch, one.batch].filter((batch) => batch !== '').join(', '),
    }),
    first,
  );
}
