import { useLayoutEffect, useRef, useState } from 'react';
import type { PointerEvent, ReactNode, RefObject } from 'react';
import { createPortal } from 'react-dom';
import { keysOf, type Layer } from '../letters.ts';
import { useTill } from '../till.ts';
import { doneTyping } from '../touched.ts';
import { eraseFrom, type TextField, typeInto } from '../typed.ts';
import { useStrings } from '../words.ts';
import styles from './letter-keys.module.css';

interface KeyProps {
  readonly name?: string;
  readonly wide?: 'key' | 'bar';
  readonly pressed?: boolean;
  /** Acts when the finger is lifted: it takes the keys away, and the rest of the tap must not reach what lies below. */
  readonly onLift?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

/** A key types when the finger comes down, so that two thumbs may overlap; the field keeps the focus. */
function Key({ name, wide, pressed, onLift = false, onPress, children }: KeyProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.key}
      data-wide={wide}
      {...(name !== undefined && { 'aria-label': name })}
      aria-pressed={pressed}
      onPointerDown={(event: PointerEvent) => {
        event.preventDefault();
        if (!onLift) onPress();
      }}
      // A press that is no finger's comes from a reader.
      onClick={(event) => {
        if (onLift || event.detail === 0) onPress();
      }}
    >
      {children}
    </button>
  );
}

/** Tells the page how high the keys stand, so that what is typed into is seen above them. */
function useRoomFor(field: TextField): RefObject<HTMLDivElement | null> {
  const keys = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    const settle = (): void => {
      style.setProperty('--keyboard', `${String(keys.current?.offsetHeight ?? 0)}px`);
      field.scrollIntoView({ block: 'center' });
    };
    settle();
    window.addEventListener('resize', settle);
    return () => {
      window.removeEventListener('resize', settle);
      style.removeProperty('--keyboard');
    };
  }, [field]);
  return keys;
}

/** Letters for a finger, at the foot of the window. A dialog that is open has them inside: the rest is out of reach then. */
export default function LetterKeys({ field }: { readonly field: TextField }) {
  const { letterKeys, pad } = useStrings();
  const language = useTill((view) => view.language);
  const [layer, setLayer] = useState<Layer>('letters');
  const [upper, setUpper] = useState(false);
  const keys = useRoomFor(field);
  const type = (text: string): void => {
    typeInto(field, text);
    setUpper(false);
  };
  const rows = keysOf(language, layer, upper);
  return createPortal(
    <div ref={keys} className={styles.keys} role="group" aria-label={letterKeys.label}>
      {rows.map((row, index) => (
        <div key={index} className={styles.row}>
          {index === 3 && (
            <Key name={letterKeys.capitals} wide="key" pressed={upper} onPress={() => setUpper(!upper)}>
              ⇧
            </Key>
          )}
          {row.map((key) => (
            <Key key={key} onPress={() => type(key)}>
              {key}
            </Key>
          ))}
          {index === 3 && (
            <Key name={pad.erase} wide="key" onPress={() => eraseFrom(field)}>
              ⌫
            </Key>
          )}
        </div>
      ))}
      <div className={styles.row}>
        <Key wide="key" onPress={() => setLayer(layer === 'letters' ? 'signs' : 'letters')}>
          {layer === 'letters' ? letterKeys.signs : letterKeys.letters}
        </Key>
        <Key onPress={() => type('@')}>@</Key>
        <Key onPress={() => type(',')}>,</Key>
        <Key name={letterKeys.space} wide="bar" onPress={() => type(' ')}>
          {' '}
        </Key>
        <Key onPress={() => type('.')}>.</Key>
        <Key onPress={() => type('-')}>-</Key>
        {field instanceof HTMLTextAreaElement && (
          <Key name={letterKeys.newLine} onPress={() => type('\n')}>
            ↵
          </Key>
        )}
        <Key wide="key" onLift onPress={doneTyping}>
          {letterKeys.done}
        </Key>
      </div>
    </div>,
    field.closest('dialog') ?? document.body,
  );
}
