import { useState } from 'react';
import type { ReceiptDetailView } from '../../preload/contract/refund.ts';
import { actOnce, useBusy } from '../acts.ts';
import { go } from '../place.ts';
import { useStrings } from '../words.ts';
import { Button } from './button.tsx';
import { Field } from './field.tsx';
import styles from './refund-form.module.css';
import { allOf, type Quantities, ReturnLine, ReturnLinesHead, wantedBy, wishOf } from './return-lines.tsx';

interface ExchangeFormProps {
  readonly receiptNumber: number;
  readonly detail: ReceiptDetailView;
  readonly onBack: () => void;
}

/** What of a receipt comes back for something else: it goes into the basket, where the new goods are scanned. */
export function ExchangeForm({ receiptNumber, detail, onBack }: ExchangeFormProps) {
  const { refund, exchange } = useStrings();
  const [typed, setTyped] = useState<Quantities>({});
  const [reason, setReason] = useState('');
  const busy = useBusy('exchange.takeBack');
  const wanted = wantedBy(wishOf(detail.lines, typed));
  const ready = wanted !== null && reason.trim() !== '';
  const take = async (): Promise<void> => {
    if (wanted === null || !ready) return;
    const { left } = detail;
    if (await actOnce('exchange.takeBack', { receiptNumber, wanted, reason: reason.trim(), left })) {
      go('counter');
    }
  };
  return (
    <form
      className={styles.form}
      aria-label={exchange.title(receiptNumber)}
      onSubmit={(event) => {
        event.preventDefault();
        void take();
      }}
    >
      <div className={styles.fields}>
        <div className={styles.head}>
          <h2 className={styles.title}>{exchange.title(receiptNumber)}</h2>
          <Button onClick={() => setTyped(allOf(detail.lines))}>{exchange.all}</Button>
        </div>
        <ReturnLinesHead label={exchange.quantity} />
        {detail.lines
          .filter(({ quantity }) => quantity > 0)
          .map((line) => (
            <ReturnLine
              label={exchange.quantity}
              key={line.lineId}
              line={line}
              value={typed[line.lineId] ?? ''}
              onChange={(value) => setTyped({ ...typed, [line.lineId]: value })}
            />
          ))}
        <Field label={refund.reason} value={reason} onChange={setReason} maxLength={200} />
        <div className={styles.reasons}>
          {exchange.reasons.map((usual) => (
            <Button key={usual} onClick={() => setReason(usual)}>
              {usual}
            </Button>
          ))}
        </div>
      </div>
      <p className={styles.said}>{exchange.hint}</p>
      <div className={styles.buttons}>
        <Button look="strong" wide onClick={onBack}>
          {refund.back}
        </Button>
        <Button type="submit" look="primary" wide off={!ready || busy}>
          {exchange.take}
        </Button>
      </div>
    </form>
  );
}
