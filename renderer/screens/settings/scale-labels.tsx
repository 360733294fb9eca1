import type { ShopSettings } from '../../../preload/contract/settings.ts';
import { useDraft } from '../../drafts.ts';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';
import { useStrings } from '../../words.ts';
import { Card } from './card.tsx';
import { SaveButtons } from './save-buttons.tsx';
import styles from './settings.module.css';
import { type SectionOf, useSection } from './use-section.ts';

type Rule = ShopSettings['labels']['rules'][number];

/** A rule as it is typed. */
interface Typed extends Pick<Rule, 'prefix' | 'says' | 'innerCheck'> {
  readonly digits: string;
}

const noRule: Typed = { prefix: '', digits: '5', says: 'weight', innerCheck: false };

function Rules({ kept, change }: SectionOf<'labels'>) {
  const { articles, settings } = useStrings();
  const draft = useDraft('articles/labels', noRule);
  const { prefix, digits, says, innerCheck } = draft.value;
  const itemDigits = /^[2-7]$/.test(digits.trim()) ? Number(digits) : null;
  const known = kept.rules.some((rule) => rule.prefix === prefix.trim());
  const off = !/^2\d{0,2}$/.test(prefix.trim()) || itemDigits === null || known || kept.rules.length >= 10;
  const add = async (): Promise<void> => {
    if (off) return;
    const rule = { prefix: prefix.trim(), itemDigits, innerCheck, says };
    if (await change({ rules: [...kept.rules, rule] })) draft.discard();
  };
  return (
    <Card name={articles.labels} unsaved={draft.changed}>
      <p className={styles.soft}>{articles.labelsText}</p>
      <ul className={styles.found}>
        {kept.rules.map((rule) => (
          <li key={rule.prefix} className={styles.rule}>
            <span>{articles.rule(rule.prefix, rule.itemDigits, articles.says[rule.says])}</span>
            <Button
              onClick={() => void change({ rules: kept.rules.filter((other) => other !== rule) })}
              aria-label={`${articles.remove} ${rule.prefix}`}
            >
              {articles.remove}
            </Button>
          </li>
        ))}
      </ul>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <Field
          label={articles.prefix}
          value={prefix}
          onChange={(text) => draft.set({ prefix: text })}
          maxLength={3}
        />
        <Field
          label={articles.itemDigits}
          value={digits}
          onChange={(text) => draft.set({ digits: text })}
          maxLength={1}
        />
        <Choice
          label={articles.rest}
          value={says}
          options={[
            { value: 'weight', text: articles.says.weight },
            { value: 'price', text: articles.says.price },
          ]}
          onChange={(value) => draft.set({ says: value })}
        />
        <Choice
          label={articles.innerCheck}
          value={innerCheck ? 'yes' : 'no'}
          options={[
            { value: 'no', text: settings.no },
            { value: 'yes', text: settings.yes },
          ]}
          onChange={(value) => draft.set({ innerCheck: value === 'yes' })}
        />
        <SaveButtons of={articles.labels} draft={draft} save={articles.addRule} off={off} />
      </form>
    </Card>
  );
}

/** How the shop's own scales write their labels. */
export function ScaleLabels() {
  const section = useSection('labels');
  return section === null ? null : <Rules {...section} />;
}
