import type { ConnectionDraft, SetUpFinding, SetUpMistake } from '../../preload/contract/set-up.ts';
import type { Language } from '../../preload/contract/view.ts';
import type { Account } from '../dintero/index.ts';
import { err, ok, type Result } from '../result.ts';
import { checkWordsFor } from '../words/checks.ts';
import { checkInstall } from './checks/index.ts';
import { checkProvisioning } from './provisioning.ts';
import type { InstallSettings } from './settings.ts';

/** What may be changed of an installed till's way to Dintero. Not its addresses: the secret is sent there. */
export type ConnectionSettings = Pick<InstallSettings, 'profileId' | 'store'> & {
  readonly dintero: Omit<InstallSettings['dintero'], 'checkoutUrl' | 'apiUrl'>;
};

/** Reads what a manager filled in, by the schema of the provisioning file. */
export function readConnection(
  draft: ConnectionDraft,
  settings: InstallSettings,
  language: Language,
): Result<ConnectionSettings, SetUpMistake[]> {
  const { checkoutUrl, apiUrl } = settings.dintero;
  const checked = checkProvisioning({
    accountId: settings.accountId,
    client: { id: settings.clientId },
    currency: settings.currency,
    seller: settings.seller,
    profileId: draft.profileId,
    store: draft.store,
    dintero: { ...draft.dintero, checkoutUrl, apiUrl },
  });
  if (!checked.ok) {
    const words = checkWordsFor(language);
    return err(
      checked.error.map(({ path, problem, expected }) => ({
        field: path,
        sentence: words.field(problem, expected),
      })),
    );
  }
  const { profileId, store, dintero } = checked.value;
  const { checkoutUrl: _kept, apiUrl: _too, ...changeable } = dintero;
  return ok({ profileId, store, dintero: changeable });
}

/** Asks Dintero about it, with the credentials that the till has. */
export async function checkConnection(
  account: Account,
  wanted: ConnectionSettings,
  settings: InstallSettings,
  language: Language,
): Promise<SetUpFinding[]> {
  const words = checkWordsFor(language);
  const findings = await checkInstall(account, { ...wanted, accountId: settings.accountId });
  return findings.map((one) => ({ check: one.check, outcome: one.outcome, sentence: words.finding(one) }));
}
