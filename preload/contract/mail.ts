import { z } from 'zod';

/** Receipts by e-mail, for a shop that has a mail server of its own to send them with. */

const emailAddress = z.email().max(254);

export const mailSecurities = ['starttls', 'tls', 'none'] as const;

/** The password is no setting: the key store of the machine has it. */
export const mail = z
  .strictObject({
    /** Empty: no receipt is sent by e-mail. */
    host: z
      .string()
      .max(253)
      .regex(/^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)?$/)
      .default(''),
    port: z.int().min(1).max(65_535).default(587),
    /** `none` is for a server on this machine only. */
    security: z.enum(mailSecurities).default('starttls'),
    /** Empty: the server asks for no password. */
    user: z.string().max(254).default(''),
    from: z.union([emailAddress, z.literal('')]).default(''),
  })
  .refine(({ security, host }) => security !== 'none' || isThisMachine(host), { path: ['security'] });

/** Only there may a message and a password go as they are. */
export function isThisMachine(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3})?$/.test(host);
}

export const mailCalls = {
  /** Hands the password to the key store; it is never shown again. */
  'mail.setPassword': { asks: z.strictObject({ password: z.string().min(1).max(500) }), answers: z.null() },
  /**
   * Issues the receipt, or its one copy, by e-mail. Answers whether it has left; else it is tried again, and the view
   * says why. The address is kept in memory only, and no longer than that.
   */
  'receipt.mail': {
    asks: z.strictObject({ receiptNumber: z.int().positive(), address: emailAddress }),
    answers: z.strictObject({ sent: z.boolean() }),
  },
} as const;

export type MailSettings = z.infer<typeof mail>;
