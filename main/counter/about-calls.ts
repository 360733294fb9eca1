import type { AboutText, TextBlock } from '../../preload/contract/about.ts';
import type { Language } from '../../preload/contract/view.ts';
import { type About, type Install, model } from '../about/about.ts';
import { blocksOf, documentHtml } from '../about/blocks.ts';
import { supportFile } from '../about/support.ts';
import type { Clock } from '../clock.ts';
import { instant } from '../clock.ts';
import type { Desk } from '../desk.ts';
import type { InstallSettings } from '../install/settings.ts';
import type { ShopSettingsKeeper } from '../install/shop-settings.ts';
import type { Journal } from '../journal/index.ts';
import { ok, type Result } from '../result.ts';
import type { Copies } from '../second-copy/copies.ts';
import type { Words } from '../words/index.ts';
import type { Authorise } from './authorise.ts';
import type { Handlers } from './calls.ts';
import { refuse, type Refusal } from './refusal.ts';

export type AboutCallParts = {
  readonly about: About;
  readonly install: Install;
  readonly tillId: string;
  readonly version: string;
  readonly mode: 'live' | 'training';
  readonly settings: InstallSettings;
  readonly shop: ShopSettingsKeeper;
  readonly journal: Journal;
  readonly copies: Copies;
  readonly clock: Clock;
  readonly desk: Desk;
  readonly language: () => Language;
  readonly words: () => Words;
  readonly authorise: Authorise;
};

type AboutCall = Extract<keyof Handlers, `about.${string}` | 'support.save' | 'till.close'>;

/** What the till is, whether its journal checks out, what support gets, and the way out of it. */
export function aboutCalls(parts: AboutCallParts): Pick<Handlers, AboutCall> {
  const { about, journal, desk, tillId } = parts;

  async function blocks(text: AboutText): Promise<TextBlock[]> {
    const found = await about.text(text, parts.language());
    if (found === null) return [{ kind: 'paragraph', text: parts.words().about.noText }];
    return text === 'licences'
      ? found.split(/\n{2,}/).map((paragraph) => ({ kind: 'paragraph', text: paragraph }))
      : blocksOf(found);
  }

  /** Writes where the person chooses. `make` is asked when there is a place. */
  async function save(
    suggested: string,
    make: () => Promise<Uint8Array>,
  ): Promise<Result<{ saved: boolean }, Refusal>> {
    const path = await desk.chooseSavePath(suggested);
    if (path === null) return ok({ saved: false });
    try {
      await desk.writeFile(path, await make());
      return ok({ saved: true });
    } catch (thrown) {
      return refuse('EXPORT-NOT-WRITABLE', {
        reason: thrown instanceof Error ? thrown.message : String(thrown),
      });
    }
  }

  return {
    'about.view': () =>
      ok({
        model,
        version: parts.version,
        tillId,
        ...parts.install,
        entries: journal.read.lastEntry()?.seq ?? 0,
        parts: [...about.parts],
      }),

    'about.check': async () => {
      const checked = await parts.copies.check();
      if (!checked.ok) return refuse('JOURNAL-BROKEN', { reason: checked.error });
      const { entries, receipts, wrong } = checked.value;
      return ok({ entries, receipts, wrong });
    },

    'about.text': async ({ text }) => ok(await blocks(text)),

    'about.saveDescription': () => {
      const { title } = parts.words().about;
      return save(`${title}.pdf`, async () =>
        desk.documentToPdf(documentHtml(title, await blocks('description'))),
      );
    },

    'support.save': () => {
      const now = instant(parts.clock.now());
      return save(`kvitt-${tillId}-${now.slice(0, 10)}.zip`, async () =>
        supportFile({
          ...parts,
          shop: parts.shop.all(),
          read: journal.read,
          checked: await parts.copies.check(),
          now,
        }),
      );
    },

    'till.close': () => {
      // Where the window can be closed as any other, anybody may.
      const refusal = parts.shop.now('counterPc').kiosk
        ? parts.authorise({ kind: 'settings', of: 'close the till' })
        : null;
      if (refusal !== null) return { ok: false, error: refusal };
      desk.quit();
      return ok(null);
    },
  };
}
