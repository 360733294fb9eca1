import type { Element } from './xml-elements.ts';
import { textOf } from './xml-elements.ts';
import type { Findings } from './findings.ts';

/** The things that a SAF-T file explains once and refers to afterwards. */
export interface References {
  /** A basic, an employee, an article or a VAT code is explained. */
  explain(element: Element): void;
  /** Everything is explained: what was referred to before its turn is checked. */
  complete(): void;
  /** Checks what an event, a transaction or a report refers to, at any depth; `where` names it. */
  check(element: Element, where: string): void;
  /** The public key (SPKI, base64) that a key version stands for. */
  key(keyVersion: string): string | null;
  keys(): number;
}

/** Elements that name a basic, and of which type it must be. */
const basicTypes: Readonly<Record<string, string>> = {
  transType: '11',
  lineType: '05',
  artGroupID: '04',
  priceInquiryGroup: '04',
  dscTp: '08',
  paymentType: '12',
  eventType: '13',
};

/** The schema's own key references match nothing, being written without a namespace: this is what they were meant to be. */
export function createReferences(findings: Findings): References {
  const basics = new Map<string, Element>();
  const employees = new Set<string>();
  const articles = new Set<string>();
  const vatCodes = new Set<string>();

  /** Articles stand before the groups they belong to: a group, and an article that named it. */
  const groups = new Map<string, Element>();

  const once = (known: { has(id: string): boolean }, what: string, id: string): void => {
    findings.expect(!known.has(id), () => `${what} ${id} is explained twice.`);
  };

  const missing = (element: Element): string | null => {
    const { name, text } = element;
    const type = basicTypes[name];
    if (type !== undefined) {
      if (text === 'None') return null;
      const basic = basics.get(text);
      if (basic === undefined) return `${name} "${text}" is not among the basics`;
      return textOf(basic, 'basicType') === type ? null : `${name} "${text}" is a basic of another type`;
    }
    if (name === 'empID') return employees.has(text) ? null : `empID "${text}" is not among the employees`;
    if (name === 'artID') return articles.has(text) ? null : `artID "${text}" is not among the articles`;
    if (name === 'vatCode') return vatCodes.has(text) ? null : `vatCode "${text}" is not among the VAT codes`;
    return null;
  };

  const check = (element: Element, where: string): void => {
    for (const child of element.children) {
      const sentence = missing(child);
      if (sentence !== null) findings.add(`${where}: ${sentence}.`);
      check(child, where);
    }
  };

  return {
    explain: (element) => {
      switch (element.name) {
        case 'basic': {
          const id = textOf(element, 'basicID');
          once(basics, 'Basic', id);
          basics.set(id, element);
          return;
        }
        case 'employee':
          once(employees, 'Employee', textOf(element, 'empID'));
          employees.add(textOf(element, 'empID'));
          return;
        case 'article':
          once(articles, 'Article', textOf(element, 'artID'));
          articles.add(textOf(element, 'artID'));
          groups.set(textOf(element, 'artGroupID'), element);
          return;
        case 'vatCodeDetail':
          once(vatCodes, 'VAT code', textOf(element, 'vatCode'));
          vatCodes.add(textOf(element, 'vatCode'));
          return;
        default:
          return;
      }
    },
    complete: () => {
      for (const article of groups.values()) check(article, `Article ${textOf(article, 'artID')}`);
    },
    check,
    key: (keyVersion) => {
      const basic = basics.get(`KEY-${keyVersion}`);
      if (basic === undefined) return null;
      return textOf(basic, 'basicDesc').split(': ')[1] ?? null;
    },
    keys: () => [...basics.keys()].filter((id) => id.startsWith('KEY-')).length,
  };
}
