import { shopTime } from '../../../clock.ts';
import type { DayReport } from '../../../journal/entries/day-report.ts';
import type { EntryOf } from '../../../journal/source.ts';
import { ore, type Ore } from '../../../sale/money.ts';
import { kroner, percent } from '../decimal.ts';
import { groupCode, meansCodes } from './codes.ts';
import { nobody } from './employee.ts';
import { element, id, text } from './xml.ts';

/** A number of something and its amount in øre. */
interface Counted {
  readonly number: number;
  readonly amount: Ore;
}

const nothing: Counted = { number: 0, amount: ore(0) };

/**
 * A stored X or Z report (kassasystemforskrifta §§ 2-8-2 and 2-8-3), field by field. The file gives what was returned,
 * corrected and taken off as positive amounts; lists that may not be empty say None.
 */
export function eventReport(entry: EntryOf<'report.x' | 'report.z'>): string {
  const { report } = entry.body;
  const { date, time } = shopTime(entry.at);
  const reportId = entry.kind === 'report.z' ? `Z-${entry.body.number}` : `X-${entry.seq}`;
  const { grandTotals } = report;
  return element(
    'eventReport',
    [
      element('reportID', reportId),
      element('reportType', entry.kind === 'report.z' ? 'Z report' : 'X report'),
      element('companyIdent', text(report.seller.organisationNumber, 35)),
      element('companyName', text(report.seller.name, 100)),
      element('reportDate', date),
      element('reportTime', time),
      element('registerID', text(report.tillId, 100)),
      element('reportTotalCashSales', element('totalCashSaleAmnt', kroner(report.cashSales))),
      rows('reportArtGroup', 'artGroupID', 'artGroup', groupsOf(report.groups)),
      byOperator(report, 'reportEmpArtGroup', 'artGroupID', 'artGroup', ({ groups }) => groupsOf(groups)),
      rows('reportPayment', 'paymentType', 'payment', paymentsOf(report.payments)),
      byOperator(report, 'reportEmpPayment', 'paymentType', 'payment', ({ payments }) =>
        paymentsOf(payments),
      ),
      element('reportTip', pair('tip', report.tips)),
      vat(report),
      element('reportOpeningChangeFloat', kroner(report.openingFloat ?? ore(0))),
      floats(report),
      element('reportReceiptNum', String(report.salesReceipts)),
      element('reportOpenCashBoxNum', String(report.drawerOpenings)),
      pair('reportReceiptCopy', report.copies),
      pair('reportReceiptProforma', report.provisionalReceipts),
      pair('reportReturn', unsigned(report.returns)),
      pair('reportDiscount', report.discounts),
      pair('reportVoidTrans', report.aborted),
      rows('reportCorrLine', 'corrLineType', 'corrLine', typed(report.lineCorrections)),
      rows(
        'reportPriceInquiry',
        'priceInquiryGroup',
        'priceInquiry',
        report.priceEnquiries.map((one) => [groupCode(one.group), one]),
        'reportPriceInquiries',
      ),
      rows('reportOtherCorr', 'otherCorrType', 'otherCorr', typed(report.otherCorrections)),
      pair('reportReceiptDelivery', report.deliveryReceipts),
      pair('reportTraining', report.trainingReceipts),
      element('reportCreditSales', pair('creditSales', report.creditSales)),
      element('reportCreditMemos', pair('creditMemos', report.creditReturns)),
      rows('reportPayIn', 'payInType', 'payIn', typed(report.payIns)),
      rows('reportPayOut', 'payOutType', 'payOut', typed(report.payOuts)),
      element('reportGrandTotalSales', kroner(grandTotals.sales)),
      element('reportGrandTotalReturn', kroner(ore(0 - grandTotals.returns))),
      element('reportGrandTotalSalesNet', kroner(grandTotals.net)),
    ].join('\n'),
  );
}

type Row = readonly [type: string, counted: Counted];

function pair(name: string, { number, amount }: Counted): string {
  return `${element(`${name}Num`, String(number))}${element(`${name}Amnt`, kroner(amount))}`;
}

/** A list of at least one row, in an element named after many of them. */
function rows(name: string, type: string, prefix: string, given: readonly Row[], list = `${name}s`): string {
  const filled: readonly Row[] = given.length === 0 ? [['None', nothing]] : given;
  return element(
    list,
    filled
      .map(([code, counted]) => element(name, `${element(type, id(code))}${pair(prefix, counted)}`))
      .join(''),
  );
}

function groupsOf(groups: DayReport['groups']): Row[] {
  return groups.map((one) => [groupCode(one.group), one]);
}

function paymentsOf(payments: DayReport['payments']): Row[] {
  return payments.map((one) => [meansCodes[one.means], one]);
}

function typed(given: readonly (Counted & { readonly type: string })[]): Row[] {
  return given.map((one) => [one.type, one]);
}

function unsigned({ number, amount }: Counted): Counted {
  return { number, amount: ore(Math.abs(amount)) };
}

type OperatorPart = DayReport['operators'][number];

/** The same per operator, where anybody was logged in. */
function byOperator(
  { operators }: DayReport,
  name: string,
  type: string,
  prefix: string,
  of: (part: OperatorPart) => Row[],
): string {
  if (operators.every(({ operator }) => operator === null)) return '';
  const all = operators.flatMap((part) =>
    of(part).map(([code, counted]) =>
      element(
        name,
        `${element('empID', id(part.operator ?? nobody))}${element(type, id(code))}${pair(prefix, counted)}`,
      ),
    ),
  );
  return all.length === 0 ? '' : element(`${name}s`, all.join(''));
}

function vat(report: DayReport): string {
  const given = report.vat.map(({ rate, net, vat: amount }) =>
    element(
      'reportCashSaleVat',
      `${element('vatCode', percent(rate))}${element('vatPerc', percent(rate))}${element(
        'cashSaleAmnt',
        kroner(net),
      )}${element('vatAmnt', kroner(amount))}${element('vatAmntTp', amount < 0 ? 'D' : 'C')}`,
    ),
  );
  const none =
    '<reportCashSaleVat><vatPerc>0.00</vatPerc><cashSaleAmnt>0.00</cashSaleAmnt><vatAmnt>0.00</vatAmnt></reportCashSaleVat>';
  return element('reportCashSalesVat', given.length === 0 ? none : given.join(''));
}

function floats({ operators }: DayReport): string {
  const given = operators.flatMap(({ operator, openingFloat }) =>
    operator === null || openingFloat === null
      ? []
      : [
          element(
            'reportEmpOpeningChangeFloat',
            `${element('empID', id(operator))}${element('openingChangeFloatAmnt', kroner(openingFloat))}`,
          ),
        ],
  );
  return given.length === 0 ? '' : element('reportEmpOpeningChangeFloats', given.join(''));
}
