import type { quickKeys as english } from './quick-keys-en.ts';

export const quickKeys: typeof english = {
  title: 'Hurtigtaster',
  text: 'Disse varene står først på hyllen. Dra en vare til plassen sin; eller trykk på den, flytt den med piltastene og trykk igjen.',
  list: 'Hurtigtaster i rekkefølge',
  none: 'Ingen hurtigtaster: hyllen begynner med den første gruppen.',
  find: 'Finn en vare å legge til',
  add: (name) => `Legg til ${name}`,
  remove: (name) => `Fjern ${name}`,
  gone: 'Finnes ikke lenger blant varene',
  save: 'Lagre hurtigtastene',
  full: (most) => `Det er plass til ${most} hurtigtaster.`,
  held: (name, place, of) => `${name} er tatt opp, plass ${place} av ${of}.`,
  moved: (name, place, of) => `${name}, plass ${place} av ${of}.`,
  dropped: (name, place) => `${name} står på plass ${place}.`,
};
