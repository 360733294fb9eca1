import { paperColumns, printerKinds } from '../../../preload/contract/printer.ts';
import type { SetUpDraft } from '../../../preload/contract/set-up.ts';
import { Choice } from '../../parts/choice.tsx';
import { useStrings } from '../../words.ts';
import { fill, useFilling } from './draft.ts';
import { Entry } from './entry.tsx';
import { YesOrNo } from './pages.tsx';
import { useSetUpStrings } from './words.ts';

/** Where receipts are printed. The rest of the printer's settings is a manager's to change later. */
export function PrinterPage() {
  const { printer: strings } = useStrings();
  const { printer: words } = useSetUpStrings();
  const printer = useFilling(({ draft }) => draft.printer);
  const set = (change: Partial<SetUpDraft['printer']>): void => fill({ printer: { ...printer, ...change } });
  const addressed = printer.kind === 'network' || printer.kind === 'device';
  const widths = { 32: strings.paper.c32, 42: strings.paper.c42, 48: strings.paper.c48 } as const;
  return (
    <>
      <Choice
        label={strings.kind}
        value={printer.kind}
        options={printerKinds.map((kind) => ({ value: kind, text: strings.kinds[kind] }))}
        onChange={(kind) => set({ kind })}
      />
      {addressed && (
        <>
          <Entry
            label={strings.address}
            names={['printer.address']}
            hint={printer.kind === 'network' ? strings.networkHint : strings.deviceHint}
            value={printer.address}
            onChange={(address) => set({ address: address.trim() })}
          />
          <Choice
            label={strings.columns}
            value={printer.columns}
            options={paperColumns.map((columns) => ({ value: columns, text: widths[columns] }))}
            onChange={(columns) => set({ columns })}
          />
        </>
      )}
      {printer.kind !== 'none' && (
        <YesOrNo
          label={words.afterSale}
          value={printer.afterSale}
          onChange={(afterSale) => set({ afterSale })}
        />
      )}
    </>
  );
}
