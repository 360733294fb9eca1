import { useState } from 'react';
import { isThisMachine, mailSecurities } from '../../../preload/contract/mail.ts';
import { actOnce, useBusy } from '../../acts.ts';
import { useDraft } from '../../drafts.ts';
import { sayInfo } from '../../notices.ts';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';
import { useStrings } from '../../words.ts';
import { Card } from './card.tsx';
import { SaveButtons } from './save-buttons.tsx';
import styles from './settings.module.css';
import { type SectionOf, useSection } from './use-section.ts';

function Password() {
  const { printer } = useStrings();
  const [password, setPassword] = useState('');
  const keep = async (): Promise<void> => {
    if (!(await actOnce('mail.setPassword', { password }))) return;
    setPassword('');
    sayInfo(printer.mailPasswordKept);
  };
  return (
    <>
      <Field
        label={printer.mailPassword}
        hint={printer.mailPasswordHint}
        secret
        value={password}
        onChange={setPassword}
        maxLength={500}
      />
      <div className={styles.buttons}>
        <Button off={password === ''} onClick={() => void keep()}>
          {printer.mailKeepPassword}
        </Button>
      </div>
    </>
  );
}

function Form({ kept, change }: SectionOf<'mail'>) {
  const { printer } = useStrings();
  const draft = useDraft('printer/mail', { ...kept, port: String(kept.port) });
  const { value } = draft;
  const busy = useBusy('settings.change');
  const save = async (): Promise<void> => {
    if (await change({ ...value, port: Number(value.port) || 0 })) draft.discard();
  };
  return (
    <Card name={printer.mail} unsaved={draft.changed}>
      <p className={styles.soft}>{printer.mailHint}</p>
      <Field
        label={printer.mailHost}
        value={value.host}
        maxLength={253}
        onChange={(host) => draft.set({ host: host.trim() })}
      />
      <Field
        label={printer.mailPort}
        value={value.port}
        inputMode="numeric"
        maxLength={5}
        onChange={(port) => draft.set({ port })}
      />
      <Choice
        label={printer.mailSecurity}
        value={value.security}
        options={mailSecurities
          .filter((one) => one !== 'none' || isThisMachine(value.host))
          .map((one) => ({ value: one, text: printer.mailSecurities[one] }))}
        onChange={(security) => draft.set({ security })}
      />
      <Field
        label={printer.mailFrom}
        value={value.from}
        inputMode="email"
        maxLength={254}
        onChange={(from) => draft.set({ from: from.trim() })}
      />
      <Field
        label={printer.mailUser}
        value={value.user}
        maxLength={254}
        onChange={(user) => draft.set({ user: user.trim() })}
      />
      <SaveButtons
        of={printer.mail}
        draft={draft}
        save={printer.mailSave}
        off={busy}
        onSave={() => void save()}
      />
      {kept.host !== '' && kept.user !== '' && <Password />}
    </Card>
  );
}

/** The mail server that receipts are sent with, where the shop has one. */
export function MailSettings() {
  const section = useSection('mail');
  return section === null ? null : <Form {...section} />;
}
