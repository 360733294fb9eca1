import { useState } from 'react';
import { sayError } from '../../notices.ts';
import { readKroner, typedKroner } from '../../numbers.ts';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { useStrings } from '../../words.ts';
import { Card } from './card.tsx';
import styles from './settings.module.css';
import { type SectionOf, useSection } from './use-section.ts';

function Limits({ kept, change }: SectionOf<'giftCards'>) {
  const { giftCardLimits, settings } = useStrings();
  const [lowest, setLowest] = useState(typedKroner(kept.lowest));
  const [highest, setHighest] = useState(typedKroner(kept.highest));
  const [months, setMonths] = useState(String(kept.months));
  const save = (): void => {
    const value = {
      lowest: readKroner(lowest) ?? 0,
      highest: readKroner(highest) ?? 0,
      months: /^\d{1,3}$/.test(months.trim()) ? Number(months.trim()) : 0,
    };
    const right = value.lowest >= 100 && value.highest >= value.lowest && value.highest <= 10_000_000;
    if (right && value.months >= 1 && value.months <= 120) void change(value);
    else sayError(giftCardLimits.wrong);
  };
  return (
    <Card name={giftCardLimits.title}>
      <Field
        label={giftCardLimits.lowest}
        value={lowest}
        onChange={setLowest}
        inputMode="decimal"
        maxLength={9}
      />
      <Field
        label={giftCardLimits.highest}
        value={highest}
        onChange={setHighest}
        inputMode="decimal"
        maxLength={9}
      />
      <Field
        label={giftCardLimits.months}
        value={months}
        onChange={setMonths}
        inputMode="numeric"
        maxLength={3}
      />
      <p className={styles.soft}>{giftCardLimits.monthsText}</p>
      <Button look="primary" onClick={save}>
        {settings.save}
      </Button>
    </Card>
  );
}

/** What gift cards the shop sells. */
export function GiftCardSettings() {
  const section = useSection('giftCards');
  return section === null ? null : <Limits {...section} />;
}
