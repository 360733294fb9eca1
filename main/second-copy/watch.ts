import type { CopyView } from '../../preload/contract/copy.ts';
import type { ShopSettings } from '../../preload/contract/settings.ts';
import type { Clock } from '../clock.ts';
import type { ShopSettingsKeeper } from '../install/shop-settings.ts';
import type { Copied } from '../journal/copy/index.ts';
import type { JournalError } from '../journal/index.ts';
import type { Stop } from '../machine/stop.ts';
import type { Result } from '../result.ts';
import type { Words } from '../words/index.ts';
import type { Copies, CopyPlace } from './copies.ts';

/** The copying begins this long (ms) after the till: its window comes first. */
const startAfterMs = 3_000;
/** A copy older than this (ms) is told as a notice. */
const lateMs = 24 * 3_600_000;

export type CopyWatchParts = {
  readonly copies: Copies;
  /** What is practised is not kept. */
  readonly training: boolean;
  readonly shop: ShopSettingsKeeper;
  readonly clock: Clock;
  readonly onChange: () => void;
  /** The copy is this install's again: what was not taken up at the start is taken up now. */
  readonly takeUp: () => void;
  /** Whether a reference of this till is of an install that was restored after this one. */
  readonly isOfLaterInstall: (reference: string) => boolean;
  readonly onJournalError: (error: JournalError) => void;
};

/** The second copy among the till's other matters: where it goes, how old it is, and who else has it. */
export type CopyWatch = {
  readonly start: () => void;
  /**
   * Whether payments may be taken up: not when the copy says that another install of this till goes on with them. Asked
   * once, at the start; a place that cannot be read keeps nothing back.
   */
  readonly mayTakeUp: () => Promise<boolean>;
  /** The shop wants it there; null: nowhere. */
  readonly keep: (operator: string | null, place: CopyPlace | null) => Result<void, JournalError>;
  readonly view: (words: Words) => CopyView;
  readonly notices: (words: Words) => readonly { readonly code: string; readonly sentence: string }[];
  /** Dintero lists a payment of an install that was restored after this one. This one takes nothing up any more. */
  readonly soldElsewhere: (seen: { readonly reference: string; readonly at: string }) => void;
  /** Another install goes on where this one stopped. */
  readonly stop: (words: Words) => Stop | null;
};

export function createCopyWatch(parts: CopyWatchParts): CopyWatch {
  const { copies, shop, clock } = parts;
  let startedMs = clock.now();
  let movedBefore = false;

  function remember(to: { readonly machine: string; readonly at: string } | null): void {
    const { to: known, seen } = shop.now('moved');
    if (known?.machine === to?.machine && known?.at === to?.at) return;
    keepMoved({ to, seen });
  }

  /** What Dintero lists of a later install; null also in that one, which was given this one's settings. */
  function elsewhere(): ShopSettings['moved']['seen'] {
    const { seen } = shop.now('moved');
    return seen !== null && parts.isOfLaterInstall(seen.reference) ? seen : null;
  }

  function keepMoved(value: ShopSettings['moved']): void {
    const written = shop.change(null, { section: 'moved', value });
    if (!written.ok) parts.onJournalError(written.error);
    parts.onChange();
  }

  /** Kept in the journal, so that a till without the copy in sight does not forget that it was moved. */
  function heard(copied: Copied): void {
    if (copied.kind === 'taken') remember({ machine: copied.machine, at: copied.at });
    if (copied.kind !== 'kept') return;
    remember(null);
    // The copy is this install's; what Dintero lists is no less another's for that.
    if (!movedBefore || elsewhere() !== null) return;
    movedBefore = false;
    parts.takeUp();
  }

  function follow(): void {
    const { folder, anotherDisk } = shop.now('copyPlace');
    copies.keep(folder === '' ? null : { place: folder, anotherDisk });
  }

  function trouble(words: Words): string | null {
    const wrong = copies.standing().trouble;
    const { folder } = shop.now('copyPlace');
    switch (wrong?.kind) {
      case undefined:
        return null;
      case 'missing':
        return words.copy.missing(folder);
      case 'taken':
        return words.copy.taken(wrong.machine, wrong.at);
      case 'failed':
        return words.copy.failed(wrong.why, wrong.detail, folder);
    }
  }

  return {
    start: () => {
      startedMs = clock.now();
      copies.onChange(parts.onChange);
      copies.onCopied(heard);
      clock.after(startAfterMs, follow);
    },
    mayTakeUp: async () => {
      const { folder, anotherDisk } = shop.now('copyPlace');
      if (folder !== '') {
        const other = await copies.takenBy({ place: folder, anotherDisk });
        if (other !== null) remember(other);
      }
      movedBefore = shop.now('moved').to !== null || elsewhere() !== null;
      return !movedBefore;
    },
    keep: (operator, place) => {
      const value = { folder: place?.place ?? '', anotherDisk: place?.anotherDisk ?? false };
      const written = shop.change(operator, { section: 'copyPlace', value });
      if (written.ok) follow();
      return written;
    },
    view: (words) => {
      const { folder, anotherDisk } = shop.now('copyPlace');
      if (folder === '') return null;
      const { at, making } = copies.standing();
      return { folder, at, making, trouble: trouble(words), sameDisk: !anotherDisk };
    },
    notices: (words) => {
      if (parts.training) return [];
      if (shop.now('copyPlace').folder === '') return [{ code: 'COPY-NONE', sentence: words.copy.none }];
      const wrong = trouble(words);
      if (wrong !== null) return [{ code: 'COPY-TROUBLE', sentence: wrong }];
      const { at } = copies.standing();
      const since = at === null ? startedMs : Date.parse(at);
      return clock.now() - since > lateMs ? [{ code: 'COPY-OLD', sentence: words.copy.old(at) }] : [];
    },
    soldElsewhere: (seen) => {
      if (elsewhere() === null) keepMoved({ to: shop.now('moved').to, seen });
    },
    stop: (words) => {
      const seen = elsewhere();
      if (seen !== null) {
        const detail = `${seen.reference}, ${words.format.dateTime(seen.at)}`;
        return { error: { code: 'TILL-MOVED', detail }, of: 'all' };
      }
      const { to } = shop.now('moved');
      if (to === null) return null;
      const detail = `${to.machine}, ${words.format.dateTime(to.at)}`;
      return { error: { code: 'TILL-MOVED', detail }, of: movedBefore ? 'all' : 'new-sales' };
    },
  };
}
