import { Button } from '../../parts/button.tsx';
import styles from './set-up.module.css';
import { useSetUpStrings } from './words.ts';

export interface KnownThing {
  readonly id: string;
  readonly text: string;
}

interface KnownProps {
  readonly of: string;
  readonly things: readonly KnownThing[];
  readonly typed: string;
  readonly onChoose: (id: string) => void;
}

/** More would not be chosen from; typing narrows them down. */
const most = 12;

/** What the account has at Dintero, to choose with a finger instead of typing it. */
export function Known({ of, things, typed, onChoose }: KnownProps) {
  const { known } = useSetUpStrings();
  const sought = typed.trim().toLowerCase();
  const exact = things.some(({ id }) => id === typed);
  const fits = exact ? things : things.filter(({ text }) => text.toLowerCase().includes(sought));
  // What fits nothing is a mistake, and the right one is among all of them.
  const shown = (fits.length > 0 ? fits : things).slice(0, most);
  if (shown.length === 0) return null;
  return (
    <div className={styles.known} role="group" aria-label={`${known}: ${of}`}>
      <p className={styles.label}>{known}</p>
      <div className={styles.choices}>
        {shown.map(({ id, text }) => (
          <Button key={id} aria-pressed={id === typed} onClick={() => onChoose(id)}>
            {text}
          </Button>
        ))}
      </div>
    </div>
  );
}
