import { useEffect, useRef, useState } from 'react';
import type { ReceiptView } from '../../preload/contract/view.ts';
import { printReceipt, saveReceipt, useBusy } from '../acts.ts';
import { focusFirst } from '../focus.ts';
import { ask } from '../place.ts';
import { useTill } from '../till.ts';
import { useStrings } from '../words.ts';
import { Button } from './button.tsx';
import { ExchangeForm } from './exchange-form.tsx';
import { Paper } from './paper.tsx';
import { ReceiptDetail } from './receipt-detail.tsx';
import styles from './receipt-open.module.css';
import { RefundForm } from './refund-form.tsx';

/** What of an open receipt is shown. */
export type Shown = 'paper' | 'detail' | 'refund' | 'exchange';

interface ReceiptOpenProps {
  readonly receipt: ReceiptView;
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
}

/** A receipt as it was printed, or everything about its sale, or what is to go back of it or be exchanged. */
export function ReceiptOpen({ receipt, shown, onShow }: ReceiptOpenProps) {
  // A form that was left keeps what was typed into it.
  const [begun, setBegun] = useState<readonly Shown[]>([]);
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(shown);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    focusFirst(place.current);
  }, [shown]);
  const { summary, detail } = receipt;
  const { receiptNumber } = summary;
  const begin = (form: Shown): void => {
    setBegun([...begun, form]);
    onShow(form);
  };
  const back = (): void => onShow('paper');
  return (
    <div ref={place} className={styles.receipt}>
      {(shown === 'paper' || shown === 'detail') && (
        <Sheet receipt={receipt} shown={shown} onShow={onShow} onBegin={begin} />
      )}
      {begun.includes('refund') && (
        <div className={styles.receipt} hidden={shown !== 'refund'}>
          <RefundForm summary={summary} detail={detail} onBack={back} />
        </div>
      )}
      {begun.includes('exchange') && (
        <div className={styles.receipt} hidden={shown !== 'exchange'}>
          <ExchangeForm receiptNumber={receiptNumber} detail={detail} onBack={back} />
        </div>
      )}
    </div>
  );
}

interface SheetProps extends ReceiptOpenProps {
  readonly shown: 'paper' | 'detail';
  readonly onBegin: (form: Shown) => void;
}

/** The receipt to read, and what may be done with it. */
function Sheet({ receipt, shown, onShow, onBegin }: SheetProps) {
  const { receipts, refund, exchange, done, printer, detail: words } = useStrings();
  const mail = useTill((view) => view.printing.mail);
  const busy = useBusy('receipt.print');
  const { summary, text, detail } = receipt;
  const { receiptNumber } = summary;
  const sold = summary.kind !== 'return';
  return (
    <>
      {shown === 'paper' ? (
        <Paper text={text} label={`${done.receipt} ${receiptNumber}`} />
      ) : (
        <ReceiptDetail detail={detail} />
      )}
      <div className={styles.buttons}>
        <Button wide onClick={() => onShow(shown === 'paper' ? 'detail' : 'paper')}>
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
            <Button look="strong" wide off={detail.left === 0} onClick={() => onBegin('exchange')}>
              {exchange.exchange}
            </Button>
            <Button look="primary" wide off={detail.left === 0} onClick={() => onBegin('refund')}>
              {refund.refund}
            </Button>
          </>
        )}
      </div>
    </>
  );
}
