import type { Clock } from '../clock.ts';
import { instant } from '../clock.ts';
import { type CopyOrder, createCopyKeeper } from '../journal/copy/index.ts';
import { checkJournal } from '../journal/whole-check.ts';
import type { FromHelper, Line, ToHelper } from './messages.ts';

/** The copy is brought up to date at least this often (ms), also to notice that its place is gone. */
const roundMs = 60_000;

/** What the process that copies does: rounds, one at a time, and a reading of the whole journal when it is asked for. */
export function serve(line: Line<FromHelper, ToHelper>, clock: Clock): void {
  let order: CopyOrder | null = null;
  let copying: Promise<void> | null = null;
  let again = false;
  let callOff: () => void = () => undefined;
  const keeper = createCopyKeeper({
    now: () => instant(clock.now()),
    onProgress: (percent) => line.send({ kind: 'making', percent }),
  });

  async function rounds(): Promise<void> {
    if (order !== null) line.send({ kind: 'copied', copied: await keeper.round(order) });
    copying = null;
    if (again) {
      again = false;
      await copy();
    } else if (order !== null) callOff = clock.after(roundMs, () => void copy());
  }

  function copy(): Promise<void> {
    callOff();
    if (copying !== null) again = true;
    copying ??= rounds();
    return copying;
  }

  line.onMessage((message) => {
    switch (message.kind) {
      case 'keep':
        order = message.order;
        void copy();
        return;
      case 'now':
        void copy();
        return;
      case 'last':
        void copy().then(() => line.send({ kind: 'done' }));
        return;
      case 'check': {
        const read = checkJournal(message.journal);
        const checked = read.ok
          ? {
              ok: true as const,
              value: {
                entries: read.value.entries,
                receipts: read.value.receipts,
                lastSeq: read.value.last.seq,
                wrong: read.value.wrong,
              },
            }
          : read;
        line.send({ kind: 'checked', checked });
        return;
      }
    }
  });
}
