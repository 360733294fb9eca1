import { useState } from 'react';
import type { ReceiptView } from '../../preload/contract/view.ts';
import { printReceipt, saveReceipt, useBusy } from '../acts.ts';
import { ask } from '../place.ts';
import { useTill } from '../till.ts';
import { useStrings } from '../words.ts';
import { Button } from './button.tsx';
import { ExchangeForm } from './exchange-form.tsx';
import { Paper } from './paper.tsx';
import { ReceiptDetail } from './receipt-detail.tsx';
import styles from './receipt-open.module.css';
import { RefundForm } from './refund-form.tsx';

/** A receipt as it was printed, or everything about its sale, or what is to go back of it or be exchanged. */
export function ReceiptOpen({ receipt }: { readonly receipt: ReceiptView }) {
  const { receipts, refund, exchange, done, printer, detail: words } = useStrings();
  const mail = useTill((view) => view.printing.mail);
  const [shown, setShown] = useState<'paper' | 'detail' | 'refund' | 'exchange'>('paper');
  const busy = useBusy('receipt.print');
  const { summary, text, detail } = receipt;
  const { receiptNumber } = summary;
  if (shown === 'refund') {
    return <RefundForm summary={summary} detail={detail} onBack={() => setShown('paper')} />;
  }
  if (shown === 'exchange') {
    return <ExchangeForm receiptNumber={receiptNumber} detail={detail} onBack={() => setShown('paper')} />;
  }
  const sold = summary.kind !== 'return';
  return (
    <>
      {shown === 'paper' ? (
        <Paper text={text} label={`${done.receipt} ${receiptNumber}`} />
      ) : (
        <ReceiptDetail detail={detail} />
      )}
      <div className={styles.buttons}>
        <Button wide onClick={() => setShown(shown === 'paper' ? 'detail' : 'paper')}>
          {shown === 'paper' ? words.title : receipts.paper}
        </Button>
        <Button wide onClick={() => void saveReceipt(receiptNumber)}>
          {done.savePdf}
        </Button>
        <Button look="strong" wide off={busy} onClick={() => void printReceipt(receiptNumber)}>
          {done.print}
        </Button>
        {mail && (
          <Button wide onClick={() => ask({ kind: 'mail', receiptNumber })}>
            {printer.mailReceipt}
          </Button>
        )}
        {sold && (
          <>
            <Button look="strong" wide off={detail.left === 0} onClick={() => setShown('exchange')}>
              {exchange.exchange}
            </Button>
            <Button look="primary" wide off={detail.left === 0} onClick={() => setShown('refund')}>
              {refund.refund}
            </Button>
          </>
        )}
      </div>
    </>
  );
}
