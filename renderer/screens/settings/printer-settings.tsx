import {
  bauds,
  codePages,
  copiesToo,
  cuts,
  drawerLevels,
  drawers,
  isAddressOf,
  paperColumns,
  printerKinds,
  type PrinterSettings as Printer,
} from '../../../preload/contract/printer.ts';
import { actOnce, replyOnce, useBusy } from '../../acts.ts';
import { useDraft } from '../../drafts.ts';
import { sayError, sayInfo } from '../../notices.ts';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';
import { useStrings } from '../../words.ts';
import { Card } from './card.tsx';
import { DisplaySettings } from './display-settings.tsx';
import { LogoSettings } from './logo-settings.tsx';
import { MailSettings } from './mail-settings.tsx';
import { SaveButtons } from './save-buttons.tsx';
import styles from './settings.module.css';
import { type SectionOf, useSection } from './use-section.ts';

interface PartProps {
  readonly value: Printer;
  readonly set: (change: Partial<Printer>) => void;
}

/** Where the printer is, and what it prints on. */
function Paper({ value, set }: PartProps) {
  const { printer } = useStrings();
  const escPos = value.kind === 'network' || value.kind === 'device';
  const widths = { 32: printer.paper.c32, 42: printer.paper.c42, 48: printer.paper.c48 } as const;
  return (
    <>
      <Choice
        label={printer.kind}
        value={value.kind}
        options={printerKinds.map((kind) => ({ value: kind, text: printer.kinds[kind] }))}
        onChange={(kind) => set({ kind })}
      />
      {escPos && (
        <Field
          label={printer.address}
          value={value.address}
          hint={value.kind === 'network' ? printer.networkHint : printer.deviceHint}
          maxLength={255}
          onChange={(address) => set({ address: address.trim() })}
        />
      )}
      {value.kind === 'device' && (
        <Choice
          label={printer.baud}
          value={value.baud}
          options={bauds.map((baud) => ({ value: baud, text: String(baud) }))}
          onChange={(baud) => set({ baud })}
        />
      )}
      {value.kind === 'system' && (
        <Choice
          label={printer.columns}
          value={value.columns === 32 ? 32 : 42}
          options={([32, 42] as const).map((columns) => ({
            value: columns,
            text: printer.rolls[columns === 32 ? 58 : 80],
          }))}
          onChange={(columns) => set({ columns })}
        />
      )}
      {escPos && (
        <>
          <Choice
            label={printer.columns}
            value={value.columns}
            options={paperColumns.map((columns) => ({ value: columns, text: widths[columns] }))}
            onChange={(columns) => set({ columns })}
          />
          <Choice
            label={printer.codePage}
            value={value.codePage}
            options={codePages.map((page) => ({ value: page, text: printer.codePages[page] }))}
            onChange={(codePage) => set({ codePage })}
          />
          <Choice
            label={printer.cut}
            value={value.cut}
            options={cuts.map((cut) => ({ value: cut, text: printer.cuts[cut] }))}
            onChange={(cut) => set({ cut })}
          />
        </>
      )}
    </>
  );
}

/** What is printed without being asked for, and the drawer. */
function Habits({ value, set }: PartProps) {
  const { printer } = useStrings();
  const escPos = value.kind === 'network' || value.kind === 'device';
  const sockets = {
    none: printer.drawers.none,
    'pin-2': printer.drawers.pin2,
    'pin-5': printer.drawers.pin5,
  } as const;
  if (value.kind === 'none') return null;
  return (
    <>
      <Choice
        label={printer.afterSale}
        value={value.afterSale ? 'yes' : 'no'}
        options={(['yes', 'no'] as const).map((answer) => ({ value: answer, text: printer[answer] }))}
        onChange={(answer) => set({ afterSale: answer === 'yes' })}
      />
      {value.afterSale && (
        <Choice
          label={printer.copyToo}
          value={value.copyToo}
          options={copiesToo.map((when) => ({ value: when, text: printer.copiesToo[when] }))}
          onChange={(copyToo) => set({ copyToo })}
        />
      )}
      {escPos && (
        <Choice
          label={printer.drawer}
          value={value.drawer}
          options={drawers.map((drawer) => ({ value: drawer, text: sockets[drawer] }))}
          onChange={(drawer) => set({ drawer })}
        />
      )}
      {escPos && value.drawer !== 'none' && (
        <Choice
          label={printer.drawerOpenAt}
          value={value.drawerOpenAt}
          options={drawerLevels.map((level) => ({ value: level, text: printer.drawerLevels[level] }))}
          onChange={(drawerOpenAt) => set({ drawerOpenAt })}
        />
      )}
    </>
  );
}

function Form({ kept, change }: SectionOf<'printer'>) {
  const { printer } = useStrings();
  const draft = useDraft('printer/printer', kept);
  const { value, changed, set } = draft;
  const busy = useBusy('printer.test', 'settings.change', 'day.openDrawer');
  const save = async (): Promise<void> => {
    if (!isAddressOf(value.kind, value.address)) sayError(printer.badAddress);
    else if (await change(value)) draft.discard();
  };
  const test = async (): Promise<void> => {
    const reply = await replyOnce('printer.test', {});
    if (reply?.ok === true && reply.value.printed) sayInfo(printer.printed);
  };
  // What is tried is what is kept, and not what stands in the form.
  return (
    <Card name={printer.title} unsaved={changed}>
      <Paper value={value} set={set} />
      <Habits value={value} set={set} />
      <SaveButtons of={printer.title} draft={draft} off={busy} onSave={() => void save()} />
      <div className={styles.buttons}>
        <Button off={busy || changed || kept.kind === 'none'} onClick={() => void test()}>
          {printer.test}
        </Button>
        <Button
          off={busy || changed || kept.drawer === 'none'}
          onClick={() => void actOnce('day.openDrawer', { reason: printer.drawerReason })}
        >
          {printer.openDrawer}
        </Button>
      </div>
    </Card>
  );
}

/** The receipt printer, its drawer, the logo, and the screen that faces the customer. */
export function PrinterSettings() {
  const section = useSection('printer');
  return (
    <>
      {section !== null && <Form {...section} />}
      <LogoSettings />
      <DisplaySettings />
      <MailSettings />
    </>
  );
}
