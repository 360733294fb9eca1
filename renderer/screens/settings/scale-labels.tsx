import { useState } from 'react';
import type { ShopSettings } from '../../../preload/contract/settings.ts';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';
import { useStrings } from '../../words.ts';
import { Card } from './card.tsx';
import styles from './settings.module.css';
import { type SectionOf, useSection } from './use-section.ts';

type Rule = ShopSettings['labels']['rules'][number];

function Rules({ kept, change }: SectionOf<'labels'>) {
  const { articles, settings } = useStrings();
  const [prefix, setPrefix] = useState('');
  const [digits, setDigits] = useState('5');
  const [says, setSays] = useState<Rule['says']>('weight');
  const [innerCheck, setInnerCheck] = useState(false);
  const itemDigits = /^[2-7]$/.test(digits.trim()) ? Number(digits) : null;
  const known = kept.rules.some((rule) => rule.prefix === prefix.trim());
  const off = !/^2\d{0,2}$/.test(prefix.trim()) || itemDigits === null || known || kept.rules.length >= 10;
  const add = async (): Promise<void> => {
    if (off) return;
    const rule = { prefix: prefix.trim(), itemDigits, innerCheck, says };
    if (await change({ rules: [...kept.rules, rule] })) setPrefix('');
  };
  return (
    <Card name={articles.labels}>
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
        <Field label={articles.prefix} value={prefix} onChange={setPrefix} maxLength={3} />
        <Field label={articles.itemDigits} value={digits} onChange={setDigits} maxLength={1} />
        <Choice
          label={articles.rest}
          value={says}
          options={[
            { value: 'weight', text: articles.says.weight },
            { value: 'price', text: articles.says.price },
          ]}
          onChange={setSays}
        />
        <Choice
          label={articles.innerCheck}
          value={innerCheck ? 'yes' : 'no'}
          options={[
            { value: 'no', text: settings.no },
            { value: 'yes', text: settings.yes },
          ]}
          onChange={(value) => setInnerCheck(value === 'yes')}
        />
        <Button type="submit" look="primary" off={off}>
          {articles.addRule}
        </Button>
      </form>
    </Card>
  );
}

/** How the shop's own scales write their labels. */
export function ScaleLabels() {
  const section = useSection('labels');
  return section === null ? null : <Rules {...section} />;
}
