import { useEffect, useState } from 'react';
import type { Answers } from '../../../preload/contract/calls.ts';
import { act } from '../../acts.ts';
import { Button } from '../../parts/button.tsx';
import type { Strings } from '../../strings/index.ts';
import { useStrings } from '../../words.ts';
import { useFilling } from './draft.ts';
import { Findings } from './findings.tsx';
import styles from './set-up.module.css';
import type { SetUpStrings } from './strings-en.ts';
import { useSetUpStrings } from './words.ts';

type Begun = Answers<'setUp.begin'>;

function rowsOf(strings: SetUpStrings, kinds: Strings['printer']['kinds']): [string, string][] {
  const { seller, accountId, client, profileId, store, printer, operators } = useFilling.getState().draft;
  const roles = strings.operators.roles;
  return [
    [strings.seller.name, seller.name],
    [strings.seller.organisationNumber, seller.organisationNumber],
    [strings.ready.address, seller.address.filter((line) => line.trim() !== '').join(', ')],
    [strings.account.accountId, accountId],
    [strings.account.clientId, client.id],
    [strings.profile.profileId, profileId],
    [strings.store.id, store.id],
    [strings.store.payout, store.payoutDestinationId],
    [strings.terminal.id, store.terminalId],
    [strings.pages.printer, `${kinds[printer.kind]} ${printer.address}`.trim()],
    [
      strings.pages.operators,
      operators.length === 0
        ? strings.ready.noOperators
        : operators.map(({ name, role }) => `${name} (${roles[role].toLowerCase()})`).join(', '),
    ],
  ];
}

/** Everything that is filled in, asked about once more. An answer that did not come says nothing against it. */
async function check(): Promise<Answers<'setUp.check'>> {
  const { draft } = useFilling.getState();
  const answer = await act('setUp.check', { step: 'all', draft });
  return answer ?? { mistakes: [], findings: [], choices: null };
}

interface ReadyProps {
  readonly begun: Begun;
  readonly onBack: () => void;
}

/** Everything once more, checked once more, and the one press that keeps it. */
export function ReadyPage({ begun, onBack }: ReadyProps) {
  const strings = useSetUpStrings();
  const { ready } = strings;
  const { kinds } = useStrings().printer;
  const [checked, setChecked] = useState<Answers<'setUp.check'> | null>(null);
  const [secretInFile, setSecretInFile] = useState(false);
  const [finishing, setFinishing] = useState(false);
  const [said, setSaid] = useState<string | null>(null);

  useEffect(() => void check().then(setChecked), []);
  const checkAgain = (): void => {
    setChecked(null);
    void check().then(setChecked);
  };

  const finish = async (): Promise<void> => {
    if (begun.keyStore === 'none' && !secretInFile) {
      setSaid(ready.secretAgreement);
      return;
    }
    setFinishing(true);
    setSaid(null);
    const done = await act('setUp.finish', { draft: useFilling.getState().draft, secretInFile });
    // The page begins anew when the till is installed.
    if (done?.kind === 'installed') return;
    setFinishing(false);
    if (done?.kind === 'mistakes') setChecked({ mistakes: done.mistakes, findings: [], choices: null });
    if (done?.kind === 'no-key-store') setSaid(ready.secretAgreement);
    if (done?.kind === 'not-kept') setSaid(done.sentence);
  };

  return (
    <>
      <dl className={styles.facts}>
        {rowsOf(strings, kinds).map(([name, value]) => (
          <div key={name} className={styles.fact}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h2 className={styles.name}>{ready.checks}</h2>
      <div aria-live="polite">
        {checked === null && <p>{strings.checking}</p>}
        {checked !== null && checked.mistakes.length > 0 && (
          <div className={styles.wrong}>
            <p>{ready.mistakes}</p>
            <ul>
              {checked.mistakes.map(({ field, sentence }) => (
                <li key={field}>{`${field}: ${sentence}`}</li>
              ))}
            </ul>
          </div>
        )}
        <Findings findings={checked?.findings ?? []} />
      </div>
      {begun.keyStore === 'none' ? (
        <div className={styles.keyStore} data-tone="warn">
          <p>{ready.keyStore.none(begun.secretFile)}</p>
          <label className={styles.agree}>
            <input
              type="checkbox"
              checked={secretInFile}
              onChange={(event) => setSecretInFile(event.target.checked)}
            />
            <span>{ready.secretInFile}</span>
          </label>
        </div>
      ) : (
        <p className={styles.keyStore} data-tone={begun.keyStore === 'weak' ? 'warn' : 'plain'}>
          {ready.keyStore[begun.keyStore]}
        </p>
      )}
      {said !== null && (
        <p role="alert" className={styles.wrong}>
          {said}
        </p>
      )}
      <div className={styles.buttons}>
        <Button onClick={onBack}>{strings.back}</Button>
        <Button onClick={checkAgain}>{strings.checkAgain}</Button>
        <Button look="primary" off={finishing || checked === null} onClick={() => void finish()}>
          {finishing ? ready.finishing : ready.finish}
        </Button>
      </div>
    </>
  );
}
