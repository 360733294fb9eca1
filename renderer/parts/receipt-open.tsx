import { useEffect, useRef, useState } from 'react';
import type { ReceiptView } from '../../preload/contract/view.ts';
import { call, printReceipt, saveReceipt, showQr, useBusy } from '../acts.ts';
import { focusFirst } from '../focus.ts';
import { ask } from '../place.ts';
import { useTill } from '../till.ts';
import { useStrings } from '../words.ts';
import { Button } from './button.tsx';
import { ExchangeForm } from './exchange-form.tsx';
import { Paper } from './paper.tsx';
import { Qr } from './qr.tsx';
import { ReceiptDetail } from './receipt-detail.tsx';
import styles from './receipt-open.module.css';
import { RefundForm } from './refund-form.tsx';

/** What of an open receipt is shown. */
export type Shown = 'paper' | 'detail' | 'qr' | 'refund' | 'exchange';

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
      {(shown === 'paper' || shown === 'detail' || shown === 'qr') && (
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
  readonly shown: 'paper' | 'detail' | 'qr';
  readonly onBegin: (form: Shown) => void;
}

/** The receipt to read, and what may be done with it. */
function Sheet({ receipt, shown, onShow, onBegin }: SheetProps) {
  const { receipts, refund, exchange, done, printer, detail: words } = useStrings();
  const { mail, qr } = useTill((view) => view.printing);
  const busy = useBusy('receipt.print', 'receipt.qr');
  const { summary, text, detail } = receipt;
  const { receiptNumber } = summary;
  const sold = summary.kind !== 'return';
  const drawn = qr?.receiptNumber === receiptNumber ? qr : null;
  const turned = shown === 'qr' && drawn !== null;
  useEffect(() => {
    if (!turned) return undefined;
    void call('receipt.turnQr', { turned: true });
    return () => void call('receipt.turnQr', { turned: false });
  }, [turned]);
  /** What was drawn counts as issued: it is looked at again without being issued once more. */
  const seeQr = async (): Promise<void> => {
    if (drawn !== null || (await showQr(receiptNumber))) onShow('qr');
  };
  return (
    <>
      {shown === 'detail' ? (
        <ReceiptDetail detail={detail} />
      ) : shown === 'qr' && drawn !== null ? (
        <Qr qr={drawn} name={printer.qrOf(receiptNumber)} />
      ) : (
        <Paper text={text} label={`${done.receipt} ${receiptNumber}`} />
      )}
      <div className={styles.buttons} data-mail={mail || undefined}>
        <Button wide onClick={() => onShow(shown === 'paper' ? 'detail' : 'paper')}>
          {shown === 'paper' ? words.title : receipts.paper}
        </Button>
        <Button wide onClick={() => void saveReceipt(receiptNumber)}>
          {done.savePdf}
        </Button>
        <Button wide off={busy} onClick={() => void seeQr()}>
          {printer.qr}
        </Button>
        {mail && (
          <Button wide onClick={() => ask({ kind: 'mail', receiptNumber })}>
            {printer.mailReceipt}
          </Button>
        )}
        <Button look="strong" wide off={busy} onClick={() => void printReceipt(receiptNumber)}>
          {done.print}
        </Button>
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
