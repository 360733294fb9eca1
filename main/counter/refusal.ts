import type { ErrorCode } from '../../preload/contract/errors.ts';
import type { JournalError } from '../journal/index.ts';
import { err } from '../result.ts';
import type { SaleRefusal } from '../sale/refusal.ts';

/** Why the till does not do what was asked; a sentence is made of it where it leaves the main process. */
export type Refusal = SaleRefusal;

/** Refuses a call. */
export function refuse(
  code: ErrorCode,
  detail?: Refusal['detail'],
): { readonly ok: false; readonly error: Refusal } {
  return err(detail === undefined ? { code } : { code, detail });
}

/** The journal could not take it, so it did not happen. */
export function notWritten(error: JournalError): { readonly ok: false; readonly error: Refusal } {
  return refuse(error.code, { reason: error.detail });
}
