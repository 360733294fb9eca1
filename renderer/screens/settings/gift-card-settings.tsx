import { useDraft } from '../../drafts.ts';
import { sayError } from '../../notices.ts';
import { readKroner, typedKroner } from '../../numbers.ts';
import { Field } from '../../parts/field.tsx';
import { useStrings } from '../../words.ts';
import { Card } from './card.tsx';
import { SaveButtons } from './save-buttons.tsx';
import styles from './settings.module.css';
import { type SectionOf, useSection } from './use-section.ts';

function Limits({ kept, change }: SectionOf<'giftCards'>) {
  const { giftCardLimits } = useStrings();
  const draft = useDraft('articles/gift-cards', {
    lowest: typedKroner(kept.lowest),
    highest: typedKroner(kept.highest),
    months: String(kept.months),
  });
  const { lowest, highest, months } = draft.value;
  const save = async (): Promise<void> => {
    const value = {
      lowest: readKroner(lowest) ?? 0,
      highest: readKroner(highest) ?? 0,
      months: /^\d{1,3}$/.test(months.trim()) ? Number(months.trim()) : 0,
    };
    const right = value.lowest >= 100 && value.highest >= value.lowest && value.highest <= 10_000_000;
    if (!right || value.months < 1 || value.months > 120) sayError(giftCardLimits.wrong);
    else if (await change(value)) draft.discard();
  };
  return (
    <Card name={giftCardLimits.title} unsaved={draft.changed}>
      <Field
        label={giftCardLimits.lowest}
        value={lowest}
        onChange={(text) => draft.set({ lowest: text })}
        inputMode="decimal"
        maxLength={9}
      />
      <Field
        label={giftCardLimits.highest}
        value={highest}
        onChange={(text) => draft.set({ highest: text })}
        inputMode="decimal"
        maxLength={9}
      />
      <Field
        label={giftCardLimits.months}
        value={months}
        onChange={(text) => draft.set({ months: text })}
        inputMode="numeric"
        maxLength={3}
      />
      <p className={styles.soft}>{giftCardLimits.monthsText}</p>
      <SaveButtons of={giftCardLimits.title} draft={draft} onSave={() => void save()} />
    </Card>
  );
}

/** What gift cards the shop sells. */
export function GiftCardSettings() {
  const section = useSection('giftCards');
  return section === null ? null : <Limits {...section} />;
}
