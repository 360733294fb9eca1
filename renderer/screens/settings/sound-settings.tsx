import { Choice } from '../../parts/choice.tsx';
import { useStrings } from '../../words.ts';
import { Card } from './card.tsx';
import { useSection } from './use-section.ts';

/** Whether the till may be heard. */
export function SoundSettings() {
  const { pc } = useStrings().care;
  const section = useSection('sounds');
  if (section === null) return null;
  const { kept, change } = section;
  return (
    <Card name={pc.sounds}>
      <Choice
        label={pc.soundsExplain}
        value={kept.on ? 'on' : 'off'}
        options={(['on', 'off'] as const).map((value) => ({ value, text: pc[value] }))}
        onChange={(value) => void change({ on: value === 'on' })}
      />
    </Card>
  );
}
