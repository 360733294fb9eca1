import { useEffect, useState } from 'react';
import type { HowAsk, ReceiptDetailView, RefundQuoteView } from '../../preload/contract/refund.ts';
import type { ReceiptSummaryView } from '../../preload/contract/view.ts';
import { call, replyOnce, useBusy } from '../acts.ts';
import { followRefund } from '../following.ts';
import { readKroner, typedKroner } from '../numbers.ts';
import { useFormats, useStrings } from '../words.ts';
import { Button } from './button.tsx';
import { Choice } from './choice.tsx';
import { Field } from './field.tsx';
import styles from './refund-form.module.css';
import {
  allOf,
  type Quantities,
  ReturnLine,
  ReturnLinesHead,
  wantedBy,
  type Wish,
  wishOf,
} from './return-lines.tsx';

interface Quoted {
  readonly quote: RefundQuoteView | null;
  /** Why it cannot go back. */
  readonly wrong: string | null;
}

const nothingQuoted: Quoted = { quote: null, wrong: null };

/** What giving this back would come to, asked of the till. */
function useQuote(receiptNumber: number, wish: Wish, how: HowAsk): Quoted {
  const [answer, setAnswer] = useState<{ readonly to: string; readonly quoted: Quoted }>();
  const question = `${wish} ${how}`;
  useEffect(() => {
    const wanted = wantedBy(wish);
    if (wanted === null) return undefined;
    let late = false;
    void call('refund.quote', { receiptNumber, wanted, how }).then((reply) => {
      if (late) return;
      const quoted: Quoted = reply.ok
        ? { quote: reply.value, wrong: null }
        : { quote: null, wrong: reply.error.sentence };
      setAnswer({ to: `${wish} ${how}`, quoted });
    });
    return () => {
      late = true;
    };
  }, [receiptNumber, wish, how]);
  return answer?.to === question ? answer.quoted : nothingQuoted;
}

interface RefundFormProps {
  readonly summary: ReceiptSummaryView;
  readonly detail: ReceiptDetailView;
  readonly onBack: () => void;
}

/** What goes back of a receipt, how and why. The till works out the amounts. */
export function RefundForm({ summary, detail, onBack }: RefundFormProps) {
  const { refund, giftCard } = useStrings();
  const formats = useFormats();
  const [typed, setTyped] = useState<Quantities>({});
  /** An amount that was typed by hand; null while the lines say what goes back. */
  const [amountText, setAmountText] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [how, setHow] = useState<HowAsk>('as-paid');
  const busy = useBusy('refund.begin');
  const { receiptNumber } = summary;

  const pieces = wishOf(detail.lines, typed);
  const ofPieces = useQuote(receiptNumber, pieces, how);
  const amount = amountText === null ? null : readKroner(amountText);
  // The very amount of the chosen pieces means those pieces; one that cannot be read means nothing.
  const asChosen = amountText === null || (amount !== null && amount === ofPieces.quote?.amount);
  const byAmount = amount === null || amount === 0 ? '' : String(amount);
  const wish = asChosen ? pieces : byAmount;
  const { quote, wrong } = useQuote(receiptNumber, wish, how);
  const ready = quote !== null && reason.trim() !== '';

  const confirm = async (): Promise<void> => {
    const wanted = wantedBy(wish);
    if (wanted === null || !ready) return;
    const reply = await replyOnce('refund.begin', {
      receiptNumber,
      wanted,
      how,
      reason: reason.trim(),
      left: detail.left,
    });
    if (reply?.ok === true) followRefund(reply.value.refundId);
  };
  const all = (): void => {
    setAmountText(null);
    setTyped(allOf(detail.lines));
  };
  return (
    <form
      className={styles.form}
      aria-label={refund.title(receiptNumber)}
      onSubmit={(event) => {
        event.preventDefault();
        void confirm();
      }}
    >
      <div className={styles.fields}>
        <div className={styles.head}>
          <h2 className={styles.title}>{refund.title(receiptNumber)}</h2>
          <Button onClick={all}>{refund.all}</Button>
        </div>
        <ReturnLinesHead label={refund.quantity} />
        {detail.lines.map((line) => (
          <ReturnLine
            label={refund.quantity}
            key={line.lineId}
            line={line}
            value={typed[line.lineId] ?? ''}
            onChange={(value) => {
              setAmountText(null);
              setTyped({ ...typed, [line.lineId]: value });
            }}
          />
        ))}
        <div className={styles.pair}>
          <Field
            label={refund.amount}
            value={amountText ?? (quote === null ? '' : typedKroner(quote.amount))}
            onChange={setAmountText}
            inputMode="none"
            pad
            figures="amount"
            maxLength={12}
            hint={refund.left(formats.amount(detail.left))}
          />
          {summary.paidBy !== 'cash' && (
            <Choice
              label={refund.how}
              value={how}
              options={[
                { value: 'as-paid', text: refund.hows.asPaid },
                { value: 'cash', text: refund.hows.cash },
              ]}
              onChange={setHow}
            />
          )}
        </div>
        <Field label={refund.reason} value={reason} onChange={setReason} maxLength={200} />
        <div className={styles.reasons}>
          {refund.reasons.map((usual) => (
            <Button key={usual} onClick={() => setReason(usual)}>
              {usual}
            </Button>
          ))}
        </div>
      </div>
      <p role="status" className={styles.said} data-wrong={wrong !== null}>
        {wrong ??
          (quote === null
            ? ''
            : [
                ...(quote.giftCard === 0 ? [] : [giftCard.backToCard(formats.amount(quote.giftCard))]),
                ...(quote.card === 0 ? [] : [refund.toCard(formats.amount(quote.card))]),
                ...(quote.cash === 0 ? [] : [refund.inCash(formats.amount(quote.cash))]),
              ].join(' · '))}
      </p>
      <div className={styles.buttons}>
        <Button look="strong" wide onClick={onBack}>
          {refund.back}
        </Button>
        <Button type="submit" look="primary" wide off={!ready || busy}>
          {refund.confirm}
        </Button>
      </div>
    </form>
  );
}
