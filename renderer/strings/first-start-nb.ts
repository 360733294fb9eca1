import type { firstStart as english } from './first-start-en.ts';

/** Bokmål. */
export const firstStart: typeof english = {
  training: 'Kassen er i opplæring: ingenting er ekte, og ingen penger flyttes.',
  setUp: 'Sett opp kassen',
  later: 'Fortsett opplæringen',
  testPaid: (amount) => `Prøvesalget er betalt, og alt virker. ${amount} kan betales tilbake nå.`,
  giveBack: 'Betal tilbake',
  keep: 'Behold',
  testReason: 'Prøvesalg',
};
