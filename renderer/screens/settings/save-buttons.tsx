import type { Draft } from '../../drafts.ts';
import { Button } from '../../parts/button.tsx';
import { useStrings } from '../../words.ts';
import styles from './settings.module.css';

interface SaveButtonsProps {
  /** The form's name, for who hears the buttons. */
  readonly of: string;
  readonly draft: Pick<Draft<object>, 'changed' | 'discard'>;
  /** Left out in a form, which is saved by Enter as well. */
  readonly onSave?: () => void;
  readonly save?: string;
  readonly off?: boolean;
}

/** The end of a form: what was typed is saved, or discarded. Until one of them is pressed it stays. */
export function SaveButtons({ of, draft, onSave, save, off = false }: SaveButtonsProps) {
  const { settings } = useStrings();
  return (
    <div className={styles.saving}>
      <Button off={!draft.changed} aria-label={`${settings.discard}: ${of}`} onClick={draft.discard}>
        {settings.discard}
      </Button>
      <Button
        type={onSave === undefined ? 'submit' : 'button'}
        look="primary"
        wide
        off={off}
        onClick={onSave}
      >
        {save ?? settings.save}
      </Button>
    </div>
  );
}
