import type { NotPaidOutcome, UndecidedWhy } from '../../journal/entries/attempt.ts';
import { pick } from '../detail.ts';
import type { Format } from '../format.ts';
import type { LateApproval, NotPaidCode, Words } from '../words.ts';

const waysOn =
  'Kassan fortsätter att fråga Dintero. Du kan vänta, lägga köpet åt sidan och ta nästa kund, eller avgöra det för hand. Debitera inte kortet igen.';

const undecided: Readonly<Record<UndecidedWhy, string>> = {
  'create-answer-lost':
    'Begäran skickades, men Dinteros svar kom bort, så terminalen kan fråga efter kortet nu.',
  'patience-over': 'Det har inte kommit något resultat från terminalen på länge.',
  'unknown-status': 'Dintero anger ett läge som kassan inte känner till.',
  'amount-differs': 'Dintero anger ett annat belopp än kassan bad om.',
  'currency-differs': 'Dintero anger en annan valuta än köpets.',
  'reference-differs': 'Dintero anger en betalning med en annan referens än den här.',
  'on-hold': 'Dintero håller betalningen för kontroll.',
  'several-transactions': 'Dintero har flera betalningar för det här enda försöket.',
  'session-not-found': 'Dintero hittar inte den här betalningen än.',
};

const notPaid: Readonly<Record<Exclude<NotPaidCode, 'refused'>, string>> = {
  'declined-by-card':
    'Kundens bank medgav inte köpet; inget är draget. Prova ett annat kort, eller ta kontant.',
  'wrong-pin': 'PIN-koden var fel och köpet medgavs inte; inget är draget. Försök igen, eller ta kontant.',
  'cancelled-at-till':
    'Betalningen avbröts här i kassan: köpet är inte betalt. Gå tillbaka till köpet, eller starta en ny betalning.',
  'cancelled-at-terminal':
    'Betalningen avbröts på terminalen: köpet är inte betalt. Försök igen, eller ta kontant.',
  expired: 'Ingen använde kort innan tiden gick ut: köpet är inte betalt. Försök igen, eller ta kontant.',
  'not-sent':
    'Betalningen lämnade aldrig kassan, så inget är draget: det är säkert att försöka igen, eller ta kontant.',
  'terminal-busy':
    'Terminalen är upptagen med något annat; inget är draget. Gör klart det som står på den, och försök igen.',
  'terminal-offline':
    'Terminalen har ingen förbindelse; inget är draget. Kontrollera dess ström och nät och försök igen, eller ta kontant.',
  'asked-to-wait':
    'Dintero bad kassan vänta lite; inget är draget. Vänta en halv minut och försök igen, eller ta kontant.',
  'transaction-failed':
    'Terminalen fick inte klart betalningen, kanske för att kortet togs ut för tidigt: köpet är inte betalt. Försök igen, eller ta kontant.',
  voided:
    'Betalningen avbröts, och inget är draget: köpet är inte betalt. Gå tillbaka till köpet, eller starta en ny betalning.',
  'decided-not-paid':
    'En person har avgjort att betalningen inte skedde. Kassan fortsätter att titta och larmar om Dintero säger något annat.',
  offline: 'Kassan når inte Dintero, så kortet begärdes inte; inget är draget. Ta kontant, eller vänta.',
};

const general: Readonly<Record<NotPaidOutcome, string>> = {
  declined: 'Betalningen medgavs inte; inget är draget. Prova ett annat kort, eller ta kontant.',
  failed: 'Betalningen misslyckades: köpet är inte betalt. Försök igen, eller ta kontant.',
  cancelled: 'Betalningen avbröts: köpet är inte betalt. Försök igen, eller ta kontant.',
  expired: notPaid.expired,
};

function waysOutOf({ canAttach, canRefund, reserved }: LateApproval): string {
  if (reserved) {
    const wait =
      'Dintero har hittills bara reserverat beloppet: kassan följer det, erbjuder återbetalning när det är draget, och avslutar larmet när det är släppt. Ska det släppas nu, makulera betalningen i Dintero Backoffice';
    return canAttach ? `Slutför köpet om kunden har fått varorna; vänta annars. ${wait}` : wait;
  }
  if (canAttach) {
    return canRefund
      ? 'Slutför köpet om kunden har fått varorna; återbetala den annars'
      : 'Slutför köpet om kunden har fått varorna; återbetala den annars hos Dintero och märk den som ordnad';
  }
  return canRefund ? 'Återbetala den' : 'Återbetala den hos Dintero och märk den som ordnad';
}

/** What the till says about a card payment, in Swedish. */
export function paymentWords(format: Format): Words['payment'] {
  const cameAfterAll = ({ amount, currency, saleId }: LateApproval): string =>
    `Betalt ändå: kortbetalningen på ${format.money(amount, currency)} för köp ${saleId} godkändes efter att den var uppgiven`;
  return {
    sending: 'Skickar beloppet till terminalen.',
    presentCard: 'Terminalen visar beloppet: kunden kan hålla fram, sätta in eller dra kortet nu.',
    cancelling:
      'Avbryter. Tryck också på den röda knappen på terminalen. Kassan läser av vad som verkligen hände: har kunden betalat är köpet betalt.',
    undecided: (why) => `${undecided[why]} ${waysOn}`,
    cancelAsked:
      'Avbrott är begärt: Dintero får besked så snart betalningen är hittad, och sedan läses det av vad som verkligen hände.',
    notPaid: (outcome, code, detail = '') => {
      if (code !== 'refused') return pick(notPaid, code, general[outcome]);
      const because = detail === '' ? '' : ` (${detail})`;
      return `Dintero nekade begäran${because}; inget är draget. Kontrollera butik, terminal och utbetalningsmål under Inställningar, eller ta kontant.`;
    },
    notYetCaptured:
      'Kunden har betalat, men beloppet är ännu inte draget hos Dintero: kassan följer det tills det är gjort.',
    paidAfterAll: (late) => `${cameAfterAll(late)}. ${waysOutOf(late)}.`,
    refundingAfterAll: (late) => `${cameAfterAll(late)}, och återbetalas.`,
    notPaidAfterAll: ({ amount, currency, saleId }) =>
      `Inte betalt ändå: kortbetalningen på ${format.money(amount, currency)} för köp ${saleId} står som betald här, men Dintero har inga pengar för den. Be kunden betala igen eller kräv in beloppet, och märk den som ordnad.`,
    partLost: ({ amount, currency, saleId }) =>
      `Inte betalt ändå: kortbetalningen på ${format.money(amount, currency)} i köp ${saleId} reserverades och släpptes sedan hos Dintero; inget är draget. Den är borttagen ur köpet, och beloppet ska betalas igen. Märk den som ordnad när det är gjort.`,
  };
}
