import type { SetUpFinding } from '../../../preload/contract/set-up.ts';
import styles from './set-up.module.css';
import { useSetUpStrings } from './words.ts';

/** What Dintero said, each with its outcome in words: a colour alone says nothing to everybody. */
export function Findings({ findings }: { readonly findings: readonly SetUpFinding[] }) {
  const strings = useSetUpStrings();
  if (findings.length === 0) return null;
  return (
    <ul className={styles.findings}>
      {findings.map(({ check, outcome, sentence }) => (
        <li key={check} className={styles.finding} data-outcome={outcome}>
          <strong>{strings.outcomes[outcome]}</strong>
          <span>{sentence}</span>
        </li>
      ))}
    </ul>
  );
}
