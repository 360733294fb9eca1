import { useEffect, useRef, useState } from 'react';
import type { LineView } from '../../preload/contract/view.ts';
import { useFormats } from '../words.ts';

/** The line that was rung up, counted up or counted down last, as it differs from before; null when none was. */
function lineOfChange(before: readonly LineView[], now: readonly LineView[]): LineView | null {
  const known = new Map(before.map((line) => [line.lineId, line]));
  const changed = (line: LineView): boolean => {
    const was = known.get(line.lineId);
    return was?.quantity !== line.quantity || was.unitPrice !== line.unitPrice;
  };
  // A deposit goes with its line.
  return now.findLast((line) => !line.isDeposit && changed(line)) ?? null;
}

/** Reads out what a scan or a press has rung up: how many of what, and what they come to. The total is read by itself. */
export function RungUp({ lines }: { readonly lines: readonly LineView[] }) {
  const formats = useFormats();
  const before = useRef(lines);
  const [line, setLine] = useState<LineView | null>(null);
  useEffect(() => {
    const changed = lineOfChange(before.current, lines);
    before.current = lines;
    if (changed !== null || lines.length === 0) setLine(changed);
  }, [lines]);
  return (
    <p className="unseen" aria-live="polite" aria-atomic="true">
      {line !== null &&
        `${formats.quantity(line.quantity)} ${line.description} ${formats.kroner(line.amount)}`}
    </p>
  );
}
