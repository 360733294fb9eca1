import type { SetUpDraft } from '../../../preload/contract/set-up.ts';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { fill, useFilling } from './draft.ts';
import { Entry } from './entry.tsx';
import styles from './set-up.module.css';
import { useSetUpStrings } from './words.ts';

type Operator = SetUpDraft['operators'][number];

/** Who may use the till. The list may stay empty. */
export function OperatorsPage() {
  const { operators: strings } = useSetUpStrings();
  const operators = useFilling(({ draft }) => draft.operators);
  const wrong = useFilling(({ mistakes }) => mistakes.find(({ field }) => field === 'operators')?.sentence);
  const change = (at: number, part: Partial<Operator>): void =>
    fill({ operators: operators.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  return (
    <>
      {operators.length === 0 && <p className={styles.hint}>{strings.none}</p>}
      {operators.map((operator, at) => (
        // A row has nothing of its own but its place.
        <fieldset key={at} className={styles.operator}>
          <Entry
            label={strings.name(at + 1)}
            names={[`operators[${String(at)}].name`]}
            value={operator.name}
            onChange={(name) => change(at, { name })}
          />
          <Entry
            label={strings.pin(at + 1)}
            names={[`operators[${String(at)}].pin`]}
            kind="secret"
            hint={strings.pinHint}
            value={operator.pin}
            onChange={(pin) => change(at, { pin: pin.replace(/\D/g, '') })}
          />
          <Choice
            label={strings.role}
            value={operator.role}
            options={(['manager', 'cashier'] as const).map((value) => ({
              value,
              text: strings.roles[value],
            }))}
            onChange={(role) => change(at, { role })}
          />
          <Button
            look="quiet"
            onClick={() => fill({ operators: operators.filter((_one, index) => index !== at) })}
          >
            {strings.remove(at + 1)}
          </Button>
        </fieldset>
      ))}
      {wrong !== undefined && <p className={styles.wrong}>{wrong}</p>}
      <Button
        onClick={() =>
          fill({
            operators: [
              ...operators,
              { name: '', pin: '', role: operators.length === 0 ? 'manager' : 'cashier' },
            ],
          })
        }
      >
        {strings.add}
      </Button>
    </>
  );
}
