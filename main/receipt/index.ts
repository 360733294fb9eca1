export { escaped } from './escaped.ts';
export { exchangeReceiptOf, type Exchanged } from './exchanged.ts';
export { receiptOf, type Completed } from './model.ts';
export { referredTo } from './parts.ts';
export { plain } from './plain.ts';
export { printable } from './printable.ts';
export { returnReceiptOf, type Returned } from './returned.ts';
export type { Receipt } from './receipt.ts';
export { receiptText } from './text.ts';
