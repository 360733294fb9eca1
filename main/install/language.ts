import type { Language } from '../../preload/contract/view.ts';
import type { WishedLanguage } from './settings.ts';

/** The language the till speaks: the switch, else the kept setting, else the machine's. */
export function chooseLanguage(wishes: {
  readonly switched: string;
  readonly kept: WishedLanguage | null;
  /** The machine's, best first, as `nb-NO`. */
  readonly machine: readonly string[];
}): Language {
  return (
    spoken(wishes.switched) ??
    (wishes.kept === null ? null : spoken(wishes.kept)) ??
    ofMachine(wishes.machine)
  );
}

function ofMachine(machine: readonly string[]): Language {
  return spoken(machine[0] ?? '') ?? 'en';
}

function spoken(tag: string): Language | null {
  switch (tag.toLowerCase().split(/[-_.]/)[0]) {
    case 'nb':
    case 'nn':
    case 'no':
      return 'nb';
    case 'sv':
      return 'sv';
    case 'da':
      return 'da';
    case 'en':
      return 'en';
    default:
      return null;
  }
}
