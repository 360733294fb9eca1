import { useEffect, useRef } from 'react';
import type { CustomerView } from '../../preload/contract/customer.ts';
import { amountText, kroner, quantityText } from '../numbers.ts';
import { Qr } from '../parts/qr.tsx';
import styles from './display.module.css';
import { wordsOf } from './words.ts';

interface ShownProps<K extends CustomerView['shown']['kind']> {
  readonly view: CustomerView;
  readonly shown: Extract<CustomerView['shown'], { kind: K }>;
}

/** What has been rung up, the newest in sight, and what it comes to. */
function Selling({ view, shown }: ShownProps<'selling'>) {
  const { language, currency } = view;
  const words = wordsOf[language];
  const list = useRef<HTMLUListElement>(null);
  const newest = shown.lines.at(-1);
  useEffect(() => {
    list.current?.lastElementChild?.scrollIntoView({ block: 'end' });
  }, [newest]);
  return (
    <div className={styles.selling}>
      <ul className={styles.lines} ref={list}>
        {shown.lines.map((line) => (
          <li key={line.lineId} className={styles.line}>
            <span className={styles.quantity}>{quantityText(line.quantity, language)}</span>
            <span className={styles.description}>{line.description}</span>
            <span>{kroner(line.amount, language)}</span>
          </li>
        ))}
      </ul>
      <p className={styles.sum}>
        <span>{shown.due === shown.total ? words.total : words.due}</span>
        <strong className={styles.amount}>{amountText(shown.due, currency, language)}</strong>
      </p>
    </div>
  );
}

function Paying({ view, shown }: ShownProps<'paying'>) {
  const words = wordsOf[view.language];
  const states = { wait: words.wait, 'present-card': words.presentCard, 'not-paid': words.notPaid };
  return (
    <div className={styles.middle} data-state={shown.state}>
      <p className={styles.label}>{words.toPay}</p>
      <strong className={styles.due}>{amountText(shown.amount, view.currency, view.language)}</strong>
      <h1 className={styles.state}>{states[shown.state]}</h1>
    </div>
  );
}

function Done({ view, shown }: ShownProps<'done'>) {
  const words = wordsOf[view.language];
  const change = shown.change !== 0;
  return (
    <div className={styles.middle} data-state="done">
      <div className={styles.said}>
        <h1 className={styles.state}>{words.thanks}</h1>
        <p className={styles.label}>{change ? words.change : words.paid}</p>
        <strong className={styles.due}>
          {amountText(change ? shown.change : shown.total, view.currency, view.language)}
        </strong>
      </div>
      {shown.qr !== null && <Qr qr={shown.qr} name={words.receipt} />}
    </div>
  );
}

/** An earlier receipt that the cashier looked up. */
function Receipt({ view, shown }: ShownProps<'receipt'>) {
  const { receipt } = wordsOf[view.language];
  return (
    <div className={styles.middle}>
      <h1 className={styles.state}>{receipt}</h1>
      <Qr qr={shown.qr} name={receipt} />
    </div>
  );
}

function Idle({ view }: { readonly view: CustomerView }) {
  return (
    <div className={styles.middle}>
      <p className={styles.label}>{wordsOf[view.language].welcome}</p>
      <h1 className={styles.shop}>{view.shopName}</h1>
    </div>
  );
}

function Shown({ view }: { readonly view: CustomerView }) {
  const { shown } = view;
  switch (shown.kind) {
    case 'idle':
      return <Idle view={view} />;
    case 'selling':
      return <Selling view={view} shown={shown} />;
    case 'paying':
      return <Paying view={view} shown={shown} />;
    case 'receipt':
      return <Receipt view={view} shown={shown} />;
    case 'done':
      return <Done view={view} shown={shown} />;
  }
}

/** The screen that faces the customer. */
export function CustomerDisplay({ view }: { readonly view: CustomerView }) {
  return (
    <div className={styles.frame} data-training={view.training}>
      {view.training && <p className={styles.training}>{wordsOf[view.language].training}</p>}
      <main className={styles.screen} aria-live="polite">
        <Shown view={view} />
      </main>
    </div>
  );
}
