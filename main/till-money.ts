import { randomInt, randomUUID } from 'node:crypto';
import { alarmCalls } from './counter/alarm-calls.ts';
import type { Handlers } from './counter/calls.ts';
import { cardCalls } from './counter/card-calls.ts';
import { caseCalls } from './counter/case-calls.ts';
import { dayCalls } from './counter/day-calls.ts';
import { exchangeCalls } from './counter/exchange-calls.ts';
import { partCalls } from './counter/part-calls.ts';
import { otherTillCalls } from './counter/other-till-calls.ts';
import { giftCardCalls } from './counter/gift-card-calls.ts';
import { paymentCalls } from './counter/payment-calls.ts';
import { isTerminalTaken, refundCalls } from './counter/refund-calls.ts';
import { basketLocked, saleCalls } from './counter/sale-calls.ts';
import type { Work } from './till-work.ts';

/** What takes money, gives it back and counts it, as the window may ask for it. */
export function moneyCalls(work: Work) {
  const { parts, shop, counter, operators, printing, asking, dayExports } = work;
  const { settings, identity, journal, dintero, clock, mode } = parts;
  const { name: operator, authorise } = operators;
  const { runner, refunds } = asking;
  const { words, language, ready, conclude, refundOrder, stopped, noNewSale, onChange, onJournalError } =
    work;
  const givingBack = {
    refunds,
    tillId: identity.tillId,
    terminalId: settings.store.terminalId,
    atTerminal: settings.dintero.refundAtTerminal,
    authorise,
    stopped,
    operator,
  };
  const refunding = {
    ...givingBack,
    terminalTaken: () => runner.holding() !== null,
    show: work.showRefund,
    ready,
  };

  return {
    ...saleCalls({
      counter,
      journal,
      runner,
      words,
      labelRules: () => shop.now('labels').rules,
      stopped,
      noNewSale,
      operator,
      authorise,
    }),
    ...paymentCalls({
      counter,
      journal,
      runner,
      settings,
      reach: asking.reach,
      probe: asking.probe.ask,
      ready,
      lostTail: asking.lostTail.look,
      stopped,
      refundAtTerminal: () => isTerminalTaken(refunds),
      onJournalError,
      operator,
      authorise,
    }),
    ...giftCardCalls({
      counter,
      journal,
      runner,
      printing,
      clock,
      tillId: identity.tillId,
      currency: settings.currency,
      settings: () => shop.now('giftCards'),
      newFigures: () => String(randomInt(10 ** 10)).padStart(10, '0'),
      words,
      locked: () => basketLocked({ counter, journal, stopped }),
      noNewSale,
      stopped,
      ready,
      operator,
      authorise,
    }),
    ...partCalls({ ...givingBack, counter, journal, runner }),
    ...alarmCalls({ ...givingBack, counter, journal, runner, ready, conclude, onJournalError }),
    ...caseCalls({
      journal,
      matching: asking.matching,
      reach: asking.reach,
      operator,
      authorise,
      onChange,
      onJournalError,
    }),
    ...refundCalls({ ...refunding, journal, refundOrder }),
    ...otherTillCalls({
      ...refunding,
      journal,
      dintero,
      own: { tillId: identity.tillId, storeId: settings.store.id, currency: settings.currency },
    }),
    ...exchangeCalls({
      ...refunding,
      journal,
      counter,
      refundOrder,
      locked: () => basketLocked({ counter, journal, stopped }),
      noNewSale,
    }),
    ...cardCalls({
      journal,
      matching: asking.matching,
      payouts: asking.payouts,
      reach: asking.reach,
      operator,
    }),
    ...dayCalls({
      journal,
      matching: asking.matching,
      clock,
      seller: settings.seller,
      tillId: identity.tillId,
      training: mode === 'training',
      currency: settings.currency,
      openRefunds: () =>
        journal.read.openRefunds().flatMap((refundId) => refunds.standing(refundId)?.refund ?? []),
      language,
      words,
      operator,
      authorise,
      stopped,
      openDrawer: printing.openDrawer,
      terminal: { dintero, terminalId: settings.store.terminalId, newKey: randomUUID, operator },
      asksTerminal: () => shop.now('closing').terminalTotals,
      eachHasADrawer: () => shop.now('closing').drawers === 'operator',
      dayExports,
      onClosed: () => {
        counter.refresh();
        dayExports.now();
      },
      onChange,
      onJournalError,
    }),
  } satisfies Partial<Handlers>;
}
