import { z } from 'zod';

/** Who stands at the till, as both sides see it. A PIN goes inwards only. */

const nothing = z.strictObject({});
const done = z.null();
const name = z.string().trim().min(1).max(40);
const pin = z.string().regex(/^\d{4,8}$/);
const role = z.enum(['cashier', 'manager']);

export const operatorView = z.strictObject({ name: z.string(), role });

export const operatorCalls = {
  /** Also while another is logged in, who is logged out by it. */
  'operator.logIn': { asks: z.strictObject({ name, pin }), answers: done },
  'operator.logOut': { asks: nothing, answers: done },
  /** Locks the till until somebody logs in; the sale stays on the counter. */
  'operator.lock': { asks: nothing, answers: done },
  /** Somebody touched the screen or a key: the till does not lock itself yet. */
  'operator.here': { asks: nothing, answers: done },
  /** A manager lets through the one thing that was refused with this approval; the window then asks for it again. */
  'operator.approve': {
    asks: z.strictObject({ approval: z.string().min(1).max(60), name, pin }),
    answers: done,
  },
  'operator.list': { asks: nothing, answers: z.array(operatorView) },
  'operator.add': { asks: z.strictObject({ name, role, pin }), answers: done },
  'operator.change': { asks: z.strictObject({ name, newName: name, role }), answers: done },
  'operator.setPin': { asks: z.strictObject({ name, pin }), answers: done },
  /** Another client secret of Dintero's, tested there before it takes the old one's place. It is never told back. */
  'secret.replace': {
    asks: z.strictObject({
      secret: z
        .string()
        .trim()
        .regex(/^\P{Cc}{1,500}$/u),
    }),
    answers: done,
  },
  'operator.remove': { asks: z.strictObject({ name }), answers: done },
} as const;

/** Who may use the till at this moment. */
export const accessView = z.discriminatedUnion('kind', [
  /** The shop has no operators: nobody logs in, and nothing needs a manager. */
  z.strictObject({ kind: z.literal('free') }),
  z.strictObject({ kind: z.literal('logged-in'), name: z.string(), role }),
  z.strictObject({
    kind: z.literal('locked'),
    operators: z.array(operatorView),
    /** Who was here last; null after a start or a log-out. */
    last: z.string().nullable(),
    /** What stands on the counter, without amounts. */
    counter: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('nothing') }),
      z.strictObject({ kind: z.literal('sale') }),
      z.strictObject({
        kind: z.literal('payment'),
        state: z.enum([
          'sending',
          'present-card',
          'cancelling',
          'undecided',
          'declined',
          'cancelled',
          'expired',
          'failed',
        ]),
        sentence: z.string(),
      }),
      z.strictObject({ kind: z.literal('paid'), receiptNumber: z.int() }),
    ]),
    /** What a person must see to, in a sentence each, without amounts. */
    alarms: z.array(z.string()),
  }),
]);

/**
 * What a cashier may not do without a manager, and when the till locks itself. Amounts in øre, rates in hundredths of a
 * percent; null is no limit.
 */
export const operatorSettings = z.strictObject({
  /** Without a hand on the till for so long; 0 is never. */
  lockAfterMinutes: z.int().min(0).max(240).default(5),
  /** A refund of more than this, with what went back of the same sale before. */
  refundOver: z.int().min(0).max(2_147_483_647).nullable().default(50_000),
  cashRefundOfCard: z.boolean().default(true),
  refundOfAnotherTill: z.boolean().default(true),
  manualDecision: z.boolean().default(true),
  /** Accepting a gift card that has expired, or that another till sold. */
  giftCard: z.boolean().default(true),
  priceChange: z.boolean().default(true),
  /** More than this off a line, its own discount and its share of the sale's together. */
  discountOver: z.int().min(0).max(10_000).nullable().default(1_000),
  settings: z.boolean().default(true),
  export: z.boolean().default(true),
  openDrawer: z.boolean().default(true),
  /** Cash put into the drawer, or taken out of it, in one go. */
  moveCashOver: z.int().min(0).max(2_147_483_647).nullable().default(50_000),
  training: z.boolean().default(true),
  update: z.boolean().default(true),
});

export type AccessView = z.infer<typeof accessView>;
export type OperatorView = z.infer<typeof operatorView>;
export type OperatorSettings = z.infer<typeof operatorSettings>;
export type ManagerTable = Omit<OperatorSettings, 'lockAfterMinutes'>;
