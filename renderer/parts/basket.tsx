import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useLayoutEffect, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { LineView, SaleView } from '../../preload/contract/view.ts';
import { holdBasket } from '../focus.ts';
import { keyActOf } from '../key-table.ts';
import { afterKey } from '../lists/keys.ts';
import { chooseLine, usePlace } from '../place.ts';
import { useFormats, useStrings } from '../words.ts';
import styles from './basket.module.css';
import { LastSale } from './last-sale.tsx';
import { LineButtons, useLineActs } from './line-buttons.tsx';
import { RungUp } from './rung-up.tsx';

/** A line of which there is nothing more to say than its name. */
const lineHeight = 54;
/** Lines that are drawn above and below those in view. */
const spare = 6;

interface LineProps {
  readonly line: LineView;
  readonly index: number;
  readonly of: number;
  readonly top: number;
  readonly chosen: boolean;
  readonly measure: (element: HTMLElement | null) => void;
}

const Line = memo(function Line({ line, index, of, top, chosen, measure }: LineProps) {
  const formats = useFormats();
  const { sale, lines, exchange } = useStrings();
  return (
    <div
      ref={measure}
      id={`line-${line.lineId}`}
      role="option"
      aria-selected={chosen}
      aria-posinset={index + 1}
      aria-setsize={of}
      className={styles.line}
      data-index={index}
      style={{ top }}
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
  const [list, setList] = useState<HTMLElement | null>(null);
  useEffect(() => {
    holdBasket(list);
    return () => holdBasket(null);
  }, [list]);
  const at = chosen === null ? -1 : lines.indexOf(chosen);
  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
    count: lines.length,
    getScrollElement: () => list,
    getItemKey: (index) => lines[index]?.lineId ?? index,
    estimateSize: () => lineHeight,
    overscan: spare,
    // The line that a screen reader is told of is always there to be told of.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), ...(at < 0 ? [] : [at])])].sort((a, b) => a - b),
  });
  // A line that is new, chosen or changed is in view.
  useLayoutEffect(() => {
    if (at >= 0) virtualizer.scrollToIndex(at);
  }, [virtualizer, chosen, at]);
  // Where something comes to stand below it the list gets shorter: the chosen line is not to be lost by that.
  useEffect(() => {
    if (list === null) return undefined;
    const watching = new ResizeObserver(() => {
      if (at >= 0) virtualizer.scrollToIndex(at);
    });
    watching.observe(list);
    return () => watching.disconnect();
  }, [list, virtualizer, at]);
  const move = (key: string): void => {
    const goods = lines.filter((line) => !line.isDeposit);
    const from = goods.findIndex((line) => line === chosen);
    const page = Math.max(1, Math.floor((list?.clientHeight ?? 0) / lineHeight) - 1);
    const wanted = afterKey(key, from, goods.length, page) ?? from;
    const next = goods[Math.max(0, Math.min(goods.length - 1, wanted))];
    if (next !== undefined) chooseLine(next.lineId);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    switch (keyActOf(event, 'basket')) {
      case 'choose':
        move(event.key);
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
        ref={setList}
        role="listbox"
        aria-label={strings.basket}
        tabIndex={0}
        aria-activedescendant={chosen === null ? undefined : `line-${chosen.lineId}`}
        className={styles.lines}
        onKeyDown={onKeyDown}
      >
        <div className={styles.length} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ key, index, start }) => {
            const line = lines[index];
            return (
              line !== undefined && (
                <Line
                  key={key}
                  line={line}
                  index={index}
                  of={lines.length}
                  top={start}
                  chosen={line === chosen}
                  measure={virtualizer.measureElement}
                />
              )
            );
          })}
        </div>
      </div>
      {lines.length === 0 && (
        <div className={styles.empty}>
          <p>{strings.empty}</p>
          <LastSale />
        </div>
      )}
      <RungUp lines={sale.lines} />
      <LineButtons line={chosen} acts={acts} />
    </div>
  );
}
