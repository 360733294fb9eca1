import { Choice } from '../../parts/choice.tsx';
import { useStrings } from '../../words.ts';
import { Card } from './card.tsx';
import { useSection } from './use-section.ts';

const orders = ['card-first', 'cash-first'] as const;

/** How money goes back. */
export function RefundSettings() {
  const { refundOrder } = useStrings();
  const section = useSection('refund');
  if (section === null) return null;
  const { kept, change } = section;
  return (
    <Card name={refundOrder.title}>
      <Choice
        label={refundOrder.label}
        value={kept.order}
        options={orders.map((value) => ({ value, text: refundOrder.orders[value] }))}
        onChange={(order) => void change({ ...kept, order })}
      />
    </Card>
  );
}
