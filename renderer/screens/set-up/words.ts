import { ownersLanguage } from '../../../preload/contract/view.ts';
import { useTill } from '../../till.ts';
import { en, type SetUpStrings } from './strings-en.ts';
import { nb } from './strings-nb.ts';

/** The set-up's strings in the till's language. */
export function useSetUpStrings(): SetUpStrings {
  return ownersLanguage(useTill((view) => view.language)) === 'nb' ? nb : en;
}
