import { useEffect, useState } from 'react';
import { act, useBusy, read } from '../../acts.ts';
import { useDraft } from '../../drafts.ts';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';
import { useTill } from '../../till.ts';
import { useStrings } from '../../words.ts';
import { Card } from './card.tsx';
import { SaveButtons } from './save-buttons.tsx';
import { type SectionOf, useSection } from './use-section.ts';

/** How the till stands with updates, and a way to look for one. */
function Status() {
  const { update } = useStrings();
  const busy = useBusy('update.look');
  const [status, setStatus] = useState<{ readonly sentence: string; readonly looks: boolean } | null>(null);
  // Asked again when one has come, and when the language is another.
  const ready = useTill((view) => view.update?.version ?? view.language);
  useEffect(() => {
    let stale = false;
    void read('update.status', {}).then((told) => {
      if (!stale && told !== null) setStatus(told);
    });
    return () => {
      stale = true;
    };
  }, [ready]);
  const look = async (): Promise<void> => {
    const told = await act('update.look', {});
    if (told !== null) setStatus({ sentence: told.sentence, looks: true });
  };
  return (
    <Card name={update.title}>
      <p aria-live="polite">{status?.sentence}</p>
      {status?.looks === true && (
        <Button off={busy} onClick={() => void look()}>
          {update.look}
        </Button>
      )}
    </Card>
  );
}

function Where({ kept, change }: SectionOf<'updates'>) {
  const { update, settings } = useStrings();
  const draft = useDraft('updates/where', kept);
  const { address, automatic } = draft.value;
  const save = async (): Promise<void> => {
    if (await change(draft.value)) draft.discard();
  };
  return (
    <Card name={update.how} unsaved={draft.changed}>
      <Choice
        label={update.automatic}
        value={automatic ? 'yes' : 'no'}
        options={[
          { value: 'yes', text: settings.yes },
          { value: 'no', text: settings.no },
        ]}
        onChange={(value) => draft.set({ automatic: value === 'yes' })}
      />
      <Field
        label={update.address}
        value={address}
        hint={update.addressHint}
        maxLength={300}
        onChange={(text) => draft.set({ address: text.trim() })}
      />
      <SaveButtons of={update.how} draft={draft} onSave={() => void save()} />
    </Card>
  );
}

/** New versions: how they come, and from where. */
export function UpdateSettings() {
  const section = useSection('updates');
  return (
    <>
      <Status />
      {section !== null && <Where {...section} />}
    </>
  );
}
