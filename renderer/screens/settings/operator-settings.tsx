import { useEffect, useState } from 'react';
import type { OperatorSettings as Table, OperatorView } from '../../../preload/contract/operator.ts';
import { call } from '../../acts.ts';
import { useDraft } from '../../drafts.ts';
import { sayError } from '../../notices.ts';
import { readKroner, readPercent, typedKroner } from '../../numbers.ts';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';
import { ask, usePlace } from '../../place.ts';
import { useTill } from '../../till.ts';
import { useStrings } from '../../words.ts';
import { Card } from './card.tsx';
import styles from './operator-settings.module.css';
import { SaveButtons } from './save-buttons.tsx';
import { type SectionOf, useSection } from './use-section.ts';

/** The operators as the till has them, asked for anew whenever a dialog about them closed. */
function useStaff(): readonly OperatorView[] {
  const asking = usePlace((place) => place.question !== null);
  const [staff, setStaff] = useState<readonly OperatorView[]>([]);
  useEffect(() => {
    let current = true;
    void call('operator.list', {}).then((reply) => {
      if (current && reply.ok) setStaff(reply.value);
    });
    return () => {
      current = false;
    };
  }, [asking]);
  return staff;
}

function Staff() {
  const { operator, operatorSettings } = useStrings();
  const staff = useStaff();
  return (
    <Card name={operatorSettings.list}>
      {staff.length === 0 && <p className={styles.soft}>{operatorSettings.none}</p>}
      <ul className={styles.staff}>
        {staff.map((one) => (
          <li key={one.name} className={styles.one}>
            <span className={styles.name}>{one.name}</span>
            <span className={styles.soft}>{operator.roles[one.role]}</span>
            <Button
              aria-label={operatorSettings.change(one.name)}
              onClick={() => ask({ kind: 'change-operator', of: one })}
            >
              {operatorSettings.changeShort}
            </Button>
            <Button
              aria-label={operatorSettings.newPin(one.name)}
              onClick={() => ask({ kind: 'new-pin', name: one.name })}
            >
              {operatorSettings.newPinShort}
            </Button>
            <Button
              aria-label={operatorSettings.remove(one.name)}
              onClick={() => ask({ kind: 'remove-operator', name: one.name, last: staff.length === 1 })}
            >
              {operatorSettings.removeShort}
            </Button>
          </li>
        ))}
      </ul>
      <Button onClick={() => ask({ kind: 'add-operator', first: staff.length === 0 })}>
        {operatorSettings.add}
      </Button>
    </Card>
  );
}

const acts = [
  'cashRefundOfCard',
  'refundOfAnotherTill',
  'manualDecision',
  'giftCard',
  'priceChange',
  'settings',
  'export',
  'openDrawer',
  'training',
  'update',
] as const satisfies readonly (keyof Table)[];

/** What stands in the fields, as a person types it. */
interface Typed {
  readonly refundOver: string;
  readonly discountOver: string;
  readonly moveCashOver: string;
  readonly lockAfter: string;
}

function typedOf({ refundOver, discountOver, moveCashOver, lockAfterMinutes }: Table): Typed {
  return {
    refundOver: refundOver === null ? '' : typedKroner(refundOver),
    discountOver: discountOver === null ? '' : typedKroner(discountOver),
    moveCashOver: moveCashOver === null ? '' : typedKroner(moveCashOver),
    lockAfter: String(lockAfterMinutes),
  };
}

/** The limits as numbers, undefined for one that cannot be read. Zero percent is a limit too. */
function limitsOf({ refundOver, discountOver, moveCashOver, lockAfter }: Typed) {
  const limit = (text: string, read: (text: string) => number | null) =>
    text.trim() === '' ? null : (read(text) ?? undefined);
  const percent = (text: string): number | null => (/^0+$/.test(text.trim()) ? 0 : readPercent(text));
  const minutes = /^\d{1,3}$/.test(lockAfter.trim()) ? Number(lockAfter.trim()) : undefined;
  return {
    refundOver: limit(refundOver, readKroner),
    discountOver: limit(discountOver, percent),
    moveCashOver: limit(moveCashOver, readKroner),
    lockAfterMinutes: minutes === undefined || minutes > 240 ? undefined : minutes,
  };
}

function WhatNeedsAManager({ kept, change }: SectionOf<'operators'>) {
  const { operatorSettings, settings } = useStrings();
  const draft = useDraft('operators/table', { ...kept, ...typedOf(kept) });
  const { refundOver, discountOver, moveCashOver, lockAfter, ...table } = draft.value;
  const typed: Typed = { refundOver, discountOver, moveCashOver, lockAfter };

  async function save(): Promise<void> {
    const { refundOver, discountOver, moveCashOver, lockAfterMinutes } = limitsOf(typed);
    if (
      refundOver === undefined ||
      discountOver === undefined ||
      moveCashOver === undefined ||
      lockAfterMinutes === undefined
    ) {
      sayError(operatorSettings.wrong);
      return;
    }
    if (await change({ ...table, refundOver, discountOver, moveCashOver, lockAfterMinutes })) draft.discard();
  }

  const limits = limitsOf(typed);
  return (
    <Card name={operatorSettings.table} unsaved={draft.changed}>
      <Field
        label={operatorSettings.refundOver}
        hint={operatorSettings.noLimit}
        value={typed.refundOver}
        aria-invalid={limits.refundOver === undefined}
        onChange={(text) => draft.set({ refundOver: text })}
      />
      <Field
        label={operatorSettings.discountOver}
        hint={operatorSettings.noLimit}
        value={typed.discountOver}
        aria-invalid={limits.discountOver === undefined}
        onChange={(text) => draft.set({ discountOver: text })}
      />
      <Field
        label={operatorSettings.moveCashOver}
        hint={operatorSettings.noLimit}
        value={typed.moveCashOver}
        aria-invalid={limits.moveCashOver === undefined}
        onChange={(text) => draft.set({ moveCashOver: text })}
      />
      {acts.map((act) => (
        <Choice
          key={act}
          label={operatorSettings.needs[act]}
          value={table[act] ? 'yes' : 'no'}
          options={(['yes', 'no'] as const).map((value) => ({ value, text: settings[value] }))}
          onChange={(answer) => draft.set({ [act]: answer === 'yes' })}
        />
      ))}
      <Field
        label={operatorSettings.lockAfter}
        hint={operatorSettings.lockNever}
        value={typed.lockAfter}
        aria-invalid={limits.lockAfterMinutes === undefined}
        onChange={(text) => draft.set({ lockAfter: text })}
      />
      <SaveButtons of={operatorSettings.table} draft={draft} onSave={() => void save()} />
    </Card>
  );
}

/** Who may log in, and what needs a manager. */
export function OperatorSettings() {
  const section = useSection('operators');
  const free = useTill((view) => view.access.kind === 'free');
  return (
    <>
      <Staff />
      {!free && section !== null && <WhatNeedsAManager {...section} />}
    </>
  );
}
