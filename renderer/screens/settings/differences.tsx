import { Cases } from '../../parts/cases.tsx';
import { useStrings } from '../../words.ts';
import { Card } from './card.tsx';

/** Where Dintero's books and the till's differ. */
export function Differences() {
  const { cases } = useStrings();
  return (
    <Card name={cases.title}>
      <Cases />
    </Card>
  );
}
