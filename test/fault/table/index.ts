import { cancelRows } from './cancel.ts';
import { cardRows } from './card.ts';
import { createRows } from './create.ts';
import { partRows } from './parts.ts';
import { printerRows } from './printer.ts';
import { refundRows } from './refund.ts';
import type { Row } from './row.ts';
import { terminalRows } from './terminal.ts';
import { tillRows } from './till.ts';

/** The faults that are played over HTTP, list by list. */
export const table: readonly { readonly list: string; readonly rows: readonly Row[] }[] = [
  { list: 'The request for a session', rows: createRows },
  { list: 'The terminal', rows: terminalRows },
  { list: 'The card', rows: cardRows },
  { list: 'Cancelled, or too late', rows: cancelRows },
  { list: 'A sale in parts, and an exchange', rows: partRows },
  { list: 'A refund', rows: refundRows },
  { list: 'The till', rows: tillRows },
  { list: 'The printer and the drawer', rows: printerRows },
];
