import { pick } from '../detail.ts';
import type { OfflineReason } from '../words.ts';

const sentences: Readonly<Record<OfflineReason, string>> = {
  dns: 'Adressen till Dintero går inte att slå upp: kontrollera nätverkskabeln eller Wi-Fi; kontantköp går som vanligt.',
  refused:
    'Dinteros server avvisade förbindelsen: kontrollera brandväggen och adresserna i inställningarna; kontantköp går som vanligt.',
  offline: 'Maskinen har inget nät: kontrollera kabeln eller Wi-Fi; kontantköp går som vanligt.',
  tls: 'Den säkra förbindelsen till Dintero kom inte till stånd: kontrollera maskinens datum och klocka, sedan nätverket; kontantköp går som vanligt.',
  proxy:
    'Nätverkets proxy släpper inte igenom kassan: kontrollera maskinens proxyinställningar; kontantköp går som vanligt.',
  'captive-portal':
    'Nätverket kräver att någon loggar in först: öppna en webbläsare, godta nätverkets sida och kom tillbaka; kontantköp går som vanligt.',
  changed:
    'Maskinens nät har just bytts, och förbindelsen med det: kassan frågar igen av sig själv; kontantköp går som vanligt.',
  asleep:
    'Maskinen har sovit, och förbindelsen gick förlorad: kassan frågar igen av sig själv; kontantköp går som vanligt.',
  cut: 'Förbindelsen till Dintero bröts: kontrollera kabeln eller Wi-Fi; kassan frågar igen av sig själv, och kontantköp går som vanligt.',
  timeout: 'Dintero svarar inte i tid: kontrollera om nätet är långsamt; kontantköp går som vanligt.',
  server:
    'Dintero har problem just nu: vänta lite; kassan försöker igen av sig själv, och kontantköp går som vanligt.',
  credentials:
    'Dintero godtar inte kassans klient-id och hemlighet: sätt upp kassan igen med giltiga; kontantköp går som vanligt.',
};

/** Why cards cannot be taken just now, what to check, and that cash goes on. */
export function offline(reason: string): string {
  return pick(sentences, reason, sentences.offline);
}
