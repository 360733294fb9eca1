import { useCallback, useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { ReceiptView } from '../../preload/contract/view.ts';
import { call } from '../acts.ts';
import { focusFirst } from '../focus.ts';
import { followRefund, useFollowedRefund } from '../following.ts';
import type { FoundReceipts, ReceiptSearch } from '../lists/receipts.ts';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { Field } from '../parts/field.tsx';
import type { LongListHandle } from '../parts/long-list.tsx';
import { OtherTill } from '../parts/other-till.tsx';
import { ReceiptList, useReceipts } from '../parts/receipt-list.tsx';
import { ReceiptOpen, type Shown } from '../parts/receipt-open.tsx';
import { RefundStanding } from '../parts/refund-standing.tsx';
import { go, usePlace } from '../place.ts';
import { onReceiptScanned } from '../scan.ts';
import { useTill } from '../till.ts';
import { useStrings } from '../words.ts';
import styles from './receipts.module.css';

type Kind = 'all' | NonNullable<ReceiptSearch['kind']>;
type Means = 'any' | 'card' | 'cash' | 'gift-card';

interface PaneProps {
  readonly receipt: ReceiptView | null;
  readonly elsewhere: FoundReceipts['elsewhere'];
  readonly text: string;
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
  readonly onRefundSeen: () => void;
}

/** What is open: a refund that is being followed, a receipt, another till's payment, or nothing yet. */
function Pane({ receipt, elsewhere, text, shown, onShow, onRefundSeen }: PaneProps) {
  const { receipts } = useStrings();
  const followed = useFollowedRefund();
  const refund = useTill((view) => view.refunds.find(({ refundId }) => refundId === followed) ?? null);
  if (refund !== null) {
    return <RefundStanding refund={refund} onBack={onRefundSeen} />;
  }
  if (elsewhere?.canLookUp === true) {
    return <OtherTill key={text} text={text} sentence={elsewhere.sentence} />;
  }
  if (receipt === null) return <p className={styles.choose}>{receipts.choose}</p>;
  return (
    <ReceiptOpen
      key={`${receipt.summary.receiptNumber} ${receipt.detail.left}`}
      receipt={receipt}
      shown={shown}
      onShow={onShow}
    />
  );
}

/** Every receipt of this till, newest first. */
export function ReceiptsScreen() {
  const { receipts: strings } = useStrings();
  const [text, setText] = useState(() => usePlace.getState().receipt);
  const [kind, setKind] = useState<Kind>('all');
  const [paidBy, setPaidBy] = useState<Means>('any');
  const [open, setOpen] = useState<ReceiptView | null>(null);
  const [shown, setShown] = useState<Shown>('paper');
  const show = useCallback(async (receiptNumber: number): Promise<void> => {
    const reply = await call('receipt.show', { receiptNumber });
    if (!reply.ok) return;
    followRefund(null);
    setShown('paper');
    setOpen(reply.value);
  }, []);
  // A receipt that was scanned is what the cashier wants to see.
  const found = useReceipts(
    { text: text.trim(), kind: kind === 'all' ? null : kind, paidBy: paidBy === 'any' ? null : paidBy },
    show,
  );
  const list = useRef<LongListHandle>(null);
  const pane = useRef<HTMLElement>(null);
  /** How often a receipt was opened to be read: the focus follows. */
  const [reads, setReads] = useState(0);
  useEffect(() => {
    if (reads > 0) focusFirst(pane.current);
  }, [reads]);
  useEffect(() => onReceiptScanned(setText), []);

  const read = useCallback(
    async (receiptNumber: number): Promise<void> => {
      await show(receiptNumber);
      setReads((times) => times + 1);
    },
    [show],
  );
  const onOpen = useCallback((receiptNumber: number) => void read(receiptNumber), [read]);
  const followed = useFollowedRefund();
  const refundSeen = (): void => {
    followRefund(null);
    if (open !== null) void read(open.summary.receiptNumber);
  };
  const stepBack = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || (followed === null && shown === 'paper')) return;
    event.preventDefault();
    if (followed === null) setShown('paper');
    else refundSeen();
  };
  const intoList = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    list.current?.focus();
  };
  return (
    <div
      className={styles.receipts}
      data-form={shown === 'refund' || shown === 'exchange' || followed !== null || undefined}
      onKeyDown={stepBack}
    >
      <section className={styles.found}>
        <div className={styles.head}>
          <h1 className={styles.title}>{strings.title}</h1>
          <Button onClick={() => go('counter')}>{strings.back}</Button>
        </div>
        <div className={styles.search}>
          <Field
            label={strings.search}
            placeholder={strings.hint}
            value={text}
            onChange={setText}
            maxLength={100}
            onKeyDown={intoList}
            autoFocus
            data-first
          />
        </div>
        <div className={styles.filters}>
          <Choice
            label={strings.kind}
            value={kind}
            options={[
              { value: 'all', text: strings.kinds.all },
              { value: 'sale', text: strings.kinds.sale },
              { value: 'return', text: strings.kinds.return },
              { value: 'exchange', text: strings.kinds.exchange },
            ]}
            onChange={setKind}
          />
          <Choice
            label={strings.paidBy}
            value={paidBy}
            options={[
              { value: 'any', text: strings.anyPayment },
              { value: 'card', text: strings.paid.card },
              { value: 'cash', text: strings.paid.cash },
              { value: 'gift-card', text: strings.paid['gift-card'] },
            ]}
            onChange={setPaidBy}
          />
        </div>
        <ReceiptList ref={list} found={found} open={open?.summary.receiptNumber ?? null} onOpen={onOpen} />
      </section>
      <section className={styles.open} ref={pane}>
        <Pane
          shown={shown}
          onShow={setShown}
          receipt={open}
          elsewhere={found?.elsewhere ?? null}
          text={text.trim()}
          onRefundSeen={refundSeen}
        />
      </section>
    </div>
  );
}
