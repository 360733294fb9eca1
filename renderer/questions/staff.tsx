import { useState } from 'react';
import type { OperatorView } from '../../preload/contract/operator.ts';
import { useBusy } from '../acts.ts';
import { closeQuestion } from '../place.ts';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { DialogButtons, DialogText } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import { NewPin } from '../parts/new-pin.tsx';
import { useStrings } from '../words.ts';
import { answerWith } from './answer.ts';
import styles from './questions.module.css';

type Role = OperatorView['role'];

interface PersonProps {
  readonly before: OperatorView;
  readonly enter: string;
  readonly onPerson: (person: OperatorView) => void;
}

/** Who somebody is, and what they may do. */
function Person({ before, enter, onPerson }: PersonProps) {
  const { operator, operatorSettings } = useStrings();
  const [name, setName] = useState(before.name);
  const [role, setRole] = useState<Role>(before.role);
  const given = name.trim();
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (given !== '') onPerson({ name: given, role });
      }}
    >
      <Field label={operatorSettings.name} value={name} onChange={setName} maxLength={40} data-first />
      <Choice
        label={operatorSettings.role}
        value={role}
        options={(['cashier', 'manager'] as const).map((value) => ({ value, text: operator.roles[value] }))}
        onChange={setRole}
      />
      <DialogButtons>
        <Button type="submit" look="primary" wide off={given === ''}>
          {enter}
        </Button>
      </DialogButtons>
    </form>
  );
}

/** Somebody new: who, and then the PIN. */
export function AddOperatorQuestion({ first }: { readonly first: boolean }) {
  const { operatorSettings } = useStrings();
  const [person, setPerson] = useState<OperatorView | null>(null);
  const busy = useBusy('operator.add');
  return person === null ? (
    <Person
      before={{ name: '', role: first ? 'manager' : 'cashier' }}
      enter={operatorSettings.next}
      onPerson={setPerson}
    />
  ) : (
    <NewPin
      enter={operatorSettings.addNow}
      busy={busy}
      onPin={(pin) => void answerWith('operator.add', { ...person, pin })}
    />
  );
}

/** Another name or another role. */
export function ChangeOperatorQuestion({ of }: { readonly of: OperatorView }) {
  const { operatorSettings } = useStrings();
  return (
    <Person
      before={of}
      enter={operatorSettings.save}
      onPerson={({ name, role }) =>
        void answerWith('operator.change', { name: of.name, newName: name, role })
      }
    />
  );
}

/** A new PIN for somebody. */
export function NewPinQuestion({ name }: { readonly name: string }) {
  const { operatorSettings } = useStrings();
  const busy = useBusy('operator.setPin');
  return (
    <NewPin
      enter={operatorSettings.setPin}
      busy={busy}
      onPin={(pin) => void answerWith('operator.setPin', { name, pin })}
    />
  );
}

/** Somebody who shall not log in any more. */
export function RemoveOperatorQuestion({ name, last }: { readonly name: string; readonly last: boolean }) {
  const { operatorSettings } = useStrings();
  return (
    <>
      <DialogText>{operatorSettings.removeText(name)}</DialogText>
      {last && <DialogText>{operatorSettings.removeLastText}</DialogText>}
      <DialogButtons>
        <Button look="strong" wide data-first onClick={closeQuestion}>
          {operatorSettings.keepNow}
        </Button>
        <Button look="danger" wide onClick={() => void answerWith('operator.remove', { name })}>
          {operatorSettings.removeNow}
        </Button>
      </DialogButtons>
    </>
  );
}
