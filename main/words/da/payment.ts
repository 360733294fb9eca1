import type { NotPaidOutcome, UndecidedWhy } from '../../journal/entries/attempt.ts';
import { pick } from '../detail.ts';
import type { Format } from '../format.ts';
import type { LateApproval, NotPaidCode, Words } from '../words.ts';

const waysOn =
  'Kassen bliver ved at spørge Dintero. Du kan vente, lægge salget til side og tage den næste kunde, eller afgøre det manuelt. Træk ikke på kortet igen.';

const undecided: Readonly<Record<UndecidedWhy, string>> = {
  'create-answer-lost':
    'Anmodningen blev sendt, men Dinteros svar gik tabt, så terminalen kan bede om kortet nu.',
  'patience-over': 'Der er længe ikke kommet noget resultat fra terminalen.',
  'unknown-status': 'Dintero melder en tilstand, som kassen ikke kender.',
  'amount-differs': 'Dintero melder et andet beløb, end kassen bad om.',
  'currency-differs': 'Dintero melder en anden valuta end salgets.',
  'reference-differs': 'Dintero melder en betaling med en anden reference end denne.',
  'on-hold': 'Dintero holder betalingen tilbage til kontrol.',
  'several-transactions': 'Dintero har flere betalinger for dette ene forsøg.',
  'session-not-found': 'Dintero finder ikke denne betaling endnu.',
};

const notPaid: Readonly<Record<Exclude<NotPaidCode, 'refused'>, string>> = {
  'declined-by-card':
    'Kundens bank afviste betalingen; intet er trukket. Prøv et andet kort, eller tag kontanter.',
  'wrong-pin':
    'Pinkoden var forkert, og betalingen blev afvist; intet er trukket. Prøv igen, eller tag kontanter.',
  'cancelled-at-till':
    'Betalingen blev afbrudt her i kassen: salget er ikke betalt. Gå tilbage til salget, eller start en ny betaling.',
  'cancelled-at-terminal':
    'Betalingen blev afbrudt på terminalen: salget er ikke betalt. Prøv igen, eller tag kontanter.',
  expired: 'Ingen brugte kort, før tiden udløb: salget er ikke betalt. Prøv igen, eller tag kontanter.',
  'not-sent':
    'Betalingen forlod aldrig kassen, så intet er trukket: det er sikkert at prøve igen, eller tag kontanter.',
  'terminal-busy':
    'Terminalen er optaget af noget andet; intet er trukket. Gør det færdigt, der står på den, og prøv igen.',
  'terminal-offline':
    'Terminalen har ingen forbindelse; intet er trukket. Tjek dens strøm og net, og prøv igen, eller tag kontanter.',
  'asked-to-wait':
    'Dintero bad kassen vente lidt; intet er trukket. Vent et halvt minut, og prøv igen, eller tag kontanter.',
  'transaction-failed':
    'Terminalen fik ikke betalingen gennemført, måske fordi kortet blev taget ud for tidligt: salget er ikke betalt. Prøv igen, eller tag kontanter.',
  voided:
    'Betalingen blev afbrudt, og intet er trukket: salget er ikke betalt. Gå tilbage til salget, eller start en ny betaling.',
  'decided-not-paid':
    'En person har afgjort, at betalingen ikke skete. Kassen bliver ved at se efter og slår alarm, hvis Dintero siger noget andet.',
  offline:
    'Kassen kan ikke nå Dintero, så der blev ikke bedt om kortet; intet er trukket. Tag kontanter, eller vent.',
};

const general: Readonly<Record<NotPaidOutcome, string>> = {
  declined: 'Betalingen blev afvist; intet er trukket. Prøv et andet kort, eller tag kontanter.',
  failed: 'Betalingen mislykkedes: salget er ikke betalt. Prøv igen, eller tag kontanter.',
  cancelled: 'Betalingen blev afbrudt: salget er ikke betalt. Prøv igen, eller tag kontanter.',
  expired: notPaid.expired,
};

function waysOutOf({ canAttach, canRefund, reserved }: LateApproval): string {
  if (reserved) {
    const wait =
      'Dintero har indtil nu kun reserveret beløbet: kassen følger det, tilbyder tilbagebetaling, når det er trukket, og afslutter alarmen, når det er frigivet. Skal det frigives nu, så ophæv betalingen i Dintero Backoffice';
    return canAttach ? `Gennemfør salget, hvis kunden har fået varerne; vent ellers. ${wait}` : wait;
  }
  if (canAttach) {
    return canRefund
      ? 'Gennemfør salget, hvis kunden har fået varerne; tilbagebetal den ellers'
      : 'Gennemfør salget, hvis kunden har fået varerne; tilbagebetal den ellers hos Dintero, og markér den som ordnet';
  }
  return canRefund ? 'Tilbagebetal den' : 'Tilbagebetal den hos Dintero, og markér den som ordnet';
}

/** What the till says about a card payment, in Danish. */
export function paymentWords(format: Format): Words['payment'] {
  const cameAfterAll = ({ amount, currency, saleId }: LateApproval): string =>
    `Betalt alligevel: kortbetalingen på ${format.money(amount, currency)} for salg ${saleId} blev godkendt, efter at den var opgivet`;
  return {
    sending: 'Sender beløbet til terminalen.',
    presentCard: 'Terminalen viser beløbet: kunden kan vise, indsætte eller køre kortet nu.',
    cancelling:
      'Afbryder. Tryk også på den røde knap på terminalen. Kassen aflæser, hvad der virkelig skete: har kunden betalt, er salget betalt.',
    undecided: (why) => `${undecided[why]} ${waysOn}`,
    cancelAsked:
      'Der er bedt om at afbryde: Dintero får besked, så snart betalingen er fundet, og så aflæses det, hvad der virkelig skete.',
    notPaid: (outcome, code, detail = '') => {
      if (code !== 'refused') return pick(notPaid, code, general[outcome]);
      const because = detail === '' ? '' : ` (${detail})`;
      return `Dintero afviste anmodningen${because}; intet er trukket. Tjek butik, terminal og udbetalingsmål under Indstillinger, eller tag kontanter.`;
    },
    notYetCaptured:
      'Kunden har betalt, men beløbet er endnu ikke trukket hos Dintero: kassen følger det, til det er gjort.',
    paidAfterAll: (late) => `${cameAfterAll(late)}. ${waysOutOf(late)}.`,
    refundingAfterAll: (late) => `${cameAfterAll(late)}, og bliver tilbagebetalt.`,
    notPaidAfterAll: ({ amount, currency, saleId }) =>
      `Ikke betalt alligevel: kortbetalingen på ${format.money(amount, currency)} for salg ${saleId} står som betalt her, men Dintero har ingen penge for den. Bed kunden betale igen, eller opkræv beløbet, og markér den som ordnet.`,
    partLost: ({ amount, currency, saleId }) =>
      `Ikke betalt alligevel: kortbetalingen på ${format.money(amount, currency)} i salg ${saleId} blev reserveret og så sluppet hos Dintero; intet er trukket. Den er taget ud af salget, og beløbet skal betales igen. Markér den som ordnet, når det er gjort.`,
  };
}
