import { useEffect, useState } from 'react';
import type { OperatorView } from '../../preload/contract/operator.ts';
import { call, replyOnce, useBusy } from '../acts.ts';
import { answerManager, type ManagerAsked, useManagerAsked } from '../manager.ts';
import { Dialog, DialogText } from '../parts/dialog.tsx';
import { OperatorList } from '../parts/operator-list.tsx';
import { PinEntry } from '../parts/pin-entry.tsx';
import { useStrings } from '../words.ts';
import styles from './manager.module.css';

function Approval({ asked }: { readonly asked: ManagerAsked }) {
  const { operator } = useStrings();
  const [managers, setManagers] = useState<readonly OperatorView[]>([]);
  const [name, setName] = useState<string | null>(null);
  const [pin, setPin] = useState('');
  const busy = useBusy('operator.approve');
  const chosen = name ?? managers[0]?.name ?? null;
  useEffect(() => {
    void call('operator.list', {}).then((reply) => {
      if (reply.ok) setManagers(reply.value.filter(({ role }) => role === 'manager'));
    });
  }, []);

  async function approve(): Promise<void> {
    if (chosen === null) return;
    const reply = await replyOnce('operator.approve', { approval: asked.approval, name: chosen, pin });
    if (reply === null) return;
    setPin('');
    if (reply.ok) answerManager(true);
  }

  return (
    <div className={styles.manager}>
      <div className={styles.who}>
        <DialogText>{asked.sentence}</DialogText>
        <OperatorList label={operator.manager} operators={managers} chosen={chosen} onChoose={setName} />
        <p className={styles.soft}>{operator.managerText}</p>
      </div>
      <PinEntry
        value={pin}
        onChange={setPin}
        onEnter={() => void approve()}
        enter={operator.approve}
        busy={busy}
      />
    </div>
  );
}

/** A manager's PIN for one thing, on top of whatever is being asked; the cashier stays logged in. */
export function ManagerQuestion() {
  const { operator } = useStrings();
  const asked = useManagerAsked((state) => state.asked);
  if (asked === null) return null;
  return (
    <Dialog key={asked.approval} title={operator.managerTitle} onClose={() => answerManager(false)}>
      <Approval asked={asked} />
    </Dialog>
  );
}
