import { useCallback, useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { ReceiptSummaryView, ReceiptView } from '../../preload/contract/view.ts';
import { act, call, printReceipt, saveReceipt, useBusy } from '../acts.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Paper } from '../parts/paper.tsx';
import { go } from '../place.ts';
import { onReceiptScanned } from '../scan.ts';
import { useFormats, useStrings } from '../words.ts';
import styles from './receipts.module.css';

const page = 50;

interface Listed {
  readonly receipts: readonly ReceiptSummaryView[];
  /** Whether older ones may follow. */
  readonly more: boolean;
}

function useReceipts(text: string): { listed: Listed; older: () => void } {
  const [listed, setListed] = useState<Listed>({ receipts: [], more: false });
  const latest = useRef(text);
  const read = useCallback(
    async (search: string, before: number | null, kept: readonly ReceiptSummaryView[]) => {
      const answer = await act('receipt.list', {
        text: search,
        kind: null,
        paidBy: null,
        before,
        limit: page,
      });
      if (answer !== null && latest.current === search) {
        const { receipts } = answer;
        setListed({ receipts: [...kept, ...receipts], more: receipts.length === page });
      }
    },
    [],
  );
  useEffect(() => {
    latest.current = text;
    void read(text, null, []);
  }, [text, read]);
  const older = (): void => {
    const last = listed.receipts.at(-1);
    if (last !== undefined) void read(text, last.receiptNumber, listed.receipts);
  };
  return { listed, older };
}

function Open({ receipt }: { readonly receipt: ReceiptView | null }) {
  const { receipts, done } = useStrings();
  const busy = useBusy('receipt.print');
  if (receipt === null) return <p className={styles.choose}>{receipts.choose}</p>;
  const { receiptNumber } = receipt.summary;
  return (
    <>
      <Paper text={receipt.text} label={`${done.receipt} ${receiptNumber}`} />
      <div className={styles.buttons}>
        <Button look="strong" wide onClick={() => void saveReceipt(receiptNumber)}>
          {done.savePdf}
        </Button>
        <Button look="primary" wide off={busy} onClick={() => void printReceipt(receiptNumber)}>
          {done.print}
        </Button>
      </div>
    </>
  );
}

/** Every receipt of this till, newest first. */
export function ReceiptsScreen() {
  const { receipts: strings } = useStrings();
  const formats = useFormats();
  const [text, setText] = useState('');
  const [open, setOpen] = useState<ReceiptView | null>(null);
  const { listed, older } = useReceipts(text.trim());
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => onReceiptScanned(setText), []);

  const show = async (receiptNumber: number): Promise<void> => {
    const reply = await call('receipt.show', { receiptNumber });
    if (reply.ok) setOpen(reply.value);
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
    <div className={styles.receipts} onKeyDown={onKeyDown}>
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
          autoFocus
        />
        <div ref={list} role="group" aria-label={strings.list} className={styles.list}>
          {listed.receipts.map((receipt) => (
            <button
              key={receipt.receiptNumber}
              type="button"
              className={styles.receipt}
              aria-pressed={open?.summary.receiptNumber === receipt.receiptNumber}
              onClick={() => void show(receipt.receiptNumber)}
            >
              <strong className={styles.number}>{receipt.receiptNumber}</strong>{' '}
              <span className={styles.when}>
                {formats.dayTime(receipt.at)}
                <span className={styles.how}>
                  {strings.paid[receipt.paidBy]}
                  {receipt.cardEnding !== null && ` ${receipt.cardEnding}`} · {strings.lines(receipt.lines)}
                </span>
              </span>{' '}
              <strong>{formats.amount(receipt.total)}</strong>
            </button>
          ))}
          {listed.receipts.length === 0 && <p className={styles.choose}>{strings.none}</p>}
          {listed.more && <Button onClick={older}>{strings.older}</Button>}
        </div>
      </section>
      <section className={styles.open}>
        <Open receipt={open} />
      </section>
    </div>
  );
}
