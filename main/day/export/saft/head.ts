import { shopTime } from '../../../clock.ts';
import type { Seller } from '../../../journal/entries/sale.ts';
import { percent } from '../decimal.ts';
import type { Period } from '../period.ts';
import { fixedBasics, giftCardVat, groupCode, keyCode, standardVatCode } from './codes.ts';
import { nobody } from './employee.ts';
import type { Outline } from './outline.ts';
import { element, id, text } from './xml.ts';

export interface FileHead {
  readonly period: Period;
  /** UTC: when the export was made. */
  readonly createdAt: string;
  /** Of this file; that of the file before it for the second and later parts. */
  readonly previousSignature: string;
  readonly part: { readonly number: number; readonly of: number };
}

const namespace = 'urn:StandardAuditFile-Taxation-CashRegister:NO';

/** Everything before the first event. */
export function* head(outline: Outline, file: FileHead): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<auditfile xmlns="${namespace}">\n`;
  yield header(outline, file);
  yield '<company>\n';
  yield company(outline.seller);
  yield vatCodes(outline, file);
  yield* employees(outline);
  yield* articles(outline);
  yield* basics(outline);
  yield '<location>\n';
  yield element('name', text(outline.seller.name, 100));
  yield address(outline.seller);
  yield `\n<cashregister>\n${element('registerID', text(outline.tillId, 100))}\n`;
}

/** Everything after the last transaction. */
export const tail = '</cashregister>\n</location>\n</company>\n</auditfile>\n';

function header(outline: Outline, { period, createdAt, previousSignature, part }: FileHead): string {
  const created = shopTime(createdAt);
  const which = part.of === 1 ? '' : `Part ${part.number} of ${part.of}. `;
  const comment = `${which}Signature before the first in this file: ${previousSignature}`;
  return `<header>
${element('fiscalYear', period.from.slice(0, 4))}
${element('startDate', period.from)}
${element('endDate', period.to)}
${element('curCode', outline.currency)}
${element('dateCreated', created.date)}
${element('timeCreated', created.time)}
<softwareDesc>Kvitt</softwareDesc>
${element('softwareVersion', text(outline.version, 20))}
<softwareCompanyName>Kvitt</softwareCompanyName>
<auditfileVersion>1.0</auditfileVersion>
${element('headerComment', text(comment, 999))}
</header>
`;
}

function company(seller: Seller): string {
  const tax = seller.vatRegistered
    ? `<taxRegistrationCountry>NO</taxRegistrationCountry>\n${element('taxRegIdent', `${text(seller.organisationNumber, 35)}MVA`)}\n`
    : '';
  return `${element('companyIdent', text(seller.organisationNumber, 35))}
${element('companyName', text(seller.name, 100))}
${tax}${address(seller)}
`;
}

/** The address as the shop wrote it, line by line; a line with a postcode is told apart. */
function address({ address: lines }: Seller): string {
  const place = lines.map((line) => /^(\d{4}) (.+)$/u.exec(line)).find((found) => found !== null);
  const [street, ...more] = lines.filter((line) => line !== place?.[0]);
  return element(
    'streetAddress',
    [
      street === undefined ? '' : element('streetname', text(street, 100)),
      more.length === 0 ? '' : element('additionalAddressDetails', text(more.join(', '), 100)),
      element('city', text(place?.[2] ?? '', 50)),
      element('postalCode', text(place?.[1] ?? '', 20)),
      '<country>NO</country>',
    ].join(''),
  );
}

function vatCodes({ rates, giftCards, seller }: Outline, { period }: FileHead): string {
  const codes = [...rates].sort((one, other) => other - one);
  const detail = (code: string, description: string, standard: string): string =>
    element(
      'vatCodeDetail',
      `${element('vatCode', code)}${element('dateOfEntry', period.from)}${element(
        'vatDesc',
        description,
      )}${element('standardVatCode', standard)}`,
    );
  const details = [
    ...codes.map((rate) =>
      detail(percent(rate), `MVA ${percent(rate)} %`, standardVatCode(rate, seller.vatRegistered)),
    ),
    ...(giftCards ? [detail(giftCardVat.code, 'Gavekort, ikke omsetning', giftCardVat.standard)] : []),
  ];
  return `<vatCodeDetails>\n${details.join('\n')}\n</vatCodeDetails>\n`;
}

function* employees({ operators }: Outline): Generator<string> {
  if (operators.length === 0) return;
  yield '<employees>\n';
  const first = operators[0];
  for (const { operator, at } of [
    ...operators,
    ...(first === undefined ? [] : [{ operator: nobody, at: first.at }]),
  ]) {
    const { date, time } = shopTime(at);
    const name = operator === nobody ? 'Nobody logged in' : operator;
    yield `<employee>${element('empID', id(operator))}${element('dateOfEntry', date)}${element(
      'timeOfEntry',
      time,
    )}${element('surName', text(name, 100))}</employee>\n`;
  }
  yield '</employees>\n';
}

function* articles({ articles: known }: Outline): Generator<string> {
  yield '<articles>\n';
  for (const [articleId, { group, description, since }] of known) {
    yield `<article>${element('artID', id(articleId))}${element(
      'dateOfEntry',
      shopTime(since).date,
    )}${element('artGroupID', id(groupCode(group)))}${element('artDesc', text(description, 999))}</article>\n`;
  }
  yield '</articles>\n';
}

function* basics({ groups, keys }: Outline): Generator<string> {
  yield '<basics>\n';
  for (const group of groups) {
    // Which of the predefined groups a shop's own one belongs to is known to the shop alone.
    yield basic('04', id(groupCode(group)), '04999', group === '' ? 'Free amounts' : group);
  }
  for (const { type, id: code, predefined, description } of fixedBasics) {
    yield basic(type, code, predefined, description);
  }
  for (const [keyVersion, pem] of keys) {
    yield basic('16', id(keyCode(keyVersion)), null, `Public key (RSA, SPKI, base64): ${inOneLine(pem)}`);
  }
  yield '</basics>\n';
}

function basic(type: string, code: string, predefined: string | null, description: string): string {
  const standard = predefined === null ? '' : element('predefinedBasicID', predefined);
  return `<basic>${element('basicType', type)}${element('basicID', code)}${standard}${element(
    'basicDesc',
    text(description, 999),
  )}</basic>\n`;
}

function inOneLine(pem: string): string {
  return pem.replaceAll(/-----[A-Z ]+-----|\s/g, '');
}
