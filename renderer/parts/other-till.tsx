import { useState } from 'react';
import type { OtherTillPaymentView } from '../../preload/contract/refund.ts';
import { replyOnce, useBusy } from '../acts.ts';
import { followRefund } from '../following.ts';
import { readKroner, typedKroner } from '../numbers.ts';
import { useFormats, useStrings } from '../words.ts';
import { Button } from './button.tsx';
import { Field } from './field.tsx';
import styles from './refund-form.module.css';

interface OtherTillProps {
  /** What was scanned or typed. */
  readonly text: string;
  readonly sentence: string;
}

/** A receipt of another till of the shop: its payment as Dintero has it, and a part or all of that back to its card. */
export function OtherTill({ text, sentence }: OtherTillProps) {
  const { otherTill } = useStrings();
  const [payment, setPayment] = useState<OtherTillPaymentView | null>(null);
  const busy = useBusy('otherTill.find');
  const find = async (): Promise<void> => {
    const reply = await replyOnce('otherTill.find', { text });
    if (reply?.ok === true) setPayment(reply.value);
  };
  if (payment !== null) return <OtherTillRefund text={text} payment={payment} />;
  return (
    <div className={styles.form}>
      <p className={styles.fields}>{sentence}</p>
      <div className={styles.buttons}>
        <Button look="primary" wide off={busy} onClick={() => void find()}>
          {otherTill.find}
        </Button>
      </div>
    </div>
  );
}

interface OtherTillRefundProps {
  readonly text: string;
  readonly payment: OtherTillPaymentView;
}

function OtherTillRefund({ text, payment }: OtherTillRefundProps) {
  const { refund, otherTill, wrong } = useStrings();
  const formats = useFormats();
  const [amountText, setAmountText] = useState(payment.held === 0 ? '' : typedKroner(payment.held));
  const [reason, setReason] = useState('');
  const busy = useBusy('otherTill.refund');
  const { held } = payment;
  const amount = readKroner(amountText) ?? 0;
  const ready = amount > 0 && amount <= held && reason.trim() !== '';
  const confirm = async (): Promise<void> => {
    if (!ready) return;
    const reply = await replyOnce('otherTill.refund', { text, amount, held, reason: reason.trim() });
    if (reply?.ok === true) followRefund(reply.value.refundId);
  };
  return (
    <form
      className={styles.form}
      aria-label={otherTill.title(payment.tillId)}
      onSubmit={(event) => {
        event.preventDefault();
        void confirm();
      }}
    >
      <div className={styles.fields}>
        <h2 className={styles.title}>{otherTill.title(payment.tillId)}</h2>
        <p>
          {[payment.reference, payment.at === null ? '' : formats.dayTime(payment.at), payment.card]
            .filter((part) => part !== '')
            .join(' · ')}
        </p>
        <p>{otherTill.held(formats.amount(payment.amount), formats.amount(held))}</p>
        <Field
          label={refund.amount}
          value={amountText}
          onChange={setAmountText}
          inputMode="decimal"
          figures="amount"
          wrong={amount > held ? wrong.most(formats.amount(held)) : undefined}
          maxLength={12}
          hint={otherTill.hint}
        />
        <Field label={refund.reason} value={reason} onChange={setReason} maxLength={200} />
        <div className={styles.reasons}>
          {refund.reasons.map((usual) => (
            <Button key={usual} onClick={() => setReason(usual)}>
              {usual}
            </Button>
          ))}
        </div>
      </div>
      <div className={styles.buttons}>
        <Button type="submit" look="primary" wide off={!ready || busy}>
          {refund.confirm}
        </Button>
      </div>
    </form>
  );
}
