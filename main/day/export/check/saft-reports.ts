import type { Findings } from './findings.ts';
import { allOf, type Element, oreOf, textOf } from './xml-elements.ts';

/** Follows the X and Z reports of a file: each in itself, and the Z reports one after the other. */
export interface ReportWalk {
  take(report: Element, registerId: string): void;
  reports(): { readonly x: number; readonly z: number };
}

export function createReportWalk(findings: Findings): ReportWalk {
  const seen = new Set<string>();
  let x = 0;
  let z = 0;
  let before: { readonly number: number; readonly net: number } | null = null;

  const follow = (report: Element, id: string): void => {
    const number = Number(/(\d+)$/.exec(id)?.[1] ?? '0');
    const net = oreOf(report, 'reportGrandTotalSalesNet');
    const last = before;
    before = { number, net };
    if (last === null) return;
    findings.expect(
      number === last.number + 1,
      () => `Report ${id} does not follow Z report ${last.number}.`,
    );
    findings.expect(
      net - last.net === totalOf(report),
      () => `Report ${id}: the grand total did not grow by the day's cash sales.`,
    );
  };

  return {
    take: (report, registerId) => {
      const id = textOf(report, 'reportID');
      findings.expect(!seen.has(id), () => `Report ${id} is there twice.`);
      seen.add(id);
      findings.expect(
        textOf(report, 'registerID') === registerId,
        () => `Report ${id} is of cash register ${textOf(report, 'registerID')}.`,
      );
      checkReport(report, id, findings);
      if (textOf(report, 'reportType') === 'X report') x += 1;
      else {
        z += 1;
        follow(report, id);
      }
    },
    reports: () => ({ x, z }),
  };
}

function totalOf(report: Element): number {
  return sumOf(allOf(report, 'reportTotalCashSales'), 'totalCashSaleAmnt');
}

function sumOf(elements: readonly Element[], name: string): number {
  return elements.reduce((total, element) => total + oreOf(element, name), 0);
}

function checkReport(report: Element, id: string, findings: Findings): void {
  const total = totalOf(report);
  const equal = (amount: number, what: string): void => {
    findings.expect(amount === total, () => `Report ${id}: ${what} do not add up to the cash sales.`);
  };
  equal(sumOf(allOf(report, 'reportArtGroup'), 'artGroupAmnt'), 'the article groups');
  const vat = allOf(report, 'reportCashSaleVat');
  equal(sumOf(vat, 'cashSaleAmnt') + sumOf(vat, 'vatAmnt'), 'the VAT rates');
  const byOperator = allOf(report, 'reportEmpArtGroup');
  if (byOperator.length > 0) equal(sumOf(byOperator, 'artGroupAmnt'), 'the operators');
  const [sales, returned, net] = [
    'reportGrandTotalSales',
    'reportGrandTotalReturn',
    'reportGrandTotalSalesNet',
  ].map((name) => oreOf(report, name));
  findings.expect(
    (sales ?? 0) - (returned ?? 0) === net,
    () => `Report ${id}: the net grand total is not sales less returns.`,
  );
}
