import { judgeCredentials } from '../install/checks/judge.ts';
import type { SecretKeeper } from '../install/secret-keeper.ts';
import type { InstallSettings } from '../install/settings.ts';
import type { Journal, JournalError, JournalWriter } from '../journal/index.ts';
import { err, ok, type Result } from '../result.ts';
import type { Authorise } from './authorise.ts';
import type { Handlers } from './calls.ts';
import { notWritten, refuse, type Refusal } from './refusal.ts';

export type SecretCallParts = {
  readonly journal: Journal;
  readonly settings: Pick<InstallSettings, 'accountId' | 'clientId' | 'secret'>;
  /** Null where the key store does not hold the secret. */
  readonly secretKeeper: SecretKeeper | null;
  readonly operator: () => string | null;
  /** Why it may not be done without a manager; null when it may. */
  readonly authorise: Authorise;
  readonly onChange: () => void;
  readonly onJournalError: (error: JournalError) => void;
};

/** Replaces what the till logs in to Dintero with. It goes inwards only, and nothing of it is ever told. */
export function secretCalls(parts: SecretCallParts): Pick<Handlers, 'secret.replace'> {
  const { journal, settings, secretKeeper } = parts;

  function written(work: (tx: JournalWriter) => unknown): Result<null, Refusal> {
    const done = journal.write(parts.operator(), work);
    if (done.ok) return ok(null);
    parts.onJournalError(done.error);
    return notWritten(done.error);
  }

  async function tested(keeper: SecretKeeper, secret: string): Promise<Refusal | null> {
    const { accountId } = settings;
    const found = judgeCredentials(
      { accountId, profileId: '', store: { id: '', terminalId: '', payoutDestinationId: '' } },
      await keeper.test(secret),
    );
    switch (found.outcome) {
      case 'ok':
        return null;
      case 'wrong':
        return { code: 'SECRET-REFUSED' };
      case 'unchecked':
        return {
          code: 'SECRET-UNTESTED',
          detail: { reason: found.why.kind === 'out-of-reach' ? found.why.reason : 'server' },
        };
    }
  }

  return {
    'secret.replace': async ({ secret }) => {
      if (secretKeeper === null) {
        const file = settings.secret.kept === 'file' ? settings.secret.path : null;
        return file === null ? refuse('NOT-ALLOWED-NOW') : refuse('SECRET-IN-FILE', { file });
      }
      const refusal = parts.authorise({ kind: 'operators', of: 'client secret' });
      if (refusal !== null) return err(refusal);
      const wrong = await tested(secretKeeper, secret);
      if (wrong !== null) return err(wrong);
      const clientIdEnding = settings.clientId.slice(-4);
      const replaced = written((tx) => tx.append('credentials.replaced', { clientIdEnding }));
      if (!replaced.ok) return replaced;
      const kept = await secretKeeper.keep(secret);
      parts.onChange();
      if (kept.ok) return ok(null);
      const why = kept.error;
      const noted = written((tx) => tx.append('credentials.not-replaced', { why }));
      return noted.ok ? refuse('SETTINGS-NOT-KEPT', { reason: why }) : noted;
    },
  };
}
