import { useCallback, useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { ReceiptSummaryView, ReceiptView } from '../../preload/contract/view.ts';
import { act, call } from '../acts.ts';
import { focusFirst } from '../focus.ts';
import { followRefund, useFollowedRefund } from '../following.ts';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { Field } from '../parts/field.tsx';
import { OtherTill } from '../parts/other-till.tsx';
import { ReceiptOpen, type Shown } from '../parts/receipt-open.tsx';
import { RefundStanding } from '../parts/refund-standing.tsx';
import { go, usePlace } from '../place.ts';
import { onReceiptScanned } from '../scan.ts';
import { useTill } from '../till.ts';
import { useFormats, useStrings } from '../words.ts';
import styles from './receipts.module.css';

const page = 50;

interface Search {
  readonly text: string;
  readonly kind: 'all' | 'sale' | 'return' | 'exchange';
  readonly paidBy: 'any' | 'card' | 'cash' | 'gift-card';
}

interface Listed {
  readonly receipts: readonly ReceiptSummaryView[];
  /** Whether older ones may follow. */
  readonly more: boolean;
  /** That the number is another till's. */
  readonly elsewhere: { readonly sentence: string; readonly canLookUp: boolean } | null;
}

/** The receipts found; `onOnly` is called with the one that a search found alone. */
function useReceipts(
  { text, kind, paidBy }: Search,
  onOnly: (receiptNumber: number) => Promise<void>,
): { listed: Listed; older: () => void } {
  const [listed, setListed] = useState<Listed>({ receipts: [], more: false, elsewhere: null });
  const search = JSON.stringify([text, kind, paidBy]);
  const latest = useRef(search);
  const read = useCallback(
    async (before: number | null, kept: readonly ReceiptSummaryView[]) => {
      const answer = await act('receipt.list', {
        text,
        kind: kind === 'all' ? null : kind,
        paidBy: paidBy === 'any' ? null : paidBy,
        before,
        limit: page,
      });
      if (answer === null || latest.current !== search) return;
      const { receipts, elsewhere } = answer;
      // The one whose number was asked for stands first, and may come again in its place.
      const known = new Set(kept.map(({ receiptNumber }) => receiptNumber));
      const fresh = receipts.filter(({ receiptNumber }) => !known.has(receiptNumber));
      setListed({ receipts: [...kept, ...fresh], more: receipts.length === page, elsewhere });
      const [only, second] = receipts;
      if (text !== '' && only !== undefined && second === undefined) void onOnly(only.receiptNumber);
    },
    [text, kind, paidBy, search, onOnly],
  );
  useEffect(() => {
    latest.current = search;
    void read(null, []);
  }, [search, read]);
  const older = (): void => {
    const last = listed.receipts.at(-1);
    if (last !== undefined) void read(last.receiptNumber, listed.receipts);
  };
  return { listed, older };
}

interface PaneProps {
  readonly receipt: ReceiptView | null;
  readonly elsewhere: Listed['elsewhere'];
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
  const formats = useFormats();
  const [text, setText] = useState(() => usePlace.getState().receipt);
  const [kind, setKind] = useState<Search['kind']>('all');
  const [paidBy, setPaidBy] = useState<Search['paidBy']>('any');
  const [open, setOpen] = useState<ReceiptView | null>(null);
  const [shown, setShown] = useState<Shown>('paper');
  const [at, setAt] = useState(0);
  const show = useCallback(async (receiptNumber: number): Promise<void> => {
    const reply = await call('receipt.show', { receiptNumber });
    if (!reply.ok) return;
    followRefund(null);
    setShown('paper');
    setOpen(reply.value);
  }, []);
  // A receipt that was scanned is what the cashier wants to see.
  const { listed, older } = useReceipts({ text: text.trim(), kind, paidBy }, show);
  const list = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLElement>(null);
  /** How often a receipt was opened to be read: the focus follows. */
  const [reads, setReads] = useState(0);
  useEffect(() => {
    if (reads > 0) focusFirst(pane.current);
  }, [reads]);
  useEffect(() => onReceiptScanned(setText), []);

  const read = async (receiptNumber: number): Promise<void> => {
    await show(receiptNumber);
    setReads((times) => times + 1);
  };
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
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const rows = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = rows.findIndex((row) => row === document.activeElement);
    rows[Math.max(0, Math.min(rows.length - 1, at + by))]?.focus();
  };
  return (
    <div className={styles.receipts} onKeyDown={stepBack}>
      <section className={styles.found}>
        <div className={styles.head}>
          <h1 className={styles.title}>{strings.title}</h1>
          <Button onClick={() => go('counter')}>{strings.back}</Button>
        </div>
        <Field
          label={strings.search}
          placeholder={strings.hint}
          value={text}
          onChange={setText}
          maxLength={100}
          onKeyDown={onKeyDown}
          autoFocus
          data-first
        />
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
        <div ref={list} role="group" aria-label={strings.list} className={styles.list} onKeyDown={onKeyDown}>
          {listed.receipts.map((receipt, index) => (
            <button
              key={receipt.receiptNumber}
              type="button"
              className={styles.receipt}
              aria-pressed={open?.summary.receiptNumber === receipt.receiptNumber}
              tabIndex={index === Math.min(at, listed.receipts.length - 1) ? 0 : -1}
              onFocus={() => setAt(index)}
              onClick={() => void read(receipt.receiptNumber)}
            >
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
            </button>
          ))}
          {listed.receipts.length === 0 && (
            <p className={styles.choose}>{listed.elsewhere?.sentence ?? strings.none}</p>
          )}
          {listed.more && <Button onClick={older}>{strings.older}</Button>}
        </div>
      </section>
      <section className={styles.open} ref={pane}>
        <Pane
          shown={shown}
          onShow={setShown}
          receipt={open}
          elsewhere={listed.elsewhere}
          text={text.trim()}
          onRefundSeen={refundSeen}
        />
      </section>
    </div>
  );
}
