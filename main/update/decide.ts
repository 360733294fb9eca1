/** What stands on and around the counter when somebody wants to install an update. */
export type Standing = {
  /** A sale with lines is on the counter. */
  readonly saleOpen: boolean;
  /** A card payment or a refund is on its way between the till and Dintero or its terminal. */
  readonly moneyUnderWay: boolean;
  /** A payment or refund was put aside before anybody knew how it ended. */
  readonly undecided: boolean;
  /** Money was moved since the last Z report. */
  readonly dayOpen: boolean;
};

/**
 * Whether an update may be installed: at once, only when a manager says so, or not now. A restart loses nothing of any
 * of these, but it takes the till away from a customer, or puts another program's figures under a half-finished day.
 */
export type Verdict =
  | { readonly may: 'now' }
  | { readonly may: 'manager'; readonly why: 'day-open' | 'undecided' }
  | { readonly may: 'no'; readonly why: 'sale-open' | 'money-under-way' };

/** Judges by what stands on the counter; what a customer waits for comes first. */
export function verdictOn(standing: Standing): Verdict {
  if (standing.moneyUnderWay) return { may: 'no', why: 'money-under-way' };
  if (standing.saleOpen) return { may: 'no', why: 'sale-open' };
  if (standing.undecided) return { may: 'manager', why: 'undecided' };
  if (standing.dayOpen) return { may: 'manager', why: 'day-open' };
  return { may: 'now' };
}

/** A person's "later", and what stood in the way at that moment. `at` in milliseconds since 1970. */
export type PutOff = { readonly at: number; readonly may: Verdict['may'] };

/** How long (ms) "later" lasts where nothing changes. */
const laterMs = 24 * 3_600_000;

/** Whether the window offers the update: not after "later", until the day is closed or a day has gone by. */
export function isOffered(putOff: PutOff | null, verdict: Verdict, now: number): boolean {
  if (putOff === null) return true;
  if (now - putOff.at >= laterMs || now < putOff.at) return true;
  return verdict.may === 'now' && putOff.may !== 'now';
}
