import { z } from 'zod';

const common = {
  /** Milliseconds from the prompt to the answer; the rules' usual time when absent. */
  afterMs: z.int().nonnegative().optional(),
  card: z.enum(['bankaxept', 'visa', 'mastercard']).optional(),
};

export const terminalAnswerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('approved') }),
  z.strictObject({ ...common, kind: z.literal('declined') }),
  z.strictObject({ ...common, kind: z.literal('wrong-pin') }),
  z.strictObject({ ...common, kind: z.literal('card-pulled') }),
  z.strictObject({ ...common, kind: z.literal('customer-cancels') }),
  /** Nobody touches the terminal: the prompt stands until it expires, is cancelled, or `tapNow`. */
  z.strictObject({ kind: z.literal('ignored') }),
  z.strictObject({ ...common, kind: z.literal('approved-for'), amount: z.int().positive() }),
  z.strictObject({ ...common, kind: z.literal('unknown') }),
  z.strictObject({ ...common, kind: z.literal('strange-status'), status: z.string().min(1) }),
  /** AUTHORIZED and left there: it is captured only on command. */
  z.strictObject({ ...common, kind: z.literal('authorized-only') }),
  z.strictObject({ ...common, kind: z.literal('on-hold') }),
  /** The prompt outlives the till's cancel, or the expiry, and the customer taps `afterMs` later. */
  z.strictObject({
    ...common,
    kind: z.literal('approved-late'),
    after: z.enum(['cancel', 'expiry']),
    /** What the transaction says between the cancel and the tap. */
    meanwhile: z.enum(['INITIATED', 'AUTHORIZATION_VOIDED']).default('INITIATED'),
  }),
]);

/** What the customer and the card will do when the terminal asks for a payment. */
export type TerminalAnswer = z.infer<typeof terminalAnswerSchema>;

export type CardKind = NonNullable<z.infer<typeof common.card>>;

const reply = {
  /** 200 with the finished event, or 202 and the event later. */
  reply: z.enum(['finished', 'accepted']),
  afterMs: z.int().nonnegative().optional(),
};

export const refundAnswerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...reply, kind: z.literal('done') }),
  z.strictObject({ ...reply, kind: z.literal('refused') }),
  /** Accepted with 202, then nothing: the cardholder is not there. */
  z.strictObject({ kind: z.literal('absent') }),
]);

/** What becomes of the next refund. */
export type RefundAnswer = z.infer<typeof refundAnswerSchema>;

const choiceSchema = z.strictObject({
  lasts: z.enum(['next', 'always']).default('next'),
  /** Any terminal when absent. */
  terminalId: z.string().optional(),
});

export const chosenAnswerSchema = choiceSchema.extend({ answer: terminalAnswerSchema });
export const chosenRefundSchema = choiceSchema.extend({ answer: refundAnswerSchema });

type Choice<T> = { answer: T; lasts: 'next' | 'always'; terminalId?: string | undefined };

/** The answers chosen ahead of time, oldest first. */
export type AnswerQueue<T> = {
  choose(choice: Choice<T>): void;
  /** The answer for a prompt on this terminal; a `next` answer is used up. */
  take(terminalId: string | undefined): T | undefined;
};

/** An empty queue: one-time answers go before the standing one, the latest standing one counts. */
export function createAnswerQueue<T>(): AnswerQueue<T> {
  let choices: Choice<T>[] = [];
  return {
    choose: (choice) => {
      if (choice.lasts === 'always') {
        choices = choices.filter((one) => one.lasts === 'next' || one.terminalId !== choice.terminalId);
      }
      choices.push(choice);
    },
    take: (terminalId) => {
      const fits = choices.filter((one) => one.terminalId === undefined || one.terminalId === terminalId);
      const once = fits.find((one) => one.lasts === 'next');
      if (once) {
        choices.splice(choices.indexOf(once), 1);
        return once.answer;
      }
      const standing = fits.find((one) => one.terminalId !== undefined) ?? fits[0];
      return standing?.answer;
    },
  };
}
