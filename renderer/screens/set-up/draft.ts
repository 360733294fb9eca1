import { create } from 'zustand';
import type {
  SetUpChoices,
  SetUpDraft,
  SetUpFinding,
  SetUpMistake,
  SetUpStep,
} from '../../../preload/contract/set-up.ts';

/** The pages of the set-up, in their order. */
export const pages = [
  'seller',
  'account',
  'profile',
  'store',
  'terminal',
  'printer',
  'operators',
  'ready',
] as const;
export type PageName = (typeof pages)[number];

interface Filling {
  readonly page: PageName;
  /** The furthest page that was reached: the ones before it can be gone back to. */
  readonly reached: number;
  readonly draft: SetUpDraft;
  readonly mistakes: readonly SetUpMistake[];
  /** What Dintero said at the page that is open, when something of it was not right. */
  readonly findings: readonly SetUpFinding[];
  /** What Dintero said yes to on the page before. */
  readonly passed: readonly SetUpFinding[];
  readonly choices: SetUpChoices | null;
}

const empty: SetUpDraft = {
  seller: { name: '', organisationNumber: '', vatRegistered: true, address: ['', ''] },
  currency: 'NOK',
  accountId: '',
  client: { id: '', secret: '' },
  profileId: '',
  store: { id: '', terminalId: '', payoutDestinationId: '' },
  dintero: {
    checkoutUrl: '',
    apiUrl: '',
    sendSeitatechBlock: true,
    publishToTerminal: false,
    refundAtTerminal: false,
  },
  printer: { kind: 'system', address: '', columns: 42, afterSale: false },
  operators: [],
};

/** What is filled in so far. It lives as long as the page, so that looking at the till meanwhile loses nothing. */
export const useFilling = create<Filling>(() => ({
  page: 'seller',
  reached: 0,
  draft: empty,
  mistakes: [],
  findings: [],
  passed: [],
  choices: null,
}));

/** Changes a part of the draft. What was said of it before says nothing any more. */
export function fill(change: Partial<SetUpDraft>): void {
  useFilling.setState(({ draft }) => ({ draft: { ...draft, ...change }, findings: [] }));
}

/** Dintero's own addresses, unless the person has named others. */
export function beginWith(checkoutUrl: string, apiUrl: string): void {
  const { draft } = useFilling.getState();
  if (draft.dintero.apiUrl === '') fill({ dintero: { ...draft.dintero, checkoutUrl, apiUrl } });
}

/** Goes to a page. What is typed stays. */
export function turnTo(page: PageName, passed: readonly SetUpFinding[] = []): void {
  useFilling.setState(({ reached }) => ({
    page,
    passed,
    reached: Math.max(reached, pages.indexOf(page)),
    mistakes: [],
    findings: [],
  }));
}

/** The page after this one; the last has none. */
export function pageAfter(page: SetUpStep): PageName {
  return pages[pages.indexOf(page) + 1] ?? 'ready';
}
