import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';

/** How long (ms) a screen reader takes to know a region that has just come. */
const toBeKnown = 150;

/**
 * Whether a screen reader knows by now what is on screen. It reads out what changes in a region that it knows: what comes
 * together with its region is only read when it was hidden from the reader until then.
 */
export function useKnown(): boolean {
  const [known, setKnown] = useState(false);
  useEffect(() => {
    const waiting = setTimeout(() => setKnown(true), toBeKnown);
    return () => clearTimeout(waiting);
  }, []);
  return known;
}

interface LiveProps {
  /** It is read at once, whatever was being read. */
  readonly assertive?: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** What is read out as it comes and as it changes, all of it each time. */
export function Live({ assertive = false, className, children }: LiveProps) {
  const known = useKnown();
  return (
    <div
      role="status"
      aria-live={assertive ? 'assertive' : 'polite'}
      aria-atomic="true"
      className={className}
    >
      <div aria-hidden={!known || undefined} className={className}>
        {children}
      </div>
    </div>
  );
}
