import type { NotPaidOutcome, UndecidedWhy } from '../../journal/entries/attempt.ts';
import { pick } from '../detail.ts';
import type { Format } from '../format.ts';
import type { LateApproval, NotPaidCode, Words } from '../words.ts';

const waysOn =
  'Kassen fortsetter å spørre Dintero. Du kan vente, sette salget til side og ta neste kunde, eller avgjøre det for hånd. Ikke belast kortet på nytt.';

const undecided: Readonly<Record<UndecidedWhy, string>> = {
  'create-answer-lost':
    'Forespørselen ble sendt, men svaret fra Dintero kom bort, så terminalen kan be om kortet nå.',
  'patience-over': 'Det har ikke kommet noe resultat fra terminalen på lenge.',
  'unknown-status': 'Dintero melder en tilstand som denne kassen ikke kjenner.',
  'amount-differs': 'Dintero melder et annet beløp enn kassen ba om.',
  'currency-differs': 'Dintero melder en annen valuta enn salgets.',
  'reference-differs': 'Dintero melder en betaling med en annen referanse enn denne.',
  'on-hold': 'Dintero holder betalingen tilbake for kontroll.',
  'several-transactions': 'Dintero har flere betalinger for dette ene forsøket.',
  'session-not-found': 'Dintero finner ikke denne betalingen ennå.',
};

const notPaid: Readonly<Record<Exclude<NotPaidCode, 'refused'>, string>> = {
  'declined-by-card':
    'Kundens bank avviste betalingen; ingenting er trukket. Prøv et annet kort, eller ta kontant.',
  'wrong-pin':
    'PIN-koden var feil og betalingen ble avvist; ingenting er trukket. Prøv igjen, eller ta kontant.',
  'cancelled-at-till':
    'Betalingen ble avbrutt her i kassen: salget er ikke betalt. Gå tilbake til salget, eller start en ny betaling.',
  'cancelled-at-terminal':
    'Betalingen ble avbrutt på terminalen: salget er ikke betalt. Prøv igjen, eller ta kontant.',
  expired: 'Ingen brukte kort før tiden gikk ut: salget er ikke betalt. Prøv igjen, eller ta kontant.',
  'not-sent':
    'Betalingen forlot aldri denne kassen, så ingenting er trukket: det er trygt å prøve igjen, eller ta kontant.',
  'terminal-busy':
    'Terminalen er opptatt med noe annet; ingenting er trukket. Gjør ferdig det som står på den, og prøv igjen.',
  'terminal-offline':
    'Terminalen har ikke forbindelse; ingenting er trukket. Sjekk strøm og nett på den og prøv igjen, eller ta kontant.',
  'asked-to-wait':
    'Dintero ba kassen vente litt; ingenting er trukket. Vent et halvt minutt og prøv igjen, eller ta kontant.',
  'transaction-failed':
    'Terminalen fikk ikke fullført betalingen, kanskje fordi kortet ble tatt ut for tidlig: salget er ikke betalt. Prøv igjen, eller ta kontant.',
  voided:
    'Betalingen ble avbrutt, og ingenting er trukket: salget er ikke betalt. Gå tilbake til salget, eller start en ny betaling.',
  'decided-not-paid':
    'En person har avgjort at denne betalingen ikke skjedde. Kassen følger med videre og varsler hvis Dintero sier noe annet.',
  offline:
    'Kassen når ikke Dintero, så kortet ble ikke bedt om; ingenting er trukket. Ta kontant, eller vent.',
};

const general: Readonly<Record<NotPaidOutcome, string>> = {
  declined: 'Betalingen ble avvist; ingenting er trukket. Prøv et annet kort, eller ta kontant.',
  failed: 'Betalingen mislyktes: salget er ikke betalt. Prøv igjen, eller ta kontant.',
  cancelled: 'Betalingen ble avbrutt: salget er ikke betalt. Prøv igjen, eller ta kontant.',
  expired: notPaid.expired,
};

function waysOutOf({ canAttach, canRefund, reserved }: LateApproval): string {
  if (reserved) {
    const wait =
      'Dintero har foreløpig bare reservert beløpet: kassen følger det, tilbyr refusjon når det er trukket, og avslutter dette varselet når det er sluppet. Skal det slippes nå, kanseller betalingen i Dintero Backoffice';
    return canAttach ? `Fullfør salget hvis kunden har fått varene; ellers vent. ${wait}` : wait;
  }
  if (canAttach) {
    return canRefund
      ? 'Fullfør salget hvis kunden har fått varene; ellers refunder den'
      : 'Fullfør salget hvis kunden har fått varene; ellers refunder den hos Dintero og merk den som ordnet';
  }
  return canRefund ? 'Refunder den' : 'Refunder den hos Dintero og merk den som ordnet';
}

/** What the till says about a card payment, in bokmål. */
export function paymentWords(format: Format): Words['payment'] {
  const cameAfterAll = ({ amount, currency, saleId }: LateApproval): string =>
    `Betalt likevel: kortbetalingen på ${format.money(amount, currency)} for salg ${saleId} ble godkjent etter at den var gitt opp`;
  return {
    sending: 'Sender beløpet til terminalen.',
    presentCard: 'Terminalen viser beløpet: kunden kan holde frem, sette inn eller dra kortet nå.',
    cancelling:
      'Avbryter. Trykk også på den røde knappen på terminalen. Kassen leser av hva som virkelig skjedde: har kunden betalt, er salget betalt.',
    undecided: (why) => `${undecided[why]} ${waysOn}`,
    cancelAsked:
      'Det er bedt om å avbryte: Dintero får beskjed så snart betalingen er funnet, og så leses det av hva som virkelig skjedde.',
    notPaid: (outcome, code, detail = '') => {
      if (code !== 'refused') return pick(notPaid, code, general[outcome]);
      const because = detail === '' ? '' : ` (${detail})`;
      return `Dintero avslo forespørselen${because}; ingenting er trukket. Sjekk butikk, terminal og utbetalingsmål under Innstillinger, eller ta kontant.`;
    },
    notYetCaptured:
      'Kunden har betalt, men beløpet er ennå ikke trukket hos Dintero: kassen følger det til det er gjort.',
    paidAfterAll: (late) => `${cameAfterAll(late)}. ${waysOutOf(late)}.`,
    refundingAfterAll: (late) => `${cameAfterAll(late)}, og blir refundert.`,
    notPaidAfterAll: ({ amount, currency, saleId }) =>
      `Ikke betalt likevel: kortbetalingen på ${format.money(amount, currency)} for salg ${saleId} står som betalt her, men Dintero har ingen penger for den. Be kunden betale på nytt eller krev beløpet inn, og merk den som ordnet.`,
    partLost: ({ amount, currency, saleId }) =>
      `Ikke betalt likevel: kortbetalingen på ${format.money(amount, currency)} i salg ${saleId} ble reservert og så sluppet hos Dintero; ingenting er trukket. Beløpet er tatt ut av salget og skal betales på nytt. Merk den som ordnet når det er gjort.`,
  };
}
