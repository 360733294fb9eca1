import { Choice } from '../../parts/choice.tsx';
import { useStrings } from '../../words.ts';
import { Card } from './card.tsx';
import { useSection } from './use-section.ts';

/** Whether a screen faces the customer, and which. */
export function DisplaySettings() {
  const { printer } = useStrings();
  const section = useSection('display');
  if (section === null) return null;
  const { kept, change } = section;
  return (
    <Card name={printer.display}>
      <Choice
        label={printer.displayOn}
        value={kept.on ? 'yes' : 'no'}
        options={(['yes', 'no'] as const).map((answer) => ({ value: answer, text: printer[answer] }))}
        onChange={(answer) => void change({ ...kept, on: answer === 'yes' })}
      />
      {kept.on && (
        <Choice
          label={printer.displayScreen}
          value={kept.screen}
          options={[0, 1, 2, 3, 4].map((screen) => ({
            value: screen,
            text: screen === 0 ? printer.otherScreen : String(screen),
          }))}
          onChange={(screen) => void change({ ...kept, screen })}
        />
      )}
    </Card>
  );
}
