import { pick } from '../detail.ts';
import type { OfflineReason } from '../words.ts';

const sentences: Readonly<Record<OfflineReason, string>> = {
  dns: 'The name of Dintero’s server cannot be looked up: check the network cable or Wi-Fi; cash sales go on.',
  refused:
    'Dintero’s server turned the connection away: check the firewall and the addresses in the settings; cash sales go on.',
  offline: 'This machine has no network: check the cable or Wi-Fi; cash sales go on.',
  tls: 'The secure connection to Dintero could not be made: check the date and clock of this machine, then the network; cash sales go on.',
  proxy:
    'The network’s proxy does not let the till through: check the proxy settings of this machine; cash sales go on.',
  'captive-portal':
    'The network wants somebody to sign in first: open a web browser, accept the network’s page, and come back; cash sales go on.',
  changed:
    'This machine’s network has just changed, and the connection with it: the till asks again by itself; cash sales go on.',
  asleep:
    'This machine was asleep, and the connection was lost: the till asks again by itself; cash sales go on.',
  cut: 'The connection to Dintero was broken off: check the cable or Wi-Fi; the till asks again by itself, and cash sales go on.',
  timeout: 'Dintero does not answer in time: check whether the network is slow; cash sales go on.',
  server:
    'Dintero has trouble at the moment: wait a little; the till tries again by itself, and cash sales go on.',
  credentials:
    'Dintero does not accept this till’s client id and secret: provision the till with valid ones; cash sales go on.',
};

/** Why cards cannot be taken just now, what to check, and that cash goes on. */
export function offline(reason: string): string {
  return pick(sentences, reason, sentences.offline);
}
