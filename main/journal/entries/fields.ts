import { z } from 'zod';
import type { Ore, Thousandths, VatRate } from '../../sale/money.ts';

/** Field shapes that every entry kind shares. Integers only: money in øre, quantities in thousandths. */
export const oreField = z.int() as unknown as z.ZodType<Ore>;
export const thousandthsField = z.int() as unknown as z.ZodType<Thousandths>;
export const vatRateField = z.int().min(0).max(10_000) as unknown as z.ZodType<VatRate>;
export const currencyField = z.enum(['NOK', 'SEK', 'DKK', 'EUR']);
/** UTC, ISO 8601 with milliseconds. */
export const instantField = z.iso.datetime({ precision: 3 });
/** `TILLID-417`: the till's id and the sale's running number. */
export const saleIdField = z.string().regex(/^[A-Z0-9]{4,12}-\d{1,9}$/);
/** The attempt's merchant_reference, and its identity: `TILLID-417-1`. At most 30 of [A-Za-z0-9-]. */
export const attemptIdField = z.string().regex(/^[A-Z0-9]{4,12}-\d{1,9}-\d{1,4}$/);
/** `K7F3QD-G482915730664`: the till that sold a gift card, ten figures and two check digits. */
export const giftCodeField = z.string().regex(/^[A-Z0-9]{4,12}-G\d{12}$/);
/** Running number of a line within its sale, as sent to Dintero as line_id. */
export const lineIdField = z.string().regex(/^\d{1,6}$/);

/** What became of a payment that was not made. */
export const notPaidOutcomeField = z.enum(['declined', 'failed', 'cancelled', 'expired']);
