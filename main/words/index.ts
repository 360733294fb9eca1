import type { Language } from '../../preload/contract/view.ts';
import { da } from './da.ts';
import { en } from './en.ts';
import { nb } from './nb.ts';
import { sv } from './sv.ts';
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

const spoken: Readonly<Record<Language, Words>> = { nb, en, sv, da };

/** The main process's sentences in the cashier's language. */
export function wordsFor(language: Language): Words {
  return spoken[language];
}
