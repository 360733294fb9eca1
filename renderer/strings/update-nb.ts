import type { update as english } from './update-en.ts';

export const update: typeof english = {
  title: 'Oppdateringer',
  install: 'Installer nå',
  later: 'Senere',
  askTitle: 'Installere oppdateringen nå?',
  askText: (sentence) =>
    `${sentence} Kassen lukker og åpner igjen; ingenting som er skrevet ned, går tapt. Dette avgjør bare en leder.`,
  yes: 'Installer den nå',
  no: 'Vent',
  look: 'Se etter oppdateringer',
  how: 'Hvordan de kommer',
  automatic: 'Se etter oppdateringer av seg selv',
  address: 'Adresse for oppdateringer',
  addressHint: 'https://… fra leverandøren. Tom: den kassen ble satt opp med.',
};
