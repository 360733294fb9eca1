import type { ReceiptLineView, WantedAsk } from '../../preload/contract/refund.ts';
import { isWrong, readQuantity, typedQuantity } from '../numbers.ts';
import { useFormats, useStrings } from '../words.ts';
import { Button } from './button.tsx';
import { Field } from './field.tsx';
import styles from './refund-form.module.css';

/** What was typed beside each line. */
export type Quantities = Readonly<Record<string, string>>;

/** What is to go back, as text, so that two that are the same compare as the same; empty for nothing. */
export type Wish = string;

/** What was typed beside the lines; nothing while one of them cannot be read. */
export function wishOf(lines: readonly ReceiptLineView[], typed: Quantities): Wish {
  if (lines.some(({ lineId }) => isWrong('quantity', typed[lineId] ?? ''))) return '';
  return lines
    .flatMap(({ lineId }) => {
      const quantity = readQuantity(typed[lineId] ?? '');
      return quantity === null ? [] : [`${lineId}:${quantity}`];
    })
    .join(' ');
}

/** The same as the till is asked for it. */
export function wantedBy(wish: Wish): WantedAsk | null {
  if (wish === '') return null;
  if (!wish.includes(':')) return { kind: 'amount', amount: Number(wish) };
  const lines = wish.split(' ').map((piece) => {
    const [lineId = '', quantity = ''] = piece.split(':');
    return { lineId, quantity: Number(quantity) };
  });
  return { kind: 'lines', lines };
}

/** What is typed beside the lines, over all of them. */
export function ReturnLinesHead({ label }: { readonly label: string }) {
  return (
    <p className={styles.column} aria-hidden="true">
      {label}
    </p>
  );
}

interface ReturnLineProps {
  readonly label: string;
  readonly line: ReceiptLineView;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One line of a receipt, and how much of it comes back. */
export function ReturnLine({ label, line, value, onChange }: ReturnLineProps) {
  const { refund, sale } = useStrings();
  const formats = useFormats();
  const quantity = readQuantity(value) ?? 0;
  const step = (by: number): void => {
    const next = Math.max(0, Math.min(line.quantityLeft, quantity + by));
    onChange(next === 0 ? '' : typedQuantity(next));
  };
  return (
    <div role="group" aria-label={line.description} className={styles.line}>
      <p className={styles.what}>
        <span className={styles.name}>{line.description}</span>
        <span className={styles.left}>
          {refund.lineLeft(formats.quantity(line.quantityLeft), formats.amount(line.amountLeft))}
        </span>
      </p>
      <Button aria-label={sale.fewer} off={quantity === 0} onClick={() => step(-1000)}>
        −
      </Button>
      <Field
        label={label}
        inColumn
        value={value}
        onChange={onChange}
        inputMode="none"
        pad
        data-first={line.quantityLeft > 0 || undefined}
        figures="quantity"
        maxLength={8}
        disabled={line.quantityLeft === 0}
      />
      <Button aria-label={sale.more} off={quantity >= line.quantityLeft} onClick={() => step(1000)}>
        +
      </Button>
    </div>
  );
}

/** Everything that is left, as it would be typed. */
export function allOf(lines: readonly ReceiptLineView[]): Quantities {
  return Object.fromEntries(
    lines.map(({ lineId, quantityLeft }) => [lineId, quantityLeft === 0 ? '' : typedQuantity(quantityLeft)]),
  );
}
