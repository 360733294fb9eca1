import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { RefundView } from '../../preload/contract/refund.ts';
import { actOnce, printReceipt, replyOnce, useBusy } from '../acts.ts';
import { followRefund } from '../following.ts';
import { ask } from '../place.ts';
import { useFormats, useStrings } from '../words.ts';
import { Amount } from './amount.tsx';
import { Button } from './button.tsx';
import { Live } from './live.tsx';
import styles from './refund-standing.module.css';

type State = RefundView['state'];

function toneOf(state: State): 'waiting' | 'undecided' | 'bad' | 'good' {
  switch (state.kind) {
    case 'sending':
    case 'accepted':
      return 'waiting';
    case 'undecided':
      return 'undecided';
    case 'refunded':
      return 'good';
    case 'refused':
      return 'bad';
  }
}

async function refundAtTerminal(refundId: string): Promise<void> {
  const reply = await replyOnce('refund.atTerminal', { refundId });
  if (reply?.ok === true) followRefund(reply.value.refundId);
}

function Buttons({ refund }: { readonly refund: RefundView }) {
  const { refund: strings, card } = useStrings();
  const busy = useBusy('refund.atTerminal', 'refund.lookNow', 'receipt.print');
  const { refundId, state } = refund;
  switch (state.kind) {
    case 'sending':
    case 'accepted':
      return null;
    case 'undecided':
      return (
        <>
          <Button look="strong" wide off={busy} onClick={() => ask({ kind: 'decide-refund', refundId })}>
            {card.decide}
          </Button>
          <Button look="primary" wide off={busy} onClick={() => void actOnce('refund.lookNow', {})}>
            {card.lookNow}
          </Button>
        </>
      );
    case 'refunded': {
      const { returnReceipt } = state;
      return returnReceipt === null ? null : (
        <Button look="primary" wide off={busy} onClick={() => void printReceipt(returnReceipt)}>
          {strings.print}
        </Button>
      );
    }
    case 'refused':
      return state.offerTerminal ? (
        <Button look="primary" wide off={busy} onClick={() => void refundAtTerminal(refundId)}>
          {strings.atTerminal}
        </Button>
      ) : null;
  }
}

interface RefundStandingProps {
  readonly refund: RefundView;
  /** What may be done now, where it is not what may be done about any refund. */
  readonly ways?: ReactNode;
  readonly onBack?: () => void;
}

/** A refund: what became of it, and what may be done now. */
export function RefundStanding({ refund, ways, onBack }: RefundStandingProps) {
  const { refund: strings, done } = useStrings();
  const formats = useFormats();
  const { state } = refund;
  const tone = toneOf(state);
  const ref = useRef<HTMLElement>(null);
  useEffect(() => ref.current?.focus(), [tone]);
  return (
    <section
      className={styles.standing}
      data-tone={tone}
      ref={ref}
      tabIndex={-1}
      aria-label={strings.standing}
    >
      <div className={styles.message}>
        <p className={styles.amount}>
          <Amount value={refund.amount} />
        </p>
        <Live assertive>
          <h2 className={styles.state}>
            {state.kind === 'accepted' && state.atTerminal ? strings.presentCard : strings.states[state.kind]}
          </h2>
          <p className={styles.sentence}>{refund.sentence}</p>
          {state.kind === 'refunded' && state.returnReceipt !== null && (
            <p className={styles.receipt}>
              {done.receipt} {state.returnReceipt}
            </p>
          )}
        </Live>
        <p className={styles.note}>
          {refund.receiptNumber === null ? refund.saleId : strings.ofReceipt(refund.receiptNumber)} ·{' '}
          {formats.dayTime(refund.startedAt)} · {refund.refundId}
        </p>
      </div>
      <div className={styles.buttons}>
        {onBack !== undefined && (
          <Button look="strong" wide onClick={onBack}>
            {strings.back}
          </Button>
        )}
        {ways ?? <Buttons refund={refund} />}
      </div>
    </section>
  );
}
