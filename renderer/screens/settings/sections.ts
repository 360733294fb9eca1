import type { ComponentType } from 'react';
import type { Strings } from '../../strings/index.ts';
import { Articles } from './articles.tsx';
import { About } from './about.tsx';
import { BooksSettings } from './books-settings.tsx';
import { Connection } from './connection.tsx';
import { CounterPc } from './counter-pc.tsx';
import { Differences } from './differences.tsx';
import { OperatorSettings } from './operator-settings.tsx';
import { PrinterSettings } from './printer-settings.tsx';
import { ReceiptSettings } from './receipt-settings.tsx';
import { RefundSettings } from './refund-settings.tsx';
import { SecondCopy } from './second-copy.tsx';
import { Shop } from './shop.tsx';
import { ThisTill } from './this-till.tsx';
import { UpdateSettings } from './update-settings.tsx';

interface Section {
  readonly name: keyof Strings['settings']['sections'];
  readonly Cards: ComponentType;
}

/** In the order in which they stand in the rail; the first is open at first. */
export const sections: readonly [Section, ...Section[]] = [
  { name: 'shop', Cards: Shop },
  { name: 'articles', Cards: Articles },
  { name: 'receipt', Cards: ReceiptSettings },
  { name: 'refund', Cards: RefundSettings },
  { name: 'printer', Cards: PrinterSettings },
  { name: 'operators', Cards: OperatorSettings },
  { name: 'books', Cards: BooksSettings },
  { name: 'differences', Cards: Differences },
  { name: 'copy', Cards: SecondCopy },
  { name: 'updates', Cards: UpdateSettings },
  { name: 'connection', Cards: Connection },
  { name: 'counterPc', Cards: CounterPc },
  { name: 'thisTill', Cards: ThisTill },
  { name: 'about', Cards: About },
];
