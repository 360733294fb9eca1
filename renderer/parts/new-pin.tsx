import { useState } from 'react';
import { sayError } from '../notices.ts';
import { useStrings } from '../words.ts';
import { PinEntry } from './pin-entry.tsx';

interface NewPinProps {
  readonly enter: string;
  readonly busy: boolean;
  readonly onPin: (pin: string) => void;
}

/** A PIN that nobody can read while it is typed, and that is typed twice therefore. */
export function NewPin({ enter, busy, onPin }: NewPinProps) {
  const { operatorSettings } = useStrings();
  const [first, setFirst] = useState<string | null>(null);
  const [pin, setPin] = useState('');

  function entered(): void {
    setPin('');
    if (first === null) {
      setFirst(pin);
    } else if (first === pin) {
      onPin(pin);
    } else {
      setFirst(null);
      sayError(operatorSettings.pinDiffers);
    }
  }

  return (
    <>
      <p aria-live="polite">{first === null ? operatorSettings.pinHint : operatorSettings.pinAgain}</p>
      <PinEntry
        value={pin}
        onChange={setPin}
        onEnter={entered}
        enter={first === null ? operatorSettings.next : enter}
        busy={busy}
      />
    </>
  );
}
