import { useEffect, useId, useRef, useState } from 'react';
import type { CardPaymentView, SaleView } from '../../preload/contract/view.ts';
import { actOnce, useBusy } from '../acts.ts';
import { backToSale, payByCard, payCash } from '../keys.ts';
import { Amount } from '../parts/amount.tsx';
import { Button } from '../parts/button.tsx';
import { Live } from '../parts/live.tsx';
import { ask } from '../place.ts';
import { tillNow } from '../till.ts';
import { useStrings } from '../words.ts';
import styles from './outcome.module.css';

type State = CardPaymentView['state'];

function toneOf(state: State): 'waiting' | 'undecided' | 'bad' {
  switch (state.kind) {
    case 'sending':
    case 'present-card':
    case 'cancelling':
      return 'waiting';
    case 'undecided':
      return 'undecided';
    case 'declined':
    case 'cancelled':
    case 'expired':
    case 'failed':
      return 'bad';
  }
}

/** The present time in milliseconds, once a second while `on`. */
function useSeconds(on: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!on) return undefined;
    const ticking = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(ticking);
  }, [on]);
  return now;
}

function secondsUntil(instant: string, now: number): number {
  return Math.max(0, Math.ceil((Date.parse(instant) - now) / 1000));
}

function Buttons({ state, sale }: { readonly state: State; readonly sale: SaleView }) {
  const { card } = useStrings();
  const busy = useBusy(
    'payment.cancel',
    'payment.card',
    'payment.backToSale',
    'payment.lookNow',
    'payment.setAside',
  );
  switch (state.kind) {
    case 'sending':
    case 'present-card':
    case 'cancelling':
      return (
        <Button
          look="danger"
          wide
          hint="Esc"
          off={busy || state.kind === 'cancelling'}
          onClick={() => void actOnce('payment.cancel', {})}
        >
          {card.cancel}
        </Button>
      );
    case 'undecided':
      return (
        <>
          <Button
            look="danger"
            wide
            hint="Esc"
            off={busy || state.cancelling}
            onClick={() => void actOnce('payment.cancel', {})}
          >
            {card.cancel}
          </Button>
          <Button look="strong" wide off={busy} onClick={() => ask({ kind: 'decide' })}>
            {card.decide}
          </Button>
          <Button look="strong" wide off={busy} onClick={() => void actOnce('payment.setAside', {})}>
            {card.setAside}
          </Button>
          <Button look="primary" wide off={busy} onClick={() => void actOnce('payment.lookNow', {})}>
            {card.lookNow}
          </Button>
        </>
      );
    case 'declined':
    case 'cancelled':
    case 'expired':
    case 'failed':
      return (
        <>
          <Button look="strong" wide hint="Esc" off={busy} onClick={backToSale}>
            {card.back}
          </Button>
          <Button
            look="strong"
            wide
            hint="F10"
            off={busy}
            onClick={() => {
              const view = tillNow();
              if (view !== null) void payCash(view);
            }}
          >
            {card.cash}
          </Button>
          <Button look="primary" wide hint="F9" off={busy} onClick={() => payByCard(sale)}>
            {card.again}
          </Button>
        </>
      );
  }
}

interface CardScreenProps {
  readonly payment: CardPaymentView;
  readonly sale: SaleView;
}

/** A card payment: what the terminal is doing, what became of it, and what may be done now. */
export function CardScreen({ payment, sale }: CardScreenProps) {
  const { card } = useStrings();
  const { state } = payment;
  const tone = toneOf(state);
  const now = useSeconds(tone !== 'bad');
  const ref = useRef<HTMLElement>(null);
  const titleId = useId();
  useEffect(() => ref.current?.focus(), [tone]);
  const elapsed = Math.max(0, Math.floor((now - Date.parse(payment.startedAt)) / 1000));
  return (
    <section className={styles.outcome} data-tone={tone} ref={ref} tabIndex={-1} aria-labelledby={titleId}>
      <div className={styles.message}>
        <p className={styles.due} data-due>
          <span className="unseen">{card.amount}</span> <Amount value={payment.amount} />
        </p>
        <Live assertive>
          <h1 id={titleId} className={styles.state}>
            {card.states[state.kind]}
          </h1>
          <p className={styles.sentence}>{payment.sentence}</p>
        </Live>
        <div className={styles.clocks}>
          {state.kind === 'undecided' && state.nextLookAt !== null && (
            <p>{card.nextLook(secondsUntil(state.nextLookAt, now))}</p>
          )}
          {tone !== 'bad' && <p role="timer">{card.seconds(elapsed)}</p>}
        </div>
      </div>
      <div className={styles.buttons}>
        <Buttons state={state} sale={sale} />
      </div>
    </section>
  );
}
