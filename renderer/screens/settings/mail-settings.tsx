import { useState } from 'react';
import { isThisMachine, mailSecurities } from '../../../preload/contract/mail.ts';
import { actOnce, useBusy } from '../../acts.ts';
import { sayInfo } from '../../notices.ts';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';
import { useStrings } from '../../words.ts';
import { Card } from './card.tsx';
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
  const [value, setValue] = useState(kept);
  const [port, setPort] = useState(String(kept.port));
  const busy = useBusy('settings.change');
  const save = (): void => void change({ ...value, port: Number(port) || 0 });
  return (
    <Card name={printer.mail}>
      <p className={styles.soft}>{printer.mailHint}</p>
      <Field
        label={printer.mailHost}
        value={value.host}
        maxLength={253}
        onChange={(host) => setValue({ ...value, host: host.trim() })}
      />
      <Field label={printer.mailPort} value={port} inputMode="numeric" maxLength={5} onChange={setPort} />
      <Choice
        label={printer.mailSecurity}
        value={value.security}
        options={mailSecurities
          .filter((one) => one !== 'none' || isThisMachine(value.host))
          .map((one) => ({ value: one, text: printer.mailSecurities[one] }))}
        onChange={(security) => setValue({ ...value, security })}
      />
      <Field
        label={printer.mailFrom}
        value={value.from}
        inputMode="email"
        maxLength={254}
        onChange={(from) => setValue({ ...value, from: from.trim() })}
      />
      <Field
        label={printer.mailUser}
        value={value.user}
        maxLength={254}
        onChange={(user) => setValue({ ...value, user: user.trim() })}
      />
      <div className={styles.buttons}>
        <Button look="primary" off={busy} onClick={save}>
          {printer.mailSave}
        </Button>
      </div>
      {kept.host !== '' && kept.user !== '' && <Password />}
    </Card>
  );
}

/** The mail server that receipts are sent with, where the shop has one. */
export function MailSettings() {
  const section = useSection('mail');
  return section === null ? null : <Form key={JSON.stringify(section.kept)} {...section} />;
}
