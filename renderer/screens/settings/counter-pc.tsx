import { act, useBusy } from '../../acts.ts';
import { Button } from '../../parts/button.tsx';
import { Several } from '../../parts/several.tsx';
import { useStrings } from '../../words.ts';
import { Card } from './card.tsx';
import { OnOrOff } from './on-or-off.tsx';
import styles from './settings.module.css';
import { useSection } from './use-section.ts';

const choices = ['kiosk', 'startAtLogin'] as const;

/** How the till lives on the counter's computer, and the way out of it. */
export function CounterPc() {
  const { care } = useStrings();
  const section = useSection('counterPc');
  const busy = useBusy('till.close');
  if (section === null) return null;
  const { kept, change } = section;
  const chosen = choices.filter((choice) => kept[choice]);
  return (
    <>
      <Card name={care.pc.title}>
        <Several
          label={care.pc.explain}
          values={chosen}
          options={choices.map((value) => ({ value, text: care.pc[value] }))}
          onChange={(wanted) =>
            void change({
              kiosk: wanted.includes('kiosk'),
              startAtLogin: wanted.includes('startAtLogin'),
            })
          }
        />
      </Card>
      <OnOrOff section="sounds" name={care.pc.sounds} explain={care.pc.soundsExplain} />
      <OnOrOff
        section="screenKeyboard"
        name={care.pc.screenKeyboard}
        explain={care.pc.screenKeyboardExplain}
      />
      <Card name={care.pc.close}>
        <p className={styles.soft}>{care.pc.closeText}</p>
        <div className={styles.buttons}>
          <Button look="danger" off={busy} onClick={() => void act('till.close', {})}>
            {care.pc.closeNow}
          </Button>
        </div>
      </Card>
    </>
  );
}
