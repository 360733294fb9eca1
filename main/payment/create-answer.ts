import { type DinteroError, mayHaveHappened } from '../dintero/index.ts';

/** What a failed create means for the attempt: `lost` when Dintero may have it all the same. */
export type CreateFailure =
  | { readonly kind: 'lost'; readonly detail: string }
  | { readonly kind: 'never-happened'; readonly code: string; readonly detail: string };

/** Tells a create that certainly did nothing from one whose answer was lost. Only the first frees the terminal. */
export function endingOfLostCreate(error: DinteroError): CreateFailure {
  if (mayHaveHappened(error)) return { kind: 'lost', detail: describe(error) };
  if (error.kind === 'refused') {
    return {
      kind: 'never-happened',
      code: refusalCode(error.status, error.message),
      detail: describe(error),
    };
  }
  return { kind: 'never-happened', code: 'not-sent', detail: describe(error) };
}

/** How a terminal that is not ready shows is documented nowhere: the words are a hint, and only choose a sentence. */
function refusalCode(status: number, message: string): string {
  if (status === 429) return 'asked-to-wait';
  if (status === 409 || /\bbusy\b/i.test(message)) return 'terminal-busy';
  return /\boffline\b/i.test(message) ? 'terminal-offline' : 'refused';
}

/** One line about an error, for the journal and the log; holds nothing secret. */
export function describe(error: DinteroError): string {
  switch (error.kind) {
    case 'not-sent':
      return `${error.reason} ${error.detail}`;
    case 'refused':
      return `${String(error.status)} ${error.message}`.slice(0, 200);
    case 'no-answer':
      return `${error.reason} ${error.detail}`;
    case 'server':
      return String(error.status);
    case 'unreadable':
      return `${String(error.status ?? '-')} ${error.detail}`.slice(0, 200);
  }
}
