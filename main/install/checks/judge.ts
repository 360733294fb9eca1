import type { Answer, DinteroError, ProfileInfo, StoreInfo, TerminalInfo } from '../../dintero/index.ts';
import { offlineReason } from '../../counter/reach.ts';
import type { Finding, Unchecked, Wrong } from './finding.ts';

/** What was filled in, as far as Dintero knows of it. */
export interface Tested {
  readonly accountId: string;
  readonly profileId: string;
  readonly store: { readonly id: string; readonly terminalId: string; readonly payoutDestinationId: string };
}

/** Dintero's answers about one thing: the thing itself by its id, and the list that it should be in. */
export interface Asked<T> {
  readonly one: Answer<T>;
  readonly all: Answer<T[]>;
}

/** What two answers say together about a thing. */
type Known<T> =
  | { readonly kind: 'found'; readonly found: T }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unclear'; readonly why: Unchecked };

/** Whether Dintero gives this client a token. A 403 is never taken for wrong credentials. */
export function judgeCredentials({ accountId }: Tested, answer: Answer<number>): Finding {
  const about = { check: 'credentials', about: accountId } as const;
  if (answer.ok) return { ...about, outcome: 'ok' };
  const { error } = answer;
  return error.kind === 'refused' && [400, 401, 404].includes(error.status)
    ? { ...about, outcome: 'wrong', why: { kind: 'refused' } }
    : { ...about, outcome: 'unchecked', why: unchecked(error) };
}

/** Whether the account has that payment profile. */
export function judgeProfile({ profileId }: Tested, asked: Asked<ProfileInfo>): Finding {
  const about = { check: 'profile', about: profileId } as const;
  const known = knownFrom(asked, (one) => one.profile_id === profileId);
  return known.kind === 'found' ? { ...about, outcome: 'ok' } : { ...about, ...notFound(known) };
}

/** Whether the account has that store. */
export function judgeStore({ store }: Tested, asked: Asked<StoreInfo>): Finding {
  const about = { check: 'store', about: store.id } as const;
  const known = knownStore(store.id, asked);
  return known.kind === 'found' ? { ...about, outcome: 'ok' } : { ...about, ...notFound(known) };
}

/** Whether the store's takings go where the till is told they go. */
export function judgePayout({ store }: Tested, asked: Asked<StoreInfo>): Finding {
  const about = { check: 'payout', about: store.payoutDestinationId } as const;
  const known = knownStore(store.id, asked);
  if (known.kind !== 'found') return { ...about, outcome: 'unchecked', why: uncheckedOf(known) };
  const { payout_destination: own, operator_payout_destinations: operators } = known.found;
  const linked = [own, ...(operators ?? [])].flatMap((one) => one ?? []);
  const ours = linked.find((one) => one.payout_destination_id === store.payoutDestinationId);
  if (ours === undefined) {
    const to = linked.flatMap((one) => one.payout_destination_id ?? [])[0];
    return to === undefined
      ? { ...about, outcome: 'unchecked', why: { kind: 'not-told' } }
      : { ...about, outcome: 'wrong', why: { kind: 'paid-out-to', to } };
  }
  return ours.status === null || ours.status === 'ACTIVE'
    ? { ...about, outcome: 'ok' }
    : { ...about, outcome: 'wrong', why: { kind: 'not-active', status: ours.status, reason: null } };
}

/** Whether the terminal stands in the store and is ACTIVE, which says that it was set up, not that it is switched on. */
export function judgeTerminal(
  { store }: Tested,
  asked: Asked<TerminalInfo>,
  stores: Asked<StoreInfo>,
): Finding {
  const about = { check: 'terminal', about: store.terminalId } as const;
  const known = knownFrom(asked, (one) => one.terminal_id === store.terminalId);
  if (known.kind !== 'found') return { ...about, ...notFound(known) };
  const { store_id: place, status, status_reason: reason } = known.found;
  if (status !== 'ACTIVE') return { ...about, outcome: 'wrong', why: { kind: 'not-active', status, reason } };
  if (place === null) return { ...about, outcome: 'unchecked', why: { kind: 'not-told' } };
  if (place === store.id) return { ...about, outcome: 'ok' };
  const shop = knownStore(store.id, stores);
  // An older revision of the API names a terminal's store by Dintero's own id.
  if (shop.kind === 'found' && shop.found.id === place) return { ...about, outcome: 'ok' };
  if (shop.kind === 'unclear' && isDinteroId(place)) return { ...about, outcome: 'unchecked', why: shop.why };
  return { ...about, outcome: 'wrong', why: { kind: 'elsewhere', store: place } };
}

/** What is said of everything else when there is no token to ask with. */
export function untested(check: Finding['check'], about: string, why: Unchecked): Finding {
  return { check, about, outcome: 'unchecked', why };
}

function knownStore(id: string, asked: Asked<StoreInfo>): Known<StoreInfo> {
  return knownFrom(asked, (one) => one.store_id === id);
}

/**
 * A thing is there when either answer has it. It is missing only when both say so: an address that Dintero does not
 * have answers 404 just as an id that it does not have, and a list may be cut short.
 */
function knownFrom<T>({ one, all }: Asked<T>, is: (item: T) => boolean): Known<T> {
  if (one.ok) return { kind: 'found', found: one.value };
  const listed = all.ok ? all.value.find(is) : undefined;
  if (listed !== undefined) return { kind: 'found', found: listed };
  const gone = one.error.kind === 'refused' && one.error.status === 404;
  if (gone && all.ok) return { kind: 'missing' };
  return { kind: 'unclear', why: gone && !all.ok ? unchecked(all.error) : unchecked(one.error) };
}

function notFound<T>(
  known: Exclude<Known<T>, { kind: 'found' }>,
):
  | { readonly outcome: 'wrong'; readonly why: Wrong }
  | { readonly outcome: 'unchecked'; readonly why: Unchecked } {
  return known.kind === 'missing'
    ? { outcome: 'wrong', why: { kind: 'unknown' } }
    : { outcome: 'unchecked', why: known.why };
}

function uncheckedOf<T>(known: Exclude<Known<T>, { kind: 'found' }>): Unchecked {
  return known.kind === 'missing' ? { kind: 'not-told' } : known.why;
}

function unchecked(error: DinteroError): Unchecked {
  if (error.kind === 'refused') {
    if (error.status === 403) return { kind: 'not-allowed' };
    return error.status === 429 ? { kind: 'asked-to-wait' } : { kind: 'not-told' };
  }
  if (error.kind === 'not-sent' && error.reason === 'credentials') return { kind: 'no-secret' };
  const reason = offlineReason(error);
  return reason === null ? { kind: 'not-told' } : { kind: 'out-of-reach', reason };
}

function isDinteroId(id: string): boolean {
  return /^[PT]\d{8}-/.test(id);
}
