import type { Accounts } from '../../../preload/contract/books.ts';
import { useDraft } from '../../drafts.ts';
import { sayError } from '../../notices.ts';
import { Choice } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';
import { useFormats, useStrings } from '../../words.ts';
import { Card } from './card.tsx';
import { DayExportSettings } from './day-export-settings.tsx';
import { SaveButtons } from './save-buttons.tsx';
import styles from './settings.module.css';
import { type SectionOf, useSection } from './use-section.ts';

const drawerKinds = ['till', 'operator'] as const;

function Closing({ kept, change }: SectionOf<'closing'>) {
  const { books, settings } = useStrings();
  return (
    <Card name={books.closing}>
      <Choice
        label={books.askTerminal}
        value={kept.terminalTotals ? 'yes' : 'no'}
        options={[
          { value: 'yes', text: settings.yes },
          { value: 'no', text: settings.no },
        ]}
        onChange={(value) => void change({ ...kept, terminalTotals: value === 'yes' })}
      />
      <p className={styles.soft}>{books.askTerminalText}</p>
      <Choice
        label={books.drawers}
        value={kept.drawers}
        options={drawerKinds.map((value) => ({ value, text: books.drawerKinds[value] }))}
        onChange={(drawers) => void change({ ...kept, drawers })}
      />
      <p className={styles.soft}>{books.drawersText}</p>
    </Card>
  );
}

/** The highest rate first. */
function byRate(accounts: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(accounts).toSorted(([a], [b]) => Number(b) - Number(a));
}

const single = ['cash', 'card', 'rounding', 'cashDifference', 'movements', 'drop', 'giftCards'] as const;
const isAccount = (text: string): boolean => /^\d{3,8}$/.test(text);

function AccountNumbers({ kept, change }: SectionOf<'accounts'>) {
  const { books } = useStrings();
  const formats = useFormats();
  const draft = useDraft('books/accounts', kept);
  const now = draft.value;
  const save = async (): Promise<void> => {
    const { sales, vat, ...others } = now;
    const all = [...Object.values(sales), ...Object.values(vat), ...Object.values(others)];
    if (!all.every(isAccount)) sayError(books.accountWrong);
    else if (await change(now)) draft.discard();
  };
  const field = (label: string, value: string, set: (text: string) => Partial<Accounts>) => (
    <Field
      key={label}
      label={label}
      value={value}
      inputMode="numeric"
      maxLength={8}
      onChange={(text) => draft.set(set(text.replace(/\D/g, '')))}
    />
  );
  return (
    <Card name={books.accounts} unsaved={draft.changed}>
      <p className={styles.soft}>{books.accountsText}</p>
      <div className={styles.fields}>
        {byRate(now.sales).map(([rate, account]) =>
          field(books.sales(formats.rate(Number(rate))), account, (text) => ({
            sales: { ...now.sales, [rate]: text },
          })),
        )}
        {byRate(now.vat).map(([rate, account]) =>
          field(books.vat(formats.rate(Number(rate))), account, (text) => ({
            vat: { ...now.vat, [rate]: text },
          })),
        )}
        {single.map((name) => field(books[name], now[name], (text) => ({ [name]: text })))}
      </div>
      <SaveButtons of={books.accounts} draft={draft} onSave={() => void save()} />
    </Card>
  );
}

/** What belongs to the end of the day, and to the accountant. */
export function BooksSettings() {
  const closing = useSection('closing');
  const accounts = useSection('accounts');
  return (
    <>
      {closing !== null && <Closing {...closing} />}
      <DayExportSettings />
      {accounts !== null && <AccountNumbers {...accounts} />}
    </>
  );
}
