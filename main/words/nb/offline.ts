import { pick } from '../detail.ts';
import type { OfflineReason } from '../words.ts';

const sentences: Readonly<Record<OfflineReason, string>> = {
  dns: 'Adressen til Dintero lar seg ikke slå opp: sjekk nettverkskabelen eller Wi-Fi; kontantsalg går som vanlig.',
  refused:
    'Serveren til Dintero avviste forbindelsen: sjekk brannmuren og adressene i innstillingene; kontantsalg går som vanlig.',
  offline: 'Maskinen har ikke nett: sjekk kabelen eller Wi-Fi; kontantsalg går som vanlig.',
  tls: 'Den sikre forbindelsen til Dintero kom ikke i stand: sjekk dato og klokke på maskinen, deretter nettverket; kontantsalg går som vanlig.',
  proxy:
    'Nettverkets proxy slipper ikke kassen gjennom: sjekk proxyinnstillingene på maskinen; kontantsalg går som vanlig.',
  'captive-portal':
    'Nettverket krever at noen logger på først: åpne en nettleser, godta nettverkets side og kom tilbake; kontantsalg går som vanlig.',
  changed:
    'Nettet til maskinen ble nettopp byttet, og forbindelsen med det: kassen spør igjen av seg selv; kontantsalg går som vanlig.',
  asleep:
    'Maskinen har sovet, og forbindelsen gikk tapt: kassen spør igjen av seg selv; kontantsalg går som vanlig.',
  cut: 'Forbindelsen til Dintero ble brutt: sjekk kabelen eller Wi-Fi; kassen spør igjen av seg selv, og kontantsalg går som vanlig.',
  timeout: 'Dintero svarer ikke i tide: sjekk om nettet er tregt; kontantsalg går som vanlig.',
  server:
    'Dintero har problemer akkurat nå: vent litt; kassen prøver igjen av seg selv, og kontantsalg går som vanlig.',
  credentials:
    'Dintero godtar ikke klient-id-en og hemmeligheten til denne kassen: klargjør kassen på nytt med gyldige; kontantsalg går som vanlig.',
};

/** Why cards cannot be taken just now, what to check, and that cash goes on. */
export function offline(reason: string): string {
  return pick(sentences, reason, sentences.offline);
}
