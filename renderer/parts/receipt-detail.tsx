import type { ReactNode } from 'react';
import type { ReceiptDetailView } from '../../preload/contract/refund.ts';
import { useFormats, useStrings } from '../words.ts';
import styles from './receipt-detail.module.css';

interface PartProps {
  readonly title: string;
  readonly rows: readonly { readonly key: string; readonly what: string; readonly more: readonly string[] }[];
}

function Part({ title, rows }: PartProps): ReactNode {
  if (rows.length === 0) return null;
  return (
    <section>
      <h3 className={styles.title}>{title}</h3>
      <ul className={styles.rows}>
        {rows.map(({ key, what, more }) => (
          <li key={key} className={styles.row}>
            <strong>{what}</strong>
            <span className={styles.more}>{more.filter((text) => text !== '').join(' · ')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Everything the journal holds about a receipt's sale: what may still go back, attempts, refunds and entries. */
export function ReceiptDetail({ detail }: { readonly detail: ReceiptDetailView }) {
  const { detail: strings } = useStrings();
  const formats = useFormats();
  return (
    <div className={styles.detail} role="region" aria-label={strings.title} tabIndex={0} data-first>
      <p>
        {strings.sale(detail.saleId)}
        {detail.returnOf !== null && ` · ${strings.returnOf(detail.returnOf)}`}
      </p>
      <Part
        title={strings.lines}
        rows={detail.lines.map((line) => ({
          key: line.lineId,
          what: `${formats.quantity(line.quantity)} × ${line.description}`,
          more: [
            formats.amount(line.amount),
            strings.vat(formats.rate(line.vatRate), formats.amount(line.vatAmount)),
            line.quantity > 0
              ? strings.left(formats.quantity(line.quantityLeft), formats.amount(line.amountLeft))
              : '',
          ],
        }))}
      />
      <Part
        title={strings.attempts}
        rows={detail.attempts.map((attempt) => ({
          key: attempt.attemptId,
          what: attempt.attemptId,
          more: [
            attempt.state,
            formats.amount(attempt.amount),
            formats.dayTime(attempt.at),
            attempt.sessionId ?? '',
            attempt.transactionId ?? '',
          ],
        }))}
      />
      <Part
        title={strings.refunds}
        rows={detail.refunds.map((refund) => ({
          key: refund.refundId,
          what: refund.refundId,
          more: [
            refund.state,
            formats.amount(refund.amount),
            formats.dayTime(refund.at),
            refund.receiptNumber === null ? '' : strings.receipt(refund.receiptNumber),
          ],
        }))}
      />
      <Part
        title={strings.exchanges}
        rows={detail.exchanges.map((number) => ({
          key: String(number),
          what: strings.receipt(number),
          more: [],
        }))}
      />
      <Part
        title={strings.entries}
        rows={detail.entries.map((entry) => ({
          key: String(entry.seq),
          what: `${String(entry.seq)} ${entry.kind}`,
          more: [formats.dayTime(entry.at), entry.operator ?? ''],
        }))}
      />
    </div>
  );
}
