import type { Figures } from '../numbers.ts';
import { Field } from './field.tsx';
import { NumberPad } from './number-pad.tsx';

interface FiguresEntryProps {
  readonly label: string;
  readonly figures: Figures;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The figures that a dialog asks for first, with the number pad below them. */
export function FiguresEntry({ label, figures, value, onChange }: FiguresEntryProps) {
  return (
    <>
      <Field label={label} value={value} onChange={onChange} figures={figures} inputMode="none" data-first />
      <NumberPad value={value} onChange={onChange} />
    </>
  );
}
