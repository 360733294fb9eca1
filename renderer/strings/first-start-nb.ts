import type { firstStart as english } from './first-start-en.ts';

/** Bokmål. */
export const firstStart: typeof english = {
  training: 'Kassen er i trening: ingenting er ekte, og ingen penger flyttes.',
  setUp: 'Sett opp kassen',
  later: 'Fortsett treningen',
  testPaid: (amount) => `Prøvesalget er betalt, og alt virker. ${amount} kan refunderes nå.`,
  giveBack: 'Refunder',
  keep: 'Behold',
  testReason: 'Prøvesalg',
};
