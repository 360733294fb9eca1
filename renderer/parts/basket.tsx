import { memo, useEffect, useLayoutEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import type { LineView, SaleView } from '../../preload/contract/view.ts';
import { holdBasket } from '../focus.ts';
import { keyActOf } from '../key-table.ts';
import { chooseLine, usePlace } from '../place.ts';
import { useFormats, useStrings } from '../words.ts';
import styles from './basket.module.css';
import { LastSale } from './last-sale.tsx';
import { LineButtons, useLineActs } from './line-buttons.tsx';

interface LineProps {
  readonly line: LineView;
  readonly chosen: boolean;
}

const Line = memo(function Line({ line, chosen }: LineProps) {
  const formats = useFormats();
  const { sale, lines, exchange } = useStrings();
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (chosen) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <div
      ref={ref}
      id={`line-${line.lineId}`}
      role="option"
      aria-selected={chosen}
      className={styles.line}
      data-back={line.quantity <= 0 || undefined}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => chooseLine(line.lineId)}
    >
      <span className={styles.quantity}>{formats.quantity(line.quantity)}</span>
      <span className={styles.what}>
        <span className={styles.name}>
          {line.quantity <= 0 && `${exchange.back} · `}
          {line.description}
        </span>
        {line.giftCard !== null && <span className={styles.detail}>{line.giftCard.code}</span>}
        {(line.note !== null || line.listPrice !== null) && (
          <span className={styles.detail}>
            {[line.note, line.listPrice === null ? null : lines.listPrice(formats.kroner(line.listPrice))]
              .filter((text) => text !== null)
              .join(' · ')}
          </span>
        )}
        {(line.quantity !== 1000 || line.reduction !== 0) && (
          <span className={styles.detail}>
            {line.quantity !== 1000 && `${formats.kroner(line.unitPrice)} ${sale.each}`}
            {line.quantity !== 1000 && line.reduction !== 0 && ' · '}
            {line.reduction !== 0 && (
              <span className={styles.reduction}>
                {sale.discounts} {formats.kroner(-line.reduction)}
              </span>
            )}
          </span>
        )}
      </span>
      <span className={styles.amount}>{formats.kroner(line.amount)}</span>
    </div>
  );
});

/** The line that the buttons act on: the one chosen, else the last. */
function useChosen(lines: readonly LineView[]): LineView | null {
  const lineId = usePlace((place) => place.lineId);
  // A deposit goes with its line and is never chosen by itself.
  const goods = lines.filter((line) => !line.isDeposit);
  return goods.find((line) => line.lineId === lineId) ?? goods.at(-1) ?? null;
}

/** What is being sold, newest last, and the buttons for the chosen line. */
export function Basket({ sale }: { readonly sale: SaleView }) {
  const strings = useStrings().sale;
  // What comes back stands first: what is scanned next is the last line, and chosen.
  const lines = [...(sale.exchange?.lines ?? []), ...sale.lines];
  const chosen = useChosen(lines);
  const acts = useLineActs(chosen);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    holdBasket(list.current);
    return () => holdBasket(null);
  }, []);
  // Where something comes to stand below it the list gets shorter: the chosen line is not to be lost by that.
  useEffect(() => {
    const of = list.current;
    if (of === null) return undefined;
    const watching = new ResizeObserver(() =>
      of.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }),
    );
    watching.observe(of);
    return () => watching.disconnect();
  }, []);
  const move = (by: number): void => {
    const goods = lines.filter((line) => !line.isDeposit);
    const next = goods[goods.findIndex((line) => line === chosen) + by];
    if (next !== undefined) chooseLine(next.lineId);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    switch (keyActOf(event, 'basket')) {
      case 'choose':
        move(event.key === 'ArrowUp' ? -1 : 1);
        break;
      case 'fewerOrMore':
        if (event.key === 'ArrowLeft' || event.key === '-') acts.fewer();
        else acts.more();
        break;
      case 'quantity':
        acts.setQuantity();
        break;
      case 'lineDiscount':
        acts.discount();
        break;
      case 'change':
        acts.change();
        break;
      case 'remove':
        acts.remove();
        break;
      default:
        return;
    }
    event.preventDefault();
  };
  return (
    <div className={styles.basket}>
      <div
        ref={list}
        role="listbox"
        aria-label={strings.basket}
        tabIndex={0}
        aria-activedescendant={chosen === null ? undefined : `line-${chosen.lineId}`}
        className={styles.lines}
        onKeyDown={onKeyDown}
      >
        {lines.map((line) => (
          <Line key={line.lineId} line={line} chosen={line === chosen} />
        ))}
      </div>
      {lines.length === 0 && (
        <div className={styles.empty}>
          <p>{strings.empty}</p>
          <LastSale />
        </div>
      )}
      <LineButtons line={chosen} acts={acts} />
    </div>
  );
}
