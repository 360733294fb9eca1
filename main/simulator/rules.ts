import { z } from 'zod';

const unready = z.enum(['refused', 'publish-failed', 'failed-transaction', 'silent']);

/** What becomes of a payment for a terminal that cannot take it; Dintero does not document it. */
export type Unready = z.infer<typeof unready>;

const ms = z.int().nonnegative();

const rulesSchema = z.strictObject({
  /** How long a terminal takes to answer when its answer does not say. */
  answerAfterMs: ms,
  /** From the approval to the automatic capture; 0 is in the same moment. */
  captureAfterMs: ms,
  /** A session without `expires_at` of its own lives this long. */
  sessionLifetimeMs: ms,
  tokenLifetimeSeconds: z.int().positive(),
  operationAfterMs: ms,
  /** When the session begins to name its transaction. */
  transactionAppears: z.enum(['at-prompt', 'after-card']),
  /** What the transaction of an expired session says. */
  expiredTransaction: z.enum(['INITIATED', 'FAILED']),
  busyTerminal: unready,
  offlineTerminal: unready,
  /** Whether a refund goes to the original card by itself, or needs a terminal and the cardholder. */
  refundRule: z.enum(['original-card', 'terminal']),
});

/** How this Dintero behaves where the documents are silent or contradict each other. */
export type Rules = z.infer<typeof rulesSchema>;

export const rulesChangeSchema = rulesSchema.partial();

/** Some rules, to be changed while the others stay. */
export type RulesChange = z.infer<typeof rulesChangeSchema>;

/** The rules with a change made; what the change leaves undefined stays. */
export function changeRules(rules: Rules, change: RulesChange): Rules {
  const told = Object.entries(rulesChangeSchema.parse(change)).filter(([, value]) => value !== undefined);
  return rulesSchema.parse({ ...rules, ...Object.fromEntries(told) });
}

/** The rules of the page the till was specified from, with a terminal that answers in two seconds. */
export const usualRules: Rules = {
  answerAfterMs: 2000,
  captureAfterMs: 0,
  sessionLifetimeMs: 300_000,
  tokenLifetimeSeconds: 14_400,
  operationAfterMs: 1000,
  transactionAppears: 'at-prompt',
  expiredTransaction: 'INITIATED',
  busyTerminal: 'refused',
  offlineTerminal: 'silent',
  refundRule: 'original-card',
};
