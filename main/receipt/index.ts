export { receiptHtml } from './html.ts';
export { receiptOf, type Completed } from './model.ts';
export type { Receipt } from './receipt.ts';
export { receiptText } from './text.ts';
