import { useEffect, useId, useRef, useState } from 'react';
import type { TerminalAnswer, TillView } from '../../preload/contract/view.ts';
import { act, actOnce, useBusy } from '../acts.ts';
import { useStrings } from '../words.ts';
import { Button } from './button.tsx';
import { Choice } from './choice.tsx';
import styles from './training-panel.module.css';

const answers: readonly TerminalAnswer[] = [
  'approved',
  'declined',
  'wrong-pin',
  'card-pulled',
  'cancelled-at-terminal',
  'ignored',
  'approved-late',
];
const delays = [0, 1_000, 2_000, 5_000, 10_000, 30_000];

/** Chooses what the built-in terminal answers, and ends a shop's training. Opens from the header, over whatever is on screen. */
export function TrainingPanel({ training }: { readonly training: NonNullable<TillView['training']> }) {
  const { header, training: strings } = useStrings();
  const [open, setOpen] = useState(false);
  const ending = useBusy('training.end');
  const panelId = useId();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    const outside = (event: Event): void => {
      if (event.target instanceof Node && ref.current?.contains(event.target) === false) setOpen(false);
    };
    window.addEventListener('pointerdown', outside);
    return () => window.removeEventListener('pointerdown', outside);
  }, [open]);
  const choose = (answer: TerminalAnswer, afterMs: number) =>
    void act('training.choose', { answer, afterMs });
  return (
    <div
      ref={ref}
      className={styles.place}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.preventDefault();
        event.stopPropagation();
        setOpen(false);
      }}
    >
      <Button aria-expanded={open} aria-controls={panelId} onClick={() => setOpen(!open)}>
        {header.terminalAnswer}
      </Button>
      {open && (
        <section id={panelId} className={styles.panel} aria-label={strings.title}>
          <Choice
            label={strings.answer}
            inColumns
            value={training.answer}
            options={answers.map((value) => ({ value, text: strings.answers[value] }))}
            onChange={(answer) => choose(answer, training.afterMs)}
          />
          <Choice
            label={strings.after}
            value={training.afterMs}
            options={delays.map((value) => ({ value, text: strings.seconds(value / 1000) }))}
            onChange={(afterMs) => choose(training.answer, afterMs)}
          />
          {training.ofShop && (
            <Button look="strong" off={ending} onClick={() => void actOnce('training.end', {})}>
              {strings.end}
            </Button>
          )}
          <Button onClick={() => setOpen(false)}>{strings.close}</Button>
        </section>
      )}
    </div>
  );
}
