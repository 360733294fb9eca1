import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Desk } from '../desk.ts';
import type { JournalError } from '../journal/index.ts';
import { ok } from '../result.ts';
import type { CopyWatch } from '../second-copy/watch.ts';
import type { Authorise } from './authorise.ts';
import type { Handlers } from './calls.ts';
import { notWritten, refuse } from './refusal.ts';

export type CopyCallParts = {
  readonly watch: CopyWatch;
  readonly training: boolean;
  readonly profileFolder: string;
  readonly desk: Desk;
  readonly operator: () => string | null;
  readonly authorise: Authorise;
  readonly onChange: () => void;
  readonly onJournalError: (error: JournalError) => void;
};

/** Where the second copy goes. */
export function copyCalls(parts: CopyCallParts): Pick<Handlers, 'copy.choosePlace' | 'copy.stop'> {
  function keep(place: { place: string; anotherDisk: boolean } | null) {
    const kept = parts.watch.keep(parts.operator(), place);
    if (!kept.ok) {
      parts.onJournalError(kept.error);
      return notWritten(kept.error);
    }
    parts.onChange();
    return ok(null);
  }

  return {
    'copy.choosePlace': async () => {
      if (parts.training) return refuse('NOT-ALLOWED-NOW');
      const refusal = parts.authorise({ kind: 'settings', of: 'place of the second copy' });
      if (refusal !== null) return { ok: false, error: refusal };
      const chosen = await parts.desk.chooseFolder();
      if (chosen === null) return ok({ chosen: false });
      const place = placeOf(chosen, parts.profileFolder);
      if (typeof place === 'string') return refuse('COPY-PLACE', { path: chosen, reason: place });
      const kept = keep(place);
      return kept.ok ? ok({ chosen: true }) : kept;
    },
    'copy.stop': () => {
      const refusal = parts.authorise({ kind: 'settings', of: 'no second copy' });
      return refusal === null ? keep(null) : { ok: false, error: refusal };
    },
  };
}

/** The place as it is kept, or why it cannot be one. */
function placeOf(
  chosen: string,
  profile: string,
): { place: string; anotherDisk: boolean } | 'own' | 'closed' {
  try {
    const place = realpathSync(chosen);
    const own = realpathSync(profile);
    // A copy within the till's own folder goes the way the till goes.
    if (place === own || place.startsWith(own + path.sep)) return 'own';
    accessSync(place, constants.W_OK);
    return { place, anotherDisk: statSync(place).dev !== statSync(own).dev };
  } catch {
    return 'closed';
  }
}
