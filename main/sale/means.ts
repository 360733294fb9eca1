/** What can be paid with. */
export type Means = 'card' | 'cash' | 'gift-card';

/** Whether a text names one. */
export function isMeans(text: string): text is Means {
  return text === 'card' || text === 'cash' || text === 'gift-card';
}

/** What a whole receipt was paid with. `nothing`: an exchange without a difference. */
export type PaidBy = Means | 'mixed' | 'nothing';

/** What these payments together are called. */
export function paidByOf(payments: readonly { readonly kind: Means }[]): PaidBy {
  const [first, ...others] = new Set(payments.map(({ kind }) => kind));
  if (first === undefined) return 'nothing';
  return others.length > 0 ? 'mixed' : first;
}
