import type { Strings } from './en.ts';

export const operator: Strings['operator'] = {
  lockTitle: 'Hvem står i kassen?',
  locked: 'Kassen er låst.',
  names: 'Operatører',
  roles: { cashier: 'Medarbeider', manager: 'Leder' },
  pin: 'PIN',
  pad: 'PIN-tastatur',
  logIn: 'Logg inn',
  choose: 'Velg navnet ditt først.',
  counter: {
    nothing: 'Ingenting er slått inn.',
    sale: 'Et påbegynt salg venter.',
    paid: (receipt: number) =>
      `Godkjent: kvittering ${receipt}. Logg inn for å skrive den ut eller gå videre.`,
  },
  logInForMore: 'Logg inn for å gjøre noe med det.',
  lock: 'Lås kassen',
  logOut: 'Logg ut',
  who: (name: string) => `Operatør ${name}`,
  loggedInAs: (name: string, role: string) => `${name} er logget inn (${role.toLowerCase()}).`,
  managerTitle: 'PIN fra en leder',
  managerText: 'PIN-koden gjelder bare dette ene. Du er fortsatt logget inn.',
  manager: 'Leder',
  approve: 'Godkjenn',
};
