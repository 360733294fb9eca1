import type { SetUpDraft } from '../../../preload/contract/set-up.ts';
import { Choice } from '../../parts/choice.tsx';
import { fill, useFilling } from './draft.ts';
import { Entry } from './entry.tsx';
import { Known } from './known.tsx';
import styles from './set-up.module.css';
import { useSetUpStrings } from './words.ts';

const currencies: readonly SetUpDraft['currency'][] = ['NOK', 'SEK', 'DKK', 'EUR'];

function useDraft(): SetUpDraft {
  return useFilling(({ draft }) => draft);
}

/** Yes or no, as two large buttons. */
export function YesOrNo(props: { label: string; value: boolean; onChange: (value: boolean) => void }) {
  const { seller } = useSetUpStrings();
  return (
    <Choice
      label={props.label}
      value={props.value ? 'yes' : 'no'}
      options={[
        { value: 'yes', text: seller.yes },
        { value: 'no', text: seller.no },
      ]}
      onChange={(value) => props.onChange(value === 'yes')}
    />
  );
}

export function SellerPage() {
  const { seller: strings } = useSetUpStrings();
  const { seller, currency } = useDraft();
  const set = (change: Partial<SetUpDraft['seller']>): void => fill({ seller: { ...seller, ...change } });
  const [first = '', second = ''] = seller.address;
  return (
    <>
      <Entry
        label={strings.name}
        names={['seller.name']}
        value={seller.name}
        onChange={(name) => set({ name })}
      />
      <Entry
        label={strings.organisationNumber}
        names={['seller.organisationNumber']}
        kind="digits"
        hint={strings.organisationHint}
        value={seller.organisationNumber}
        onChange={(text) => set({ organisationNumber: text.replace(/\s/g, '') })}
      />
      <YesOrNo
        label={strings.vat}
        value={seller.vatRegistered}
        onChange={(vatRegistered) => set({ vatRegistered })}
      />
      <Entry
        label={strings.addressLine(1)}
        names={['seller.address', 'seller.address[0]']}
        value={first}
        onChange={(line) => set({ address: [line, second] })}
      />
      <Entry
        label={strings.addressLine(2)}
        names={['seller.address[1]']}
        value={second}
        onChange={(line) => set({ address: [first, line] })}
      />
      <Choice
        label={strings.currency}
        value={currency}
        options={currencies.map((value) => ({ value, text: value }))}
        onChange={(value) => fill({ currency: value })}
      />
    </>
  );
}

export function AccountPage() {
  const { account: strings } = useSetUpStrings();
  const { accountId, client, dintero } = useDraft();
  const wrongAddress = useFilling(({ mistakes }) =>
    mistakes.some(({ field }) => field.startsWith('dintero.')),
  );
  // What is copied from a web page brings blanks with it.
  const trimmed = (text: string): string => text.trim();
  return (
    <>
      <Entry
        label={strings.accountId}
        names={['accountId']}
        hint={strings.accountHint}
        value={accountId}
        onChange={(text) => fill({ accountId: trimmed(text).toUpperCase() })}
      />
      <Entry
        label={strings.clientId}
        names={['client.id']}
        value={client.id}
        onChange={(text) => fill({ client: { ...client, id: trimmed(text) } })}
      />
      <Entry
        label={strings.secret}
        names={['client.secret']}
        kind="secret"
        hint={strings.secretHint}
        value={client.secret}
        onChange={(text) => fill({ client: { ...client, secret: trimmed(text) } })}
      />
      <details className={styles.more} open={wrongAddress}>
        <summary className={styles.summary}>{strings.addresses}</summary>
        <Entry
          label={strings.checkoutUrl}
          names={['dintero.checkoutUrl']}
          value={dintero.checkoutUrl}
          onChange={(text) => fill({ dintero: { ...dintero, checkoutUrl: trimmed(text) } })}
        />
        <Entry
          label={strings.apiUrl}
          names={['dintero.apiUrl']}
          value={dintero.apiUrl}
          onChange={(text) => fill({ dintero: { ...dintero, apiUrl: trimmed(text) } })}
        />
      </details>
    </>
  );
}

export function ProfilePage() {
  const { profile: strings } = useSetUpStrings();
  const { profileId, dintero } = useDraft();
  const profiles = useFilling(({ choices }) => choices?.profiles) ?? [];
  const set = (change: Partial<SetUpDraft['dintero']>): void => fill({ dintero: { ...dintero, ...change } });
  return (
    <>
      <Entry
        label={strings.profileId}
        names={['profileId']}
        value={profileId}
        onChange={(text) => fill({ profileId: text.trim() })}
      />
      <Known
        of={strings.profileId}
        things={profiles.map(({ id }) => ({ id, text: id }))}
        typed={profileId}
        onChoose={(id) => fill({ profileId: id })}
      />
      <details className={styles.more}>
        <summary className={styles.summary}>{strings.more}</summary>
        <p className={styles.hint}>{strings.moreHint}</p>
        <YesOrNo
          label={strings.block}
          value={dintero.sendSeitatechBlock}
          onChange={(sendSeitatechBlock) => set({ sendSeitatechBlock })}
        />
        <YesOrNo
          label={strings.publish}
          value={dintero.publishToTerminal}
          onChange={(publishToTerminal) => set({ publishToTerminal })}
        />
        <YesOrNo
          label={strings.refund}
          value={dintero.refundAtTerminal}
          onChange={(refundAtTerminal) => set({ refundAtTerminal })}
        />
      </details>
    </>
  );
}

export function StorePage() {
  const { store: strings } = useSetUpStrings();
  const { store } = useDraft();
  const stores = useFilling(({ choices }) => choices?.stores) ?? [];
  const set = (change: Partial<SetUpDraft['store']>): void => fill({ store: { ...store, ...change } });
  const choose = (id: string): void => {
    const chosen = stores.find((one) => one.id === id);
    set({ id, payoutDestinationId: chosen?.payoutDestinationId ?? store.payoutDestinationId });
  };
  return (
    <>
      <Entry
        label={strings.id}
        names={['store.id']}
        value={store.id}
        onChange={(id) => set({ id: id.trim() })}
      />
      <Known
        of={strings.id}
        things={stores.map(({ id, name }) => ({ id, text: name === '' ? id : `${name} (${id})` }))}
        typed={store.id}
        onChoose={choose}
      />
      <Entry
        label={strings.payout}
        names={['store.payoutDestinationId']}
        value={store.payoutDestinationId}
        onChange={(id) => set({ payoutDestinationId: id.trim() })}
      />
    </>
  );
}

export function TerminalPage() {
  const { terminal: strings } = useSetUpStrings();
  const { store } = useDraft();
  const terminals = useFilling(({ choices }) => choices?.terminals) ?? [];
  const here = terminals.filter(({ storeId }) => storeId === null || storeId === store.id);
  const set = (id: string): void => fill({ store: { ...store, terminalId: id } });
  return (
    <>
      <Entry
        label={strings.id}
        names={['store.terminalId']}
        value={store.terminalId}
        onChange={(id) => set(id.trim())}
      />
      <Known
        of={strings.id}
        things={here.map(({ id, status }) => ({
          id,
          text: status === 'ACTIVE' ? id : strings.status(id, status),
        }))}
        typed={store.terminalId}
        onChoose={set}
      />
    </>
  );
}
