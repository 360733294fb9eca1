import { cancelRows } from './cancel.ts';
import { cardRows } from './card.ts';
import { createRows } from './create.ts';
import { printerRows } from './printer.ts';
import type { Row } from './row.ts';
import { terminalRows } from './terminal.ts';
import { tillRows } from './till.ts';

/** The faults, list by list as field.md names them; those of refunds are not among them. */
export const table: readonly { readonly list: string; readonly rows: readonly Row[] }[] = [
  { list: 'The request for a session', rows: createRows },
  { list: 'The terminal', rows: terminalRows },
  { list: 'The card', rows: cardRows },
  { list: 'Cancelled, or too late', rows: cancelRows },
  { list: 'The till', rows: tillRows },
  { list: 'The printer and the drawer', rows: printerRows },
];
