import type { Account, DinteroOptions } from '../dintero/index.ts';
import { ok, type Result } from '../result.ts';
import type { CheckWords } from '../words/check-words.ts';
import { checkInstall, type Finding, nothingChecked } from './checks/index.ts';
import { type CatalogueDoor, checkProvisioningFile } from './provision.ts';
import type { Refusal } from './refusal.ts';
import type { InstallSettings } from './settings.ts';

/** What a provisioning file is tested against. */
export interface CheckFileParts {
  /** What is installed in the folder that the file is meant for. */
  readonly installed: InstallSettings | null;
  readonly catalogue: Pick<CatalogueDoor, 'check'>;
  /** The secret that is installed there, when the file's own was struck out; null when it cannot be had. */
  installedSecret(): Promise<string | null>;
  account(
    options: Pick<DinteroOptions, 'accountId' | 'clientId' | 'clientSecret' | 'checkoutUrl' | 'apiUrl'>,
  ): Account;
}

/** Tests a provisioning file, first by itself and then against Dintero. Installs nothing, changes nothing. */
export async function checkFile(
  name: string,
  parts: CheckFileParts,
): Promise<Result<readonly Finding[], readonly Refusal[]>> {
  const checked = await checkProvisioningFile(name, parts.installed, parts.catalogue);
  if (!checked.ok) return checked;
  const { content } = checked.value;
  const secret = content.client.secret ?? (await parts.installedSecret());
  if (secret === null) return ok(nothingChecked(content, { kind: 'no-secret' }));
  const account = parts.account({
    accountId: content.accountId,
    clientId: content.client.id,
    clientSecret: () => secret,
    checkoutUrl: content.dintero.checkoutUrl,
    apiUrl: content.dintero.apiUrl,
  });
  return ok(await checkInstall(account, content));
}

/** What `--check-provision` prints, and its exit code: 0 nothing wrong, 1 something wrong or nobody to ask. */
export function checkReport(
  findings: readonly Finding[],
  words: CheckWords,
): { readonly lines: readonly string[]; readonly code: 0 | 1 } {
  const wrong = findings.some(({ outcome }) => outcome === 'wrong');
  // Without a token nothing was tested, whatever the reason: that must not pass for a good file.
  const asked = findings.some((one) => one.check === 'credentials' && one.outcome === 'ok');
  const outcome = wrong ? 'wrong' : asked ? 'right' : 'out-of-reach';
  return {
    lines: [...findings.map((one) => words.line(one)), words.summary(outcome)],
    code: outcome === 'right' ? 0 : 1,
  };
}
