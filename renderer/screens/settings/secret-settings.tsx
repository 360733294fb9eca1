import { ask } from '../../place.ts';
import { Button } from '../../parts/button.tsx';
import { useStrings } from '../../words.ts';
import { Card } from './card.tsx';
import styles from './operator-settings.module.css';

/** What the till logs in to Dintero with: it can be replaced, and is never shown. */
export function SecretSettings() {
  const { operatorSettings, settings } = useStrings();
  return (
    <Card name={settings.secret}>
      <p className={styles.soft}>{operatorSettings.secretText}</p>
      <Button onClick={() => ask({ kind: 'replace-secret' })}>{operatorSettings.replaceSecret}</Button>
    </Card>
  );
}
