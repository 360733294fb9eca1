import { useEffect, useState } from 'react';
import type { ImportProgressView, ImportView } from '../../preload/contract/view.ts';
import { act, actOnce } from '../acts.ts';
import { sayInfo } from '../notices.ts';
import { useTill } from '../till.ts';
import { useFormats, useStrings } from '../words.ts';
import { Button } from './button.tsx';
import styles from './import-articles.module.css';

type Step =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working' }
  | { readonly kind: 'preview'; readonly found: ImportView };

function Progress() {
  const { settings } = useStrings();
  const [progress, setProgress] = useState<ImportProgressView | null>(null);
  useEffect(() => window.till.onImportProgress(setProgress), []);
  if (progress === null) return null;
  const phase = settings[progress.phase];
  return (
    <label className={styles.progress}>
      {phase}
      <progress aria-label={phase} value={progress.done} max={Math.max(1, progress.total)} />
    </label>
  );
}

interface PreviewProps {
  readonly found: ImportView;
  readonly onAccept: () => void;
  readonly onDrop: () => void;
}

function Preview({ found, onAccept, onDrop }: PreviewProps) {
  const { settings } = useStrings();
  const formats = useFormats();
  return (
    <>
      <p>{settings.preview(found.fileName)}</p>
      <dl className={styles.counts}>
        <div>
          <dt>{settings.good}</dt>
          <dd>{formats.count(found.good)}</dd>
        </div>
        <div>
          <dt>{settings.changed}</dt>
          <dd>{formats.count(found.changed)}</dd>
        </div>
        <div data-bad={found.bad > 0}>
          <dt>{settings.bad}</dt>
          <dd>{formats.count(found.bad)}</dd>
        </div>
      </dl>
      {found.problems.length > 0 && (
        <ul className={styles.problems} tabIndex={0} aria-label={settings.bad}>
          {found.problems.map((problem, index) => (
            <li key={`${problem.line}-${index}`}>
              <strong>{settings.line(problem.line)}</strong> {problem.sentence}
            </li>
          ))}
          {found.bad > found.problems.length && (
            <li>{settings.moreBad(found.bad - found.problems.length)}</li>
          )}
        </ul>
      )}
      <div className={styles.buttons}>
        <Button look="strong" wide onClick={onDrop}>
          {settings.drop}
        </Button>
        <Button look="primary" wide off={found.good === 0} onClick={onAccept}>
          {settings.accept}
        </Button>
      </div>
    </>
  );
}

/** A catalogue file is read, shown with every bad row, and imported only when the person says so. */
export function ImportArticles() {
  const { settings } = useStrings();
  const articles = useTill((view) => view.articles);
  const [step, setStep] = useState<Step>({ kind: 'idle' });

  const staged = step.kind === 'preview' ? step.found.importId : null;
  useEffect(() => {
    if (staged === null) return undefined;
    // Whoever walks away from a preview did not accept it.
    return () => void actOnce('catalogue.dropImport', { importId: staged });
  }, [staged]);

  const choose = async (): Promise<void> => {
    setStep({ kind: 'working' });
    const found = await act('catalogue.chooseFile', {});
    setStep(found === null ? { kind: 'idle' } : { kind: 'preview', found });
  };
  const accept = async (found: ImportView): Promise<void> => {
    setStep({ kind: 'working' });
    const done = await act('catalogue.acceptImport', { importId: found.importId });
    setStep(done === null ? { kind: 'preview', found } : { kind: 'idle' });
    if (done !== null) sayInfo(settings.imported(done.changed));
  };
  switch (step.kind) {
    case 'preview':
      return (
        <Preview
          found={step.found}
          onAccept={() => void accept(step.found)}
          onDrop={() => setStep({ kind: 'idle' })}
        />
      );
    case 'idle':
    case 'working':
      return (
        <>
          <p>{settings.count(articles)}</p>
          <p className={styles.hint}>{settings.importHint}</p>
          <div className={styles.buttons}>
            <Button look="strong" wide off={step.kind === 'working'} onClick={() => void choose()}>
              {settings.import}
            </Button>
          </div>
          {step.kind === 'working' && <Progress />}
        </>
      );
  }
}
