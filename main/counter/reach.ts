import type { DinteroError } from '../dintero/index.ts';
import type { OfflineReason } from '../words/index.ts';

/** Whether Dintero can be reached, as far as the last answer tells. `since`: UTC ISO 8601. */
export type Reach =
  | { readonly state: 'online' }
  | { readonly state: 'offline'; readonly since: string; readonly reason: OfflineReason };

/** What an answer (null for a good one) says about reachability; `at` is when it came. */
export function reachAfter(reach: Reach, error: DinteroError | null, at: string): Reach {
  const reason = error === null ? null : offlineReason(error);
  if (reason === null) return reach.state === 'online' ? reach : { state: 'online' };
  const since = reach.state === 'offline' ? reach.since : at;
  return { state: 'offline', since, reason };
}

/** What broke a connection, where Chromium's code tells. */
function brokenBy(code: string): OfflineReason {
  if (code === 'ERR_NETWORK_CHANGED') return 'changed';
  return code === 'ERR_NETWORK_IO_SUSPENDED' ? 'asleep' : 'cut';
}

/** Why no card can be taken after such an error; null when Dintero was there and only said no. */
export function offlineReason(error: DinteroError): OfflineReason | null {
  switch (error.kind) {
    case 'refused':
      return null;
    case 'server':
      return 'server';
    case 'no-answer':
      return error.reason === 'timeout' ? 'timeout' : brokenBy(error.detail);
    case 'unreadable':
      return error.looksLikeHtml ? 'captive-portal' : 'server';
    case 'not-sent':
      switch (error.reason) {
        case 'dns':
        case 'refused':
        case 'offline':
        case 'tls':
        case 'proxy':
        case 'credentials':
          return error.reason;
        case 'address':
          return 'dns';
        case 'token':
          return 'server';
      }
  }
}
