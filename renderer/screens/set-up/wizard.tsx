import { useEffect, useRef, useState, type ComponentType } from 'react';
import type { Answers } from '../../../preload/contract/calls.ts';
import type { SetUpStep } from '../../../preload/contract/set-up.ts';
import { act } from '../../acts.ts';
import { sayError } from '../../notices.ts';
import { Button } from '../../parts/button.tsx';
import { beginWith, pageAfter, type PageName, pages, turnTo, useFilling } from './draft.ts';
import { Findings } from './findings.tsx';
import { OperatorsPage } from './operators.tsx';
import { PrinterPage } from './printer.tsx';
import { AccountPage, ProfilePage, SellerPage, StorePage, TerminalPage } from './pages.tsx';
import { ReadyPage } from './ready.tsx';
import styles from './set-up.module.css';
import { useSetUpStrings } from './words.ts';

const fieldsOf: Readonly<Record<SetUpStep, ComponentType>> = {
  seller: SellerPage,
  account: AccountPage,
  profile: ProfilePage,
  store: StorePage,
  terminal: TerminalPage,
  printer: PrinterPage,
  operators: OperatorsPage,
};

function goBack(from: PageName): void {
  turnTo(pages[pages.indexOf(from) - 1] ?? 'seller');
}

/** Where the person is, and the way back to what was filled in before. */
function Progress({ page }: { readonly page: PageName }) {
  const strings = useSetUpStrings();
  const reached = useFilling((filling) => filling.reached);
  return (
    <nav aria-label={strings.progress}>
      <ol className={styles.progress}>
        {pages.map((name, at) => (
          <li key={name}>
            <Button
              look="quiet"
              off={at > reached}
              aria-current={name === page ? 'step' : undefined}
              onClick={() => turnTo(name)}
            >
              {`${String(at + 1)}. ${strings.pages[name]}`}
            </Button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** A page with fields: Next asks the till for mistakes, and then Dintero, before the next page comes. */
function Step({ step }: { readonly step: SetUpStep }) {
  const strings = useSetUpStrings();
  const { findings, passed } = useFilling();
  const [asking, setAsking] = useState(false);
  const Fields = fieldsOf[step];
  const form = useRef<HTMLFormElement>(null);
  const outcome = useRef<HTMLDivElement>(null);
  const told = findings.length > 0;

  const next = async (): Promise<void> => {
    if (asking) return;
    setAsking(true);
    const { draft } = useFilling.getState();
    const checked = await act('setUp.check', { step, draft });
    setAsking(false);
    const now = useFilling.getState();
    // What was changed while Dintero was asked is asked about anew.
    if (checked === null || now.page !== step || now.draft !== draft) return;
    if (checked.choices !== null) useFilling.setState({ choices: checked.choices });
    if (checked.mistakes.length > 0) {
      useFilling.setState({ mistakes: checked.mistakes, findings: [] });
      requestAnimationFrame(() => {
        const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
        if (wrong) wrong.focus();
        else sayError(checked.mistakes.map(({ sentence }) => sentence).join(' '));
      });
      return;
    }
    if (checked.findings.every(({ outcome }) => outcome === 'ok')) turnTo(pageAfter(step), checked.findings);
    else {
      useFilling.setState({ mistakes: [], findings: checked.findings });
      requestAnimationFrame(() => outcome.current?.scrollIntoView({ block: 'nearest' }));
    }
  };

  return (
    <form
      ref={form}
      className={styles.fields}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void next();
      }}
    >
      <Findings findings={passed} />
      <Fields />
      <div aria-live="assertive" ref={outcome} className={styles.outcome}>
        {asking && <p className={styles.hint}>{strings.checking}</p>}
        {!asking && <Findings findings={findings} />}
        {!asking && findings.some(({ outcome }) => outcome === 'unchecked') && (
          <p className={styles.hint}>{strings.later}</p>
        )}
      </div>
      <div className={styles.buttons}>
        {step !== 'seller' && <Button onClick={() => goBack(step)}>{strings.back}</Button>}
        {told && <Button onClick={() => turnTo(pageAfter(step))}>{strings.goOn}</Button>}
        <Button look="primary" type="submit" off={asking}>
          {told ? strings.checkAgain : strings.next}
        </Button>
      </div>
    </form>
  );
}

/** Sets a till up, page by page. Nothing is kept before the last press. */
export function Wizard() {
  const strings = useSetUpStrings();
  const page = useFilling((filling) => filling.page);
  const [begun, setBegun] = useState<Answers<'setUp.begin'> | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    void act('setUp.begin', {}).then((answer) => {
      setBegun(answer);
      if (answer !== null) beginWith(answer.checkoutUrl, answer.apiUrl);
    });
  }, []);
  useEffect(() => heading.current?.focus(), [page]);
  const intro = page === 'ready' ? strings.ready.intro : strings[page].intro;
  return (
    <div className={styles.setUp}>
      <Progress page={page} />
      <section className={styles.page}>
        <h1 className={styles.title} ref={heading} tabIndex={-1}>
          {strings.pages[page]}
        </h1>
        <p>{intro}</p>
        {page === 'ready'
          ? begun !== null && <ReadyPage begun={begun} onBack={() => goBack('ready')} />
          : begun !== null && <Step key={page} step={page} />}
      </section>
    </div>
  );
}
