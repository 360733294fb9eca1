import { ownersLanguage } from '../../preload/contract/view.ts';
import type { FileReason } from '../catalogue/file-problem.ts';
import type { RowProblem } from '../catalogue/row.ts';
import { assertNever } from '../result.ts';
import type { ProvisioningMistake, Words } from '../words/words.ts';
import { type CopyRefusal, copySentence } from './copy-refusal.ts';

/** Why the till does not start: said on standard error, before any window. */
export type Refusal =
  | { readonly kind: 'no-file-named' }
  | { readonly kind: 'file-unreadable'; readonly file: string; readonly detail: string }
  | { readonly kind: 'file-not-json'; readonly file: string }
  | { readonly kind: 'field'; readonly mistake: ProvisioningMistake }
  | { readonly kind: 'catalogue-file'; readonly file: string; readonly reason: FileReason }
  | {
      readonly kind: 'catalogue-row';
      readonly file: string;
      readonly line: number;
      readonly problem: RowProblem;
    }
  | { readonly kind: 'secret-missing'; readonly file: string }
  | { readonly kind: 'other-account'; readonly installed: string; readonly wanted: string }
  | { readonly kind: 'not-kept'; readonly detail: string }
  | { readonly kind: 'secret-still-in-file'; readonly file: string; readonly detail: string }
  | { readonly kind: 'settings-unreadable'; readonly file: string; readonly detail: string }
  | { readonly kind: 'already-running'; readonly folder: string }
  | { readonly kind: 'switch-refused'; readonly name: string }
  | CopyRefusal;

/** The sentences of a refusal, one to a line. */
export function refusalSentences(refusals: readonly Refusal[], words: Words): readonly string[] {
  return refusals.flatMap((refusal) => sentencesOf(refusal, words));
}

function sentencesOf(refusal: Refusal, words: Words): readonly string[] {
  switch (refusal.kind) {
    case 'field':
      return words.provisioning([refusal.mistake]);
    case 'catalogue-file':
      return [words.error('IMPORT-FILE', { file: refusal.file, reason: refusal.reason })];
    case 'catalogue-row':
      return [`${refusal.file}:${refusal.line}: ${words.catalogueRow(refusal.problem)}`];
    case 'copy':
      return [copySentence(refusal, words)];
    case 'no-file-named':
    case 'file-unreadable':
    case 'file-not-json':
    case 'secret-missing':
    case 'other-account':
    case 'not-kept':
    case 'secret-still-in-file':
    case 'settings-unreadable':
    case 'already-running':
    case 'switch-refused':
      return [said[ownersLanguage(words.language)](refusal)];
    default:
      return assertNever(refusal);
  }
}

type OwnWords = Exclude<Refusal, { kind: 'field' | 'catalogue-file' | 'catalogue-row' | 'copy' }>;

const said: Readonly<Record<'en' | 'nb', (refusal: OwnWords) => string>> = { en: inEnglish, nb: inBokmål };

function inEnglish(refusal: OwnWords): string {
  switch (refusal.kind) {
    case 'no-file-named':
      return 'Name the provisioning file: --provision=FILE, or --check-provision=FILE to test one.';
    case 'file-unreadable':
      return `The provisioning file ${refusal.file} could not be read (${refusal.detail}): check its name and who may read it.`;
    case 'file-not-json':
      return `The provisioning file ${refusal.file} is not a JSON object: look for a missing comma, quotation mark or bracket.`;
    case 'secret-missing':
      return `client.secret is missing in ${refusal.file} and this till holds no secret for that account and client: put the secret in the file again.`;
    case 'other-account':
      return `This till is installed for the account ${refusal.installed}, and the file is for ${refusal.wanted}: use another folder (--user-data-dir) for another account.`;
    case 'not-kept':
      return `The settings could not be saved (${refusal.detail}); nothing was changed: check the disk and try again.`;
    case 'secret-still-in-file':
      return `The till is installed, but the secret could not be struck out of ${refusal.file} (${refusal.detail}): make the file and its folder writable and provision the till again.`;
    case 'settings-unreadable':
      return `The till's own file ${refusal.file} cannot be read (${refusal.detail}): put back a copy of it, or move it away and provision the till again.`;
    case 'already-running':
      return `A till is already running on ${refusal.folder}: close it, then provision it.`;
    case 'switch-refused':
      return `The till does not start with --${refusal.name}: it would take away what guards the till, or let another program look into it.`;
    default:
      return assertNever(refusal);
  }
}

function inBokmål(refusal: OwnWords): string {
  switch (refusal.kind) {
    case 'no-file-named':
      return 'Oppgi oppsettfilen: --provision=FIL, eller --check-provision=FIL for å prøve en.';
    case 'file-unreadable':
      return `Oppsettfilen ${refusal.file} kunne ikke leses (${refusal.detail}): kontroller navnet og hvem som har lesetilgang.`;
    case 'file-not-json':
      return `Oppsettfilen ${refusal.file} er ikke et JSON-objekt: se etter et manglende komma, anførselstegn eller en klamme.`;
    case 'secret-missing':
      return `client.secret mangler i ${refusal.file}, og kassen har ingen hemmelighet for den kontoen og klienten: legg hemmeligheten inn i filen igjen.`;
    case 'other-account':
      return `Kassen er satt opp for kontoen ${refusal.installed}, og filen gjelder ${refusal.wanted}: bruk en annen mappe (--user-data-dir) for en annen konto.`;
    case 'not-kept':
      return `Innstillingene kunne ikke lagres (${refusal.detail}); ingenting er endret: kontroller disken og prøv igjen.`;
    case 'secret-still-in-file':
      return `Kassen er satt opp, men hemmeligheten kunne ikke strykes fra ${refusal.file} (${refusal.detail}): gjør filen og mappen skrivbare og sett opp kassen på nytt.`;
    case 'settings-unreadable':
      return `Kassens egen fil ${refusal.file} kan ikke leses (${refusal.detail}): legg tilbake en kopi, eller flytt filen og sett opp kassen på nytt.`;
    case 'already-running':
      return `En kasse kjører allerede på ${refusal.folder}: lukk den først, og sett den opp etterpå.`;
    case 'switch-refused':
      return `Kassen starter ikke med --${refusal.name}: det ville tatt bort det som beskytter kassen, eller latt et annet program se inn i den.`;
    default:
      return assertNever(refusal);
  }
}
