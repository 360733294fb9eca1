import type { Language } from '../../preload/contract/view.ts';
import { en } from './en.ts';
import { nb } from './nb.ts';
import type { Words } from './words.ts';

export type {
  Detail,
  Expected,
  LateApproval,
  MistakeProblem,
  OfflineReason,
  ProvisioningMistake,
  StoppedCode,
  Words,
} from './words.ts';

/** The main process's sentences in the cashier's language. */
export function wordsFor(language: Language): Words {
  return language === 'nb' ? nb : en;
}
