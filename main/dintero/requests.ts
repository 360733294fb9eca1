/** One line of an order as Dintero wants it: amounts in øre, the VAT rate in percent, the quantity in whole units. */
export type SessionItem = {
  readonly id: string;
  readonly line_id: string;
  readonly description: string;
  readonly quantity: number;
  readonly amount: number;
  readonly vat_amount: number;
  readonly vat: number;
};

/** The block that enables in-person payments for one session. */
export type SeitatechConfiguration = {
  readonly type: 'payment_type';
  readonly in_person: { readonly type: 'payment_product_type'; readonly enabled: true };
};

/** The body of POST /sessions-profile. Metadata keys begin with `ext_`. */
export type SessionRequest = {
  readonly profile_id: string;
  readonly url: { readonly return_url: string; readonly callback_url?: string };
  readonly order: {
    readonly amount: number;
    readonly currency: string;
    readonly merchant_reference: string;
    readonly vat_amount?: number;
    readonly items: readonly SessionItem[];
    readonly store: {
      readonly id: string;
      readonly terminal_id: string;
      readonly payout_destination_id: string;
    };
  };
  readonly configuration?: {
    readonly seitatech?: SeitatechConfiguration;
    readonly publish?: readonly { readonly channel: 'push'; readonly type: 'terminal' }[];
  };
  readonly expires_at?: string;
  readonly metadata?: Readonly<Record<string, string | number>>;
};

/** One line given back; `line_id` is the one that the session was made with. */
export type RefundItem = {
  readonly line_id: string;
  readonly amount: number;
  readonly quantity?: number;
  readonly description?: string;
  readonly vat?: number;
};

/** The body of POST /transactions/{id}/refund. `terminal_id` only where the cardholder approves at the terminal. */
export type RefundRequest = {
  readonly amount: number;
  readonly reason: string;
  readonly refund_reference: string;
  readonly terminal_id?: string;
  readonly items?: readonly RefundItem[];
  readonly metadata?: Readonly<Record<string, string>>;
};

/** What to look for among transactions. The filters are hints: compare what comes back. Limit is 1 to 100. */
export type TransactionQuery = {
  readonly merchantReference?: string;
  readonly sessionId?: string;
  /** Words in its references: finds more than is meant. */
  readonly search?: string;
  readonly terminalId?: string;
  readonly storeId?: string;
  readonly createdFrom?: string;
  readonly createdTo?: string;
  readonly payoutDestinationId?: string;
  readonly capturedFrom?: string;
  readonly capturedTo?: string;
  readonly refundedFrom?: string;
  readonly refundedTo?: string;
  readonly limit?: number;
  readonly startingAfter?: string;
};

/** What to look for among payouts. Limit is 1 to 1000; `after` is the last of the page before. */
export type SettlementQuery = {
  readonly payoutDestinationId: string;
  readonly settledFrom: string;
  readonly limit: number;
  readonly after?: { readonly id: string; readonly date: string };
};

/** What to look for among sessions: a text in their references. Limit is 1 to 100. */
export type SessionQuery = {
  readonly search: string;
  readonly limit?: number;
  readonly startingAfter?: string;
};
