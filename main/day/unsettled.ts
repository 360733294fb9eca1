/** One thing that must be settled before the day can be closed (kassasystemforskrifta § 2-8-3). */
export type Unsettled =
  | { readonly kind: 'open-sale'; readonly saleId: string; readonly total: number }
  | { readonly kind: 'parked-sale'; readonly saleId: string; readonly name: string; readonly total: number }
  | { readonly kind: 'payment'; readonly saleId: string; readonly attemptId: string; readonly amount: number }
  | { readonly kind: 'alarm'; readonly alarm: number; readonly amount: number }
  | { readonly kind: 'case'; readonly case: number };
