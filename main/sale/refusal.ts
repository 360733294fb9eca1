import type { ErrorCode } from '../../preload/contract/errors.ts';

/** Why a basket does not do what was asked, with the figures that the sentence about it needs. */
export interface SaleRefusal {
  readonly code: ErrorCode;
  readonly detail?: Readonly<Record<string, string | number>>;
}

/** Makes a refusal. */
export function refused(code: ErrorCode, detail?: Readonly<Record<string, string | number>>): SaleRefusal {
  return detail === undefined ? { code } : { code, detail };
}
