import { useCallback, useEffect, useState } from 'react';
import type { Ref } from 'react';
import type { ReceiptSummaryView } from '../../preload/contract/view.ts';
import { findReceipts, type FoundReceipts, type ReceiptSearch } from '../lists/receipts.ts';
import { useTill } from '../till.ts';
import { useFormats, useStrings } from '../words.ts';
import { atTop, type ListPlace, LongList, type LongListHandle } from './long-list.tsx';
import styles from './receipt-list.module.css';

/** Two lines of what a receipt is, where they do not fit into one. */
const rowHeight = 70;

interface Found extends FoundReceipts {
  readonly key: string;
}

/** The receipts found; what was found before stays until then. `onOnly` is called with one that was found alone. */
export function useReceipts(
  { text, kind, paidBy }: ReceiptSearch,
  onOnly: (receiptNumber: number) => Promise<void>,
): Found | null {
  const [found, setFound] = useState<Found | null>(null);
  const revision = useTill((view) => view.revision);
  useEffect(() => {
    let current = true;
    void findReceipts({ text, kind, paidBy }).then((next) => {
      if (!current || next === null) return;
      setFound({ ...next, key: JSON.stringify([text, kind, paidBy]) });
      if (next.only !== null) void onOnly(next.only.receiptNumber);
    });
    return () => {
      current = false;
    };
  }, [text, kind, paidBy, onOnly]);
  // Whatever happens in the till may have made a receipt.
  useEffect(() => {
    void found?.renew();
  }, [found, revision]);
  return found;
}

interface ReceiptListProps {
  readonly found: Found | null;
  /** The one that is open beside the list. */
  readonly open: number | null;
  readonly onOpen: (receiptNumber: number) => void;
  readonly ref: Ref<LongListHandle>;
}

/** Receipts, newest first. Each search is a list of its own, and is found again as it was left. */
export function ReceiptList({ found, open, onOpen, ref }: ReceiptListProps) {
  const { receipts: strings } = useStrings();
  const formats = useFormats();
  const [places] = useState(() => new Map<string, ListPlace>());
  const key = found?.key ?? '';
  const onPlace = useCallback((place: ListPlace) => places.set(key, place), [places, key]);
  const draw = useCallback(
    (receipt: ReceiptSummaryView) => (
      <span className={styles.receipt}>
        <strong className={styles.number}>{receipt.receiptNumber}</strong>{' '}
        <span className={styles.when}>
          {formats.dayTime(receipt.at)}
          <span className={styles.how}>
            {receipt.kind !== 'sale' && `${strings[receipt.kind]} · `}
            {strings.paid[receipt.paidBy]}
            {receipt.cardEnding !== null && ` ${receipt.cardEnding}`} · {strings.lines(receipt.lines)}
          </span>
        </span>{' '}
        <strong>{formats.amount(receipt.total)}</strong>
      </span>
    ),
    [formats, strings],
  );
  const onPress = useCallback(({ receiptNumber }: ReceiptSummaryView) => onOpen(receiptNumber), [onOpen]);
  if (found === null) return <div />;
  return (
    <LongList
      key={key}
      ref={ref}
      label={strings.list}
      listing={found.listing}
      rowHeight={rowHeight}
      place={places.get(key) ?? atTop}
      onPlace={onPlace}
      draw={draw}
      isPressed={({ receiptNumber }) => receiptNumber === open}
      onPress={onPress}
      none={found.elsewhere?.sentence ?? strings.none}
    />
  );
}
