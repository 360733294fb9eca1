/** What the campaign tells a till that stands ready. */
export type Order = {
  readonly file: string;
  readonly dinteroUrl: string;
  readonly privateKeyPem: string;
  readonly publicKeyPem: string;
  readonly seed: number;
  /** Ends its own life at this write to the journal; null: somebody else does. */
  readonly dieAt: { readonly write: number; readonly moment: 'before' | 'inside' | 'after' } | null;
  /** Sells nothing new: brings to an end what is open, and says so. */
  readonly settle: boolean;
};

/** What a till tells the campaign. */
export type News = { readonly kind: 'ready' | 'open' | 'pressed' | 'settled' };

/** How much faster than real time the tills and the simulator live. */
export const times = 20;
