import type { UpdateFailure } from '../update/engine.ts';
import type { Verdict } from '../update/decide.ts';
import type { UpdateState } from '../update/updates.ts';

/** What the till says about updates. */
export interface UpdateWords {
  /** A new version is ready, and what it waits for. */
  ready(version: string, verdict: Verdict): string;
  /** How the till stands with updates; `address` is null where none is set. */
  state(state: UpdateState, address: string | null, at: (instant: string) => string): string;
  failed(kind: UpdateFailure['kind']): string;
}
