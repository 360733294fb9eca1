import { useEffect, useState } from 'react';
import type { ConnectionDraft, SetUpFinding, SetUpMistake } from '../../../preload/contract/set-up.ts';
import { replyOnce, useBusy, read } from '../../acts.ts';
import { useDraft } from '../../drafts.ts';
import { Button } from '../../parts/button.tsx';
import { MarkedField } from './entry.tsx';
import { Findings } from './findings.tsx';
import { YesOrNo } from './pages.tsx';
import styles from './set-up.module.css';
import { useStrings } from '../../words.ts';
import { useSetUpStrings } from './words.ts';

interface Told {
  /** What it was said of: of anything else it says nothing. */
  readonly of: ConnectionDraft;
  readonly mistakes: readonly SetUpMistake[];
  readonly findings: readonly SetUpFinding[];
}

function Form({ kept }: { readonly kept: ConnectionDraft }) {
  const strings = useSetUpStrings();
  const { settings } = useStrings();
  const { connection } = strings;
  const { value: draft, changed, set, discard } = useDraft('connection/dintero', kept);
  const [said, setSaid] = useState<Told | null>(null);
  const busy = useBusy('connection.check', 'connection.change');
  const told: Told = said?.of === draft ? said : { of: draft, mistakes: [], findings: [] };
  const setStore = (change: Partial<ConnectionDraft['store']>): void =>
    set({ store: { ...draft.store, ...change } });
  const setWay = (change: Partial<ConnectionDraft['dintero']>): void =>
    set({ dintero: { ...draft.dintero, ...change } });

  /** Whether all is right, so that it may be saved without a further word. */
  const check = async (): Promise<boolean> => {
    const reply = await replyOnce('connection.check', { draft });
    if (reply?.ok !== true) return false;
    setSaid({ of: draft, ...reply.value });
    const { mistakes, findings } = reply.value;
    return mistakes.length === 0 && findings.every(({ outcome }) => outcome === 'ok');
  };
  const save = async (): Promise<void> => {
    const reply = await replyOnce('connection.change', { draft });
    if (reply?.ok !== true) return;
    if (reply.value.mistakes.length === 0) discard();
    setSaid({ of: draft, mistakes: reply.value.mistakes, findings: [] });
  };
  const checkAndSave = async (): Promise<void> => {
    if (await check()) await save();
  };
  const doubtful = told.findings.some(({ outcome }) => outcome !== 'ok');

  const field = (
    label: string,
    name: string,
    value: string,
    onChange: (text: string) => void,
    hint?: string,
  ) => (
    <MarkedField
      label={label}
      names={[name]}
      value={value}
      mistakes={told.mistakes}
      onChange={(text) => onChange(text.trim())}
      {...(hint === undefined ? {} : { hint })}
    />
  );
  const { store, dintero } = draft;
  return (
    <form
      className={styles.fields}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void checkAndSave();
      }}
    >
      <p>{connection.intro}</p>
      {field(strings.store.id, 'store.id', store.id, (id) => setStore({ id }))}
      {field(strings.terminal.id, 'store.terminalId', store.terminalId, (terminalId) =>
        setStore({ terminalId }),
      )}
      {field(strings.store.payout, 'store.payoutDestinationId', store.payoutDestinationId, (id) =>
        setStore({ payoutDestinationId: id }),
      )}
      {field(strings.profile.profileId, 'profileId', draft.profileId, (profileId) => set({ profileId }))}
      {field(connection.returnUrl, 'dintero.returnUrl', dintero.returnUrl, (returnUrl) =>
        setWay({ returnUrl }),
      )}
      {field(
        connection.callbackUrl,
        'dintero.callbackUrl',
        dintero.callbackUrl,
        (callbackUrl) => setWay({ callbackUrl }),
        connection.callbackHint,
      )}
      <YesOrNo
        label={strings.profile.block}
        value={dintero.sendSeitatechBlock}
        onChange={(sendSeitatechBlock) => setWay({ sendSeitatechBlock })}
      />
      <YesOrNo
        label={strings.profile.publish}
        value={dintero.publishToTerminal}
        onChange={(publishToTerminal) => setWay({ publishToTerminal })}
      />
      <YesOrNo
        label={strings.profile.refund}
        value={dintero.refundAtTerminal}
        onChange={(refundAtTerminal) => setWay({ refundAtTerminal })}
      />
      <div aria-live="polite" className={styles.outcome}>
        {busy ? <p className={styles.hint}>{strings.checking}</p> : <Findings findings={told.findings} />}
      </div>
      <div className={styles.cardButtons}>
        <Button
          off={!changed}
          aria-label={`${settings.discard}: ${settings.sections.connection}`}
          onClick={discard}
        >
          {settings.discard}
        </Button>
        <Button off={busy} onClick={() => void check()}>
          {connection.check}
        </Button>
        {doubtful && (
          <Button off={busy} onClick={() => void save()}>
            {connection.anyway}
          </Button>
        )}
        <Button look="primary" type="submit" off={busy}>
          {connection.save}
        </Button>
      </div>
    </form>
  );
}

/** What a manager may change of the till's way to Dintero. The secret and Dintero's addresses are not among it. */
export default function ConnectionForm() {
  const [kept, setKept] = useState<ConnectionDraft | null>(null);
  useEffect(() => {
    void read('settings.view', {}).then((view) => {
      if (view === null) return;
      const { checkoutUrl: _there, apiUrl: _too, ...dintero } = view.dintero;
      const { storeId: id, terminalId, payoutDestinationId, profileId } = view;
      setKept({ profileId, store: { id, terminalId, payoutDestinationId }, dintero });
    });
  }, []);
  return kept === null ? null : <Form kept={kept} />;
}
