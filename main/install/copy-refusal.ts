import { ownersLanguage } from '../../preload/contract/view.ts';
import type { Words } from '../words/words.ts';

/** Why a till is not restored from a copy. */
export type CopyRefusal = {
  readonly kind: 'copy';
  readonly why:
    | { readonly kind: 'not-named' }
    | { readonly kind: 'wrong-number'; readonly text: string }
    | { readonly kind: 'missing'; readonly folder: string; readonly detail: string }
    | { readonly kind: 'wrong'; readonly folder: string; readonly detail: string }
    | { readonly kind: 'taken'; readonly folder: string; readonly machine: string; readonly at: string }
    | { readonly kind: 'not-marked'; readonly folder: string; readonly detail: string }
    | { readonly kind: 'folder-in-use'; readonly folder: string; readonly file: string };
};

type Why = CopyRefusal['why'];
type Sentences = { readonly [K in Why['kind']]: (why: Extract<Why, { kind: K }>, at: string) => string };

/** What is wrong and what to do, in the language of the words. */
export function copySentence({ why }: CopyRefusal, words: Words): string {
  const at = why.kind === 'taken' ? words.format.dateTime(why.at) : '';
  // The sentence was looked up by the kind, which the compiler cannot follow.
  const say = sentences[ownersLanguage(words.language)][why.kind] as (of: Why, at: string) => string;
  return say(why, at);
}

const sentences: Readonly<Record<'en' | 'nb', Sentences>> = {
  en: {
    'not-named': () => 'Name the folder of the second copy: --restore=FOLDER.',
    'wrong-number': ({ text }) =>
      `--last-receipt=${text} is no receipt number: give the number that stands on the old till’s last receipt.`,
    missing: ({ folder, detail }) =>
      `There is no second copy in ${folder} that a till can be restored from (${detail}): name the folder kvitt-… within the copy’s place.`,
    wrong: ({ folder, detail }) =>
      `The copy in ${folder} does not check out (${detail}), so no till was made of it: leave it as it is and read the manual’s page on recovery.`,
    taken: ({ folder, machine }, when) =>
      `A till was restored from ${folder} already, on ${machine} (${when}): two tills must not go on with the same receipt numbers. If that one is gone for good, start with --restore-again as well.`,
    'not-marked': ({ folder, detail }) =>
      `The copy in ${folder} could not be marked as used (${detail}): make it writable, or copy it to a disk that is.`,
    'folder-in-use': ({ folder, file }) =>
      `There is a till in ${folder} already (${file}): restore into a folder of its own, --user-data-dir=FOLDER.`,
  },
  nb: {
    'not-named': () => 'Oppgi mappen med sikkerhetskopien: --restore=MAPPE.',
    'wrong-number': ({ text }) =>
      `--last-receipt=${text} er ikke et kvitteringsnummer: oppgi nummeret på den gamle kassens siste kvittering.`,
    missing: ({ folder, detail }) =>
      `Det er ingen sikkerhetskopi i ${folder} som en kasse kan gjenopprettes fra (${detail}): oppgi mappen kvitt-… på stedet for kopien.`,
    wrong: ({ folder, detail }) =>
      `Kopien i ${folder} stemmer ikke (${detail}), så ingen kasse ble laget av den: la den være som den er, og les håndbokens side om gjenoppretting.`,
    taken: ({ folder, machine }, when) =>
      `En kasse er allerede gjenopprettet fra ${folder}, på ${machine} (${when}): to kasser må ikke fortsette med de samme kvitteringsnumrene. Er den borte for godt, start også med --restore-again.`,
    'not-marked': ({ folder, detail }) =>
      `Kopien i ${folder} kunne ikke merkes som brukt (${detail}): gjør den skrivbar, eller kopier den til en disk som er det.`,
    'folder-in-use': ({ folder, file }) =>
      `Det er allerede en kasse i ${folder} (${file}): gjenopprett i en egen mappe, --user-data-dir=MAPPE.`,
  },
};
