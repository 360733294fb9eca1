import { type CheckReport, Findings } from './findings.ts';
import { createReferences } from './saft-references.ts';
import { createReportWalk } from './saft-reports.ts';
import { createTransactionWalk } from './saft-transactions.ts';
import { childrenOf, type Element, elementsOf, textOf } from './xml-elements.ts';

const wanted = new Set([
  'header',
  'vatCodeDetail',
  'employee',
  'article',
  'basic',
  'registerID',
  'event',
  'cashtransaction',
]);

/**
 * Checks a SAF-T Cash Register file for what its schema does not: references, sums, VAT, series of numbers, the chain of
 * signatures, and reports. The file is read as a stream and needs nothing beside it.
 */
export function checkSaft(texts: Iterable<string>): CheckReport {
  const findings = new Findings();
  const check = createSaftCheck(findings);
  try {
    for (const element of elementsOf(texts, wanted)) check.take(element);
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown;
    findings.add(`The file cannot be read further: ${thrown.message}`);
  }
  return { checked: check.checked(), wrong: findings.wrong };
}

function createSaftCheck(findings: Findings): { take(element: Element): void; checked(): string[] } {
  const references = createReferences(findings);
  const reports = createReportWalk(findings);
  let previousSignature = '0';
  let registerId = '';
  let events = 0;
  let lastEvent = 0;
  const transactions = createTransactionWalk(findings, references, () => previousSignature);

  const takeEvent = (event: Element): void => {
    const id = textOf(event, 'eventID');
    events += 1;
    findings.expect(Number(id) > lastEvent, () => `Event ${id} does not follow event ${lastEvent}.`);
    lastEvent = Number(id);
    references.check(event, `Event ${id}`);
    const taken = /receipts taken (\d+)/.exec(textOf(event, 'eventText'))?.[1];
    if (textOf(event, 'eventType') === 'RECOVERED' && taken !== undefined) {
      transactions.allowGapTo(Number(taken));
    }
    for (const report of childrenOf(event, 'eventReport')) reports.take(report, registerId);
  };

  return {
    take: (element) => {
      switch (element.name) {
        case 'header':
          previousSignature =
            /Signature before the first in this file: (\S+)/.exec(textOf(element, 'headerComment'))?.[1] ??
            '0';
          return;
        case 'registerID':
          registerId = element.text;
          references.complete();
          return;
        case 'event':
          takeEvent(element);
          return;
        case 'cashtransaction':
          transactions.take(element);
          return;
        default:
          references.explain(element);
      }
    },
    checked: () => {
      const numbers = transactions.numbers();
      const { x, z } = reports.reports();
      return [
        `${transactions.transactions()} transactions${
          numbers === null ? '' : ` (${numbers.first} to ${numbers.last})`
        }: numbers without a gap, lines, VAT, rounding and payments add up.`,
        references.keys() === 0
          ? 'Signatures were not checked: the file holds no public key.'
          : `${transactions.signatures()} signatures with ${references.keys()} public keys, each naming the one before it.`,
        `${events} events, ${x} X reports and ${z} Z reports: in order, and adding up.`,
        'Every code, employee, article and VAT code that is referred to is explained once.',
      ];
    },
  };
}
