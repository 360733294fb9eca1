import type { Result } from '../result.ts';

/** Why it is certain that a request never reached Dintero. `credentials` and `token`: no token, so nothing was sent. */
export type NotSentReason =
  'dns' | 'refused' | 'offline' | 'tls' | 'proxy' | 'address' | 'credentials' | 'token';

/**
 * What went wrong with a call, sorted by the one question that a till asks of a lost POST: may it have happened?
 * Holds no secret, no token and no body. `status` is null when the answer's status could not be seen.
 */
export type DinteroError =
  | {
      readonly kind: 'not-sent';
      readonly reason: NotSentReason;
      readonly detail: string;
      readonly retryAfterMs?: number;
    }
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly code?: string;
      readonly message: string;
      readonly details?: readonly string[];
      readonly retryAfterMs?: number;
    }
  | { readonly kind: 'no-answer'; readonly reason: 'timeout' | 'cut'; readonly detail: string }
  | { readonly kind: 'server'; readonly status: number; readonly retryAfterMs?: number }
  | {
      readonly kind: 'unreadable';
      readonly status: number | null;
      readonly looksLikeHtml: boolean;
      readonly detail: string;
    };

/** What a call to Dintero gives back. */
export type Answer<T> = Result<T, DinteroError>;

/** Whether a POST that ended in this error may have been carried out by Dintero all the same. */
export function mayHaveHappened(error: DinteroError): boolean {
  switch (error.kind) {
    case 'not-sent':
    case 'refused':
      return false;
    case 'no-answer':
    case 'server':
    case 'unreadable':
      return true;
  }
}
