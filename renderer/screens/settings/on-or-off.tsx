import { Choice } from '../../parts/choice.tsx';
import { useStrings } from '../../words.ts';
import { Card } from './card.tsx';
import { useSection } from './use-section.ts';

interface OnOrOffProps {
  readonly section: 'sounds' | 'screenKeyboard';
  readonly name: string;
  readonly explain: string;
}

/** Something of the till's that a shop may turn off. */
export function OnOrOff({ section, name, explain }: OnOrOffProps) {
  const { pc } = useStrings().care;
  const told = useSection(section);
  if (told === null) return null;
  const { kept, change } = told;
  return (
    <Card name={name}>
      <Choice
        label={explain}
        value={kept.on ? 'on' : 'off'}
        options={(['on', 'off'] as const).map((value) => ({ value, text: pc[value] }))}
        onChange={(value) => void change({ on: value === 'on' })}
      />
    </Card>
  );
}
