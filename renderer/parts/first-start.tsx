import type { ReceiptSummaryView } from '../../preload/contract/view.ts';
import { replyOnce } from '../acts.ts';
import { followRefund } from '../following.ts';
import { setUpLater, trainingOverSeen, useLater } from '../later.ts';
import { go, usePlace } from '../place.ts';
import { endTestSale, useTestSale } from '../test-sale.ts';
import { useTill } from '../till.ts';
import { useFormats, useStrings } from '../words.ts';
import { Button } from './button.tsx';
import styles from './first-start.module.css';

/** Nothing is installed here: the till is for training, and can be set up. */
function Offer() {
  const { firstStart } = useStrings();
  const later = useLater((said) => said.setUp);
  if (later) return null;
  return (
    <section className={styles.bar} aria-label={firstStart.setUp}>
      <p>{firstStart.training}</p>
      <div className={styles.buttons}>
        <Button onClick={() => go('set-up')}>{firstStart.setUp}</Button>
        <Button look="quiet" onClick={setUpLater}>
          {firstStart.later}
        </Button>
      </div>
    </section>
  );
}

/** Training ended by itself: nobody must ring up a real sale and think that they still practise. */
function Over({ sentence }: { readonly sentence: string }) {
  const { training } = useStrings();
  const seen = useLater((said) => said.trainingOver);
  if (seen) return null;
  return (
    <section className={styles.bar} role="alert">
      <p>{sentence}</p>
      <Button onClick={trainingOverSeen}>{training.understood}</Button>
    </section>
  );
}

/** The test sale is paid: its krone can go back at once, as any refund does. */
function GiveBack({ receipt }: { readonly receipt: ReceiptSummaryView }) {
  const { firstStart } = useStrings();
  const { amount } = useFormats();
  const giveBack = async (): Promise<void> => {
    const reply = await replyOnce('refund.begin', {
      receiptNumber: receipt.receiptNumber,
      wanted: { kind: 'all' },
      how: 'as-paid',
      reason: firstStart.testReason,
      left: receipt.total,
    });
    if (reply?.ok !== true) return;
    endTestSale();
    go('receipts');
    followRefund(reply.value.refundId);
  };
  return (
    <section className={styles.bar} aria-label={firstStart.giveBack}>
      <p>{firstStart.testPaid(amount(receipt.total))}</p>
      <div className={styles.buttons}>
        <Button onClick={() => void giveBack()}>{firstStart.giveBack}</Button>
        <Button look="quiet" onClick={endTestSale}>
          {firstStart.keep}
        </Button>
      </div>
    </section>
  );
}

/** What is said at a till's very beginning, among the bars. */
export function FirstStart() {
  const isUninstalled = useTill((view) => view.training?.ofShop === false);
  const over = useTill((view) => view.notices.find(({ code }) => code === 'TRAINING-OVER') ?? null);
  const counter = useTill((view) => view.counter);
  const screen = usePlace((place) => place.screen);
  const testSale = useTestSale();
  if (testSale && counter.kind === 'done') return <GiveBack receipt={counter.receipt} />;
  if (over !== null) return <Over sentence={over.sentence} />;
  if (isUninstalled && screen === 'counter' && counter.kind === 'selling') return <Offer />;
  return null;
}
