import { useId, useState } from 'react';
import { actOnce, useBusy } from '../acts.ts';
import { sayInfo } from '../notices.ts';
import { closeQuestion } from '../place.ts';
import { Button } from '../parts/button.tsx';
import { DialogButtons, DialogText } from '../parts/dialog.tsx';
import { useStrings } from '../words.ts';
import styles from './secret.module.css';

/** Another client secret: typed or pasted, tested at Dintero, and gone from the window. */
export function ReplaceSecretQuestion() {
  const { operatorSettings, settings } = useStrings();
  const [secret, setSecret] = useState('');
  const id = useId();
  const busy = useBusy('secret.replace');
  const off = busy || secret.trim() === '';

  async function replace(): Promise<void> {
    const done = await actOnce('secret.replace', { secret: secret.trim() });
    setSecret('');
    if (!done) return;
    closeQuestion();
    sayInfo(operatorSettings.secretReplaced);
  }

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!off) void replace();
      }}
    >
      <DialogText>{operatorSettings.replaceText}</DialogText>
      <label className={styles.label} htmlFor={id}>
        {settings.secret}
      </label>
      <input
        id={id}
        type="password"
        autoComplete="off"
        spellCheck={false}
        maxLength={500}
        className={styles.input}
        value={secret}
        data-first
        onChange={(event) => setSecret(event.target.value)}
      />
      <DialogButtons>
        <Button type="submit" look="primary" wide off={off}>
          {operatorSettings.testAndReplace}
        </Button>
      </DialogButtons>
    </form>
  );
}
