import type { Clock } from '../clock.ts';
import { notWritten, refuse, type Refusal } from '../counter/refusal.ts';
import { isPin } from '../install/pin.ts';
import type { Journal, JournalError } from '../journal/index.ts';
import { ok, type Result } from '../result.ts';
import { isSameName, type Operator } from './staff.ts';
import { waitAfter, waitLeft } from './throttle.ts';

export type PinDoorParts = {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly staff: () => readonly Operator[];
  /** Who is logged in while the PIN is tried. */
  readonly operator: () => string | null;
  readonly onJournalError: (error: JournalError) => void;
};

/** Tries a PIN: who it is, or why not. A wrong one is in the journal before the answer is given. */
export type PinDoor = (
  name: string,
  pin: string,
  wanted: 'log-in' | 'approval',
) => Promise<Result<Operator, Refusal>>;

/** One PIN at a time, so that many at once gain nothing over one after the other. */
export function createPinDoor(parts: PinDoorParts): PinDoor {
  const { journal, clock } = parts;
  /** When a name was last refused, by the clock that nobody can set. */
  const refusedTicks = new Map<string, number>();
  let last: Promise<unknown> = Promise.resolve();

  function waitOf(name: string): { readonly refused: number; readonly left: number } {
    const known = journal.read.knownOperators().find((one) => one.name === name);
    if (known === undefined) return { refused: 0, left: 0 };
    const { refused, refusedAt } = known;
    const ticks = refusedTicks.get(name);
    const byTicks =
      ticks === undefined || refusedAt === null ? 0 : waitAfter(refused) - (clock.ticks() - ticks);
    return { refused, left: Math.max(waitLeft(refused, refusedAt, clock.now()), byTicks) };
  }

  async function tryPin(
    name: string,
    pin: string,
    wanted: 'log-in' | 'approval',
  ): Promise<Result<Operator, Refusal>> {
    const found = parts.staff().find((one) => isSameName(one.name, name));
    if (found === undefined) return refuse('OPERATOR-UNKNOWN');
    const { refused, left } = waitOf(found.name);
    if (left > 0) return refuse('PIN-WAIT', { name: found.name, seconds: Math.ceil(left / 1000) });
    if (await isPin(pin, found.pin)) return ok(found);
    const inARow = refused + 1;
    const written = journal.write(parts.operator(), (tx) =>
      tx.append('operator.pin-refused', { name: found.name, wanted, inARow }),
    );
    if (!written.ok) {
      parts.onJournalError(written.error);
      return notWritten(written.error);
    }
    refusedTicks.set(found.name, clock.ticks());
    return refuse('PIN-WRONG', { name: found.name, seconds: waitAfter(inARow) / 1000 });
  }

  return (name, pin, wanted) => {
    const tried = last.then(() => tryPin(name, pin, wanted));
    last = tried.catch(() => undefined);
    return tried;
  };
}
