import { useEffect, useId, useRef } from 'react';
import type { CounterView } from '../../preload/contract/view.ts';
import { printGiftCard, printReceipt, saveReceipt, showQr, useBusy } from '../acts.ts';
import { newSale } from '../keys.ts';
import { Amount } from '../parts/amount.tsx';
import { Button } from '../parts/button.tsx';
import { Live } from '../parts/live.tsx';
import { ask } from '../place.ts';
import { Qr } from '../parts/qr.tsx';
import { useTill } from '../till.ts';
import { useFormats, useStrings } from '../words.ts';
import styles from './outcome.module.css';

interface DoneScreenProps {
  readonly counter: Extract<CounterView, { kind: 'done' }>;
}

/** A sale that is in the journal: what to hand back, the receipt, and the way to the next customer. */
export function DoneScreen({ counter: { receipt, notYetCaptured, giftCards } }: DoneScreenProps) {
  const { done, sale, exchange, giftCard, printer } = useStrings();
  const { qr, mail } = useTill((view) => view.printing);
  const formats = useFormats();
  const printing = useBusy('giftCard.print');
  const busy = useBusy('sale.startNew', 'receipt.print', 'receipt.qr');
  const ref = useRef<HTMLElement>(null);
  const titleId = useId();
  useEffect(() => ref.current?.focus(), []);
  const cash = receipt.paidBy === 'cash';
  const byGiftCard = receipt.paidBy === 'gift-card' ? giftCard.paid : done.approved;
  const paid = cash ? done.paidCash : byGiftCard;
  const beside = qr?.receiptNumber === receipt.receiptNumber ? qr : null;
  return (
    <section
      className={styles.outcome}
      data-tone="good"
      data-beside={beside !== null || undefined}
      ref={ref}
      tabIndex={-1}
      aria-labelledby={titleId}
    >
      <div className={styles.message}>
        <Live className={styles.said}>
          <div>
            <h1 id={titleId} className={styles.state}>
              {receipt.kind === 'exchange' ? exchange.done : paid}
            </h1>
            <p className={styles.receipt}>
              {done.receipt} {receipt.receiptNumber}
            </p>
          </div>
          {cash ? (
            <p className={styles.due} data-due>
              <span className={styles.dueName}>{done.change}</span> <Amount value={receipt.change} />
            </p>
          ) : (
            <p className={styles.due} data-due>
              <Amount value={receipt.total} />
            </p>
          )}
        </Live>
        <div className={styles.notes}>
          {cash && (
            <p>
              {sale.total} {formats.amount(receipt.total)}
            </p>
          )}
          {!cash && receipt.change !== 0 && (
            <p>
              {done.change} {formats.amount(receipt.change)}
            </p>
          )}
          {receipt.cardEnding !== null && <p>{done.card(receipt.cardEnding)}</p>}
          {notYetCaptured && <p className={styles.attention}>{done.notYetCaptured}</p>}
        </div>
      </div>
      {beside !== null && (
        <div className={styles.beside}>
          <Qr qr={beside} name={printer.qrOf(receipt.receiptNumber)} />
        </div>
      )}
      <div className={styles.buttons}>
        <Button look="strong" wide off={busy} onClick={() => void printReceipt(receipt.receiptNumber)}>
          {done.print}
        </Button>
        {giftCards.map((code) => (
          <Button key={code} look="strong" wide off={printing} onClick={() => void printGiftCard(code)}>
            {giftCard.printOne(giftCards.length > 1 ? code.slice(-4) : null)}
          </Button>
        ))}
        <Button look="strong" wide onClick={() => void saveReceipt(receipt.receiptNumber)}>
          {done.savePdf}
        </Button>
        <Button look="strong" wide off={busy} onClick={() => void showQr(receipt.receiptNumber)}>
          {printer.qr}
        </Button>
        {mail && (
          <Button
            look="strong"
            wide
            onClick={() => ask({ kind: 'mail', receiptNumber: receipt.receiptNumber })}
          >
            {printer.mailReceipt}
          </Button>
        )}
        <Button look="primary" wide hint="Enter" off={busy} onClick={newSale}>
          {done.newSale}
        </Button>
      </div>
    </section>
  );
}
