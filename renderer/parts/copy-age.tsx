import { useEffect, useState } from 'react';
import type { CopyView } from '../../preload/contract/copy.ts';
import type { Strings } from '../strings/index.ts';
import { useTill } from '../till.ts';
import { useStrings } from '../words.ts';
import styles from './copy-age.module.css';

const minuteMs = 60_000;

/** How old a copy is, in as few words as an eye needs. */
function ageText(copy: NonNullable<CopyView>, nowMs: number, words: Strings['care']['copy']): string {
  if (copy.making !== null) return `${copy.making} %`;
  if (copy.at === null) return copy.trouble === null ? words.notYet : words.missing;
  const minutes = Math.max(0, Math.floor((nowMs - Date.parse(copy.at)) / minuteMs));
  if (minutes < 2) return words.now;
  if (minutes < 120) return words.minutes(minutes);
  if (minutes < 48 * 60) return words.hours(Math.floor(minutes / 60));
  return words.days(Math.floor(minutes / (24 * 60)));
}

/** The time (ms), as it goes on. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const next = setInterval(() => setNow(Date.now()), minuteMs / 2);
    return () => clearInterval(next);
  }, []);
  return now;
}

/** How old the second copy is, in words that go on with the time; null where none is kept. */
export function useCopyAge(): string | null {
  const copy = useTill((view) => view.copy);
  const now = useNow();
  const { care } = useStrings();
  return copy === null ? null : ageText(copy, now, care.copy);
}

/** How old the second copy is, on every screen. */
export function CopyAge() {
  const copy = useTill((view) => view.copy);
  const age = useCopyAge();
  const { care } = useStrings();
  if (copy === null || age === null) return null;
  return (
    <span className={copy.trouble === null ? styles.age : styles.trouble} title={copy.trouble ?? ''}>
      {care.copy.age(age)}
      {copy.trouble !== null && <span className="unseen">{copy.trouble}</span>}
    </span>
  );
}
