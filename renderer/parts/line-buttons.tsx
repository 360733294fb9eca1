import { useEffect, useRef } from 'react';
import type { LineView } from '../../preload/contract/view.ts';
import { act } from '../acts.ts';
import { ask } from '../place.ts';
import { useFormats, useStrings } from '../words.ts';
import { Button } from './button.tsx';
import styles from './line-buttons.module.css';

const one = 1000;

interface LineActs {
  readonly more: () => void;
  readonly fewer: () => void;
  readonly setQuantity: () => void;
  readonly discount: () => void;
  readonly change: () => void;
  readonly remove: () => void;
}

/** What can be done with a line; nothing happens while there is none. */
export function useLineActs(line: LineView | null): LineActs {
  // Presses faster than the till's answer add up instead of asking for the same quantity twice.
  const wanted = useRef(0);
  useEffect(() => {
    wanted.current = line?.quantity ?? 0;
  }, [line]);
  const on = (what: (line: LineView) => void) => () => {
    if (line !== null) what(line);
  };
  // What comes back was sold as it was: it can only be left out of the exchange again.
  const onSold = (what: (line: LineView) => void) => on((of) => (of.quantity > 0 ? what(of) : undefined));
  return {
    more: () => {
      if (line === null || line.quantity <= 0) return;
      wanted.current += one;
      void act('sale.setQuantity', { lineId: line.lineId, quantity: wanted.current, reason: null });
    },
    fewer: onSold((of) => {
      if (of.quantity > one) ask({ kind: 'fewer', line: of, quantity: of.quantity - one });
      else ask({ kind: 'remove-line', line: of });
    }),
    setQuantity: onSold((of) => ask({ kind: 'quantity', line: of })),
    discount: onSold((of) => ask({ kind: 'discount', line: of })),
    change: onSold((of) => ask({ kind: 'line', line: of })),
    remove: on((of) => ask({ kind: 'remove-line', line: of })),
  };
}

interface LineButtonsProps {
  readonly line: LineView | null;
  readonly acts: LineActs;
}

/** The buttons for the chosen line. They stay where they are while lines come and go. */
export function LineButtons({ line, acts }: LineButtonsProps) {
  const { sale, lines } = useStrings();
  const formats = useFormats();
  const off = line === null;
  const fixed = off || line.quantity <= 0;
  const quantity = formats.quantity(line?.quantity ?? 0);
  return (
    <div className={styles.buttons} role="group" aria-label={line?.description ?? sale.basket}>
      <Button off={fixed} onClick={acts.fewer} aria-label={sale.fewer}>
        −
      </Button>
      <Button off={fixed} onClick={acts.setQuantity} aria-label={`${sale.quantity} ${quantity}`}>
        <span className={styles.quantity}>{quantity}</span>
      </Button>
      <Button off={fixed} onClick={acts.more} aria-label={sale.more}>
        +
      </Button>
      <Button wide off={fixed} onClick={acts.discount} aria-label={sale.lineDiscount}>
        %
      </Button>
      <Button wide off={fixed} onClick={acts.change} aria-label={lines.change}>
        ✎
      </Button>
      <Button wide off={off} onClick={acts.remove}>
        {sale.removeLine}
      </Button>
    </div>
  );
}
