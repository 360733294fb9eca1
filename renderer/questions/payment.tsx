import { useState } from 'react';
import type { AlarmView, CaseView } from '../../preload/contract/view.ts';
import { wayWords } from '../alarm-ways.ts';
import { Button } from '../parts/button.tsx';
import { DialogButtons, DialogText } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import { Reason } from '../parts/reason.tsx';
import { type AlarmHow, closeQuestion } from '../place.ts';
import { useStrings } from '../words.ts';
import { answerWith } from './answer.ts';
import styles from './questions.module.css';

export function CancelPaymentQuestion() {
  const { card } = useStrings();
  return (
    <>
      <DialogText>{card.cancelText}</DialogText>
      <DialogButtons>
        <Button look="danger" wide onClick={() => void answerWith('payment.cancel', {})}>
          {card.cancelYes}
        </Button>
        <Button look="primary" wide data-first onClick={closeQuestion}>
          {card.cancelNo}
        </Button>
      </DialogButtons>
    </>
  );
}

/** A person says whether an undecided payment was paid. */
export function DecideQuestion() {
  const { card, dialog } = useStrings();
  const [reason, setReason] = useState('');
  const given = reason.trim();
  const decide = (paid: boolean): void => {
    void answerWith('payment.decide', { paid, reason: given });
  };
  return (
    <>
      <p className={styles.warning}>{card.decideWarning}</p>
      <Field label={dialog.reason} value={reason} onChange={setReason} maxLength={200} data-first />
      <DialogButtons>
        <Button look="strong" wide off={given === ''} onClick={() => decide(true)}>
          {card.decidePaid}
        </Button>
        <Button look="strong" wide off={given === ''} onClick={() => decide(false)}>
          {card.decideNotPaid}
        </Button>
      </DialogButtons>
    </>
  );
}

interface AlarmQuestionProps {
  readonly alarm: AlarmView;
  readonly how: AlarmHow;
}

/** Settles a late approval, with the reason. */
export function AlarmQuestion({ alarm, how }: AlarmQuestionProps) {
  const strings = useStrings();
  const { text, reasons } = wayWords(strings.alarm, alarm.of, how);
  return (
    <>
      <p className={styles.warning}>{alarm.sentence}</p>
      <DialogText>{text}</DialogText>
      <Reason
        usual={reasons}
        onReason={(reason) => void answerWith('alarm.settle', { alarm: alarm.alarm, how, reason })}
      />
    </>
  );
}

interface CaseQuestionProps {
  readonly of: CaseView;
  readonly how: 'handled-elsewhere' | 'nothing-to-do';
}

/** Settles a difference between Dintero's books and the till's, with the reason. */
export function CaseQuestion({ of, how }: CaseQuestionProps) {
  const { cases } = useStrings();
  return (
    <>
      <p className={styles.warning}>{of.sentence}</p>
      <Reason
        usual={how === 'nothing-to-do' ? cases.nothingReasons : cases.elsewhereReasons}
        onReason={(reason) => void answerWith('case.settle', { case: of.case, how, reason })}
      />
    </>
  );
}
