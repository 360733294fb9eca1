export { escaped } from './escaped.ts';
export { receiptOf, type Completed } from './model.ts';
export { plain } from './plain.ts';
export { printable } from './printable.ts';
export { returnReceiptOf, type Returned } from './returned.ts';
export type { Receipt } from './receipt.ts';
export { receiptText } from './text.ts';
