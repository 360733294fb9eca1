/** People of a till that is not for everybody. */
export const people = [
  { name: 'Kari Nordmann', role: 'manager', pin: '1234' },
  { name: 'Ola', role: 'cashier', pin: '4321' },
] as const;

/** An article’s name as long as names come. */
export const longName = 'Kaffebønner, mørkbrente og håndplukkede i Etiopia, 1 kg';
/** The name of something dear. */
export const dearName = 'Espressomaskin med to grupper, kvern og vannfilter, ferdig montert hos kunden';

/** Articles with names and prices as long as they come, and one that is not for everybody. */
export const longCatalogue = [
  'id;name;price;vat;group;barcode;age',
  `1;${longName};349,90;15;Kaffe;2000000000015;`,
  `2;${dearName};98765,50;25;Utstyr og reservedeler;2000000000022;`,
  '3;Alkoholfri vin;129,00;25;Drikke;2000000000039;',
  '4;Øl 0,7 l;99,90;25;Drikke;2000000000046;18',
  ...Array.from({ length: 26 }, (_, at) => `${String(at + 10)};Smak nr. ${String(at + 1)};39,00;15;Kaker;;`),
].join('\n');
