import type { Account } from '../../dintero/index.ts';
import { type CheckName, checkNames, type Finding } from './finding.ts';
import {
  type Asked,
  judgeCredentials,
  judgePayout,
  judgeProfile,
  judgeStore,
  judgeTerminal,
  type Tested,
  untested,
} from './judge.ts';

export { type CheckName, checkNames, type Finding } from './finding.ts';
export type { Tested } from './judge.ts';

/**
 * Asks Dintero whether it knows what was filled in: reads alone, nothing is changed and nothing is kept. The findings
 * come in the order of `checkNames`, those of `wanted` alone.
 */
export async function checkInstall(
  account: Account,
  tested: Tested,
  wanted: readonly CheckName[] = checkNames,
): Promise<readonly Finding[]> {
  const credentials = judgeCredentials(tested, await account.checkCredentials());
  const others = wanted.filter((check) => check !== 'credentials');
  const first = wanted.includes('credentials') ? [credentials] : [];
  if (credentials.outcome !== 'ok') {
    const why =
      credentials.outcome === 'unchecked' && credentials.why.kind !== 'not-allowed'
        ? credentials.why
        : ({ kind: 'no-token' } as const);
    return [...first, ...others.map((check) => untested(check, aboutOf(check, tested), why))];
  }

  const { store, profileId } = tested;
  const profile = once(() => both(account.readProfile(profileId), account.listProfiles()));
  const stores = once(() => both(account.readStore(store.id), account.listStores()));
  const terminals = once(() => both(account.readTerminal(store.terminalId), account.listTerminals()));

  const judged = async (check: Exclude<CheckName, 'credentials'>): Promise<Finding> => {
    switch (check) {
      case 'profile':
        return judgeProfile(tested, await profile());
      case 'store':
        return judgeStore(tested, await stores());
      case 'payout':
        return judgePayout(tested, await stores());
      case 'terminal': {
        const [asked, shops] = await Promise.all([terminals(), stores()]);
        return judgeTerminal(tested, asked, shops);
      }
    }
  };
  return [...first, ...(await Promise.all(others.map(judged)))];
}

/** All of it untested, for one reason: the secret is not at hand, say. */
export function nothingChecked(tested: Tested, why: Parameters<typeof untested>[2]): readonly Finding[] {
  return checkNames.map((check) => untested(check, aboutOf(check, tested), why));
}

function aboutOf(check: CheckName, { accountId, profileId, store }: Tested): string {
  switch (check) {
    case 'credentials':
      return accountId;
    case 'profile':
      return profileId;
    case 'store':
      return store.id;
    case 'payout':
      return store.payoutDestinationId;
    case 'terminal':
      return store.terminalId;
  }
}

async function both<T>(one: Promise<Asked<T>['one']>, all: Promise<Asked<T>['all']>): Promise<Asked<T>> {
  const [asked, listed] = await Promise.all([one, all]);
  return { one: asked, all: listed };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
}
