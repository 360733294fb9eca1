import { pick } from '../detail.ts';
import type { OfflineReason } from '../words.ts';

const sentences: Readonly<Record<OfflineReason, string>> = {
  dns: 'Dinteros adresse kan ikke slås op: tjek netværkskablet eller wi-fi; kontantsalg går som sædvanligt.',
  refused:
    'Dinteros server afviste forbindelsen: tjek firewallen og adresserne i indstillingerne; kontantsalg går som sædvanligt.',
  offline: 'Maskinen har intet net: tjek kablet eller wi-fi; kontantsalg går som sædvanligt.',
  tls: 'Den sikre forbindelse til Dintero kom ikke i stand: tjek maskinens dato og ur, derefter netværket; kontantsalg går som sædvanligt.',
  proxy:
    'Netværkets proxy slipper ikke kassen igennem: tjek maskinens proxyindstillinger; kontantsalg går som sædvanligt.',
  'captive-portal':
    'Netværket kræver, at nogen logger på først: åbn en browser, acceptér netværkets side, og kom tilbage; kontantsalg går som sædvanligt.',
  changed:
    'Maskinens net er lige blevet skiftet, og forbindelsen med det: kassen spørger igen af sig selv; kontantsalg går som sædvanligt.',
  asleep:
    'Maskinen har sovet, og forbindelsen gik tabt: kassen spørger igen af sig selv; kontantsalg går som sædvanligt.',
  cut: 'Forbindelsen til Dintero blev afbrudt: tjek kablet eller wi-fi; kassen spørger igen af sig selv, og kontantsalg går som sædvanligt.',
  timeout: 'Dintero svarer ikke i tide: tjek, om nettet er langsomt; kontantsalg går som sædvanligt.',
  server:
    'Dintero har problemer lige nu: vent lidt; kassen prøver igen af sig selv, og kontantsalg går som sædvanligt.',
  credentials:
    'Dintero godtager ikke kassens klient-id og hemmelighed: sæt kassen op igen med gyldige; kontantsalg går som sædvanligt.',
};

/** Why cards cannot be taken just now, what to check, and that cash goes on. */
export function offline(reason: string): string {
  return pick(sentences, reason, sentences.offline);
}
