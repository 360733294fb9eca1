import type { UpdateWords } from '../update-words.ts';

const failed = {
  unreachable: 'Serveren for oppdateringer svarte ikke, eller har ingen for denne kassen.',
  'not-signed':
    'Det som lå på serveren for oppdateringer, var ikke signert av kassens leverandør: ingenting ble hentet.',
  'not-whole': 'En oppdatering kom ikke hel frem: den er kastet og hentes på nytt.',
  'not-installed': 'Oppdateringen kunne ikke legges inn; denne versjonen går videre. Loggen sier hvorfor.',
} as const;

export const update: UpdateWords = {
  ready: (version, verdict) => {
    switch (verdict.may) {
      case 'now':
        return `Versjon ${version} er klar. Installeringen tar omtrent ett minutt, og kassen åpner igjen av seg selv.`;
      case 'manager':
        return verdict.why === 'day-open'
          ? `Versjon ${version} er klar. Installer den når dagen er avsluttet; før det bare hvis en leder sier det.`
          : `Versjon ${version} er klar, men en betaling eller refusjon er ikke avgjort: installer den da, eller før hvis en leder sier det.`;
      case 'no':
        return verdict.why === 'sale-open'
          ? `Versjon ${version} er klar. Den venter til det åpne salget er ferdig eller parkert.`
          : `Versjon ${version} er klar. Den venter til betalingen eller refusjonen er over.`;
    }
  },
  state: (state, address, at) => {
    switch (state.kind) {
      case 'none':
        if (state.why === 'development')
          return 'Kassen er startet fra kildekoden og tar ikke imot oppdateringer.';
        if (state.why === 'no-key')
          return 'Programmet er bygget uten nøkkel for oppdateringer og tar ikke imot noen.';
        return 'Programmet er lagt inn for hånd: en ny versjon legges inn på samme måte.';
      case 'idle':
        if (address === null)
          return 'Ingen adresse for oppdateringer er satt, så kassen ser ikke etter noen.';
        if (state.failed !== null) return failed[state.failed];
        return state.lookedAt === null
          ? 'Kassen har ikke sett etter oppdateringer ennå.'
          : `Dette er den nyeste versjonen. Sett etter ${at(state.lookedAt)}.`;
      case 'looking':
        return 'Ser etter oppdateringer …';
      case 'fetching':
        return `Henter versjon ${state.version} …`;
      case 'ready':
        return `Versjon ${state.version} er klar til å installeres.`;
      case 'installing':
        return `Installerer versjon ${state.version}; kassen åpner igjen av seg selv.`;
    }
  },
  failed: (kind) => failed[kind],
};
