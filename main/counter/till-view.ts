import type { Language, TillView } from '../../preload/contract/view.ts';
import type { DayExports } from '../day/day-exports.ts';
import type { TerminalSharing } from '../day/terminal-sharing.ts';
import type { TerminalInfo } from '../dintero/index.ts';
import type { InstallSettings } from '../install/settings.ts';
import type { Journal } from '../journal/index.ts';
import type { Stop } from '../machine/stop.ts';
import type { Operators } from '../operator/operators.ts';
import type { Runner } from '../payment/runner.ts';
import type { RefundRunner } from '../refund/runner.ts';
import type { CopyWatch } from '../second-copy/watch.ts';
import type { RefundOrder } from '../refund/sources.ts';
import type { Words } from '../words/index.ts';
import { accessView } from './access-view.ts';
import { alarmViews } from './alarm-view.ts';
import type { Counter } from './counter.ts';
import type { Reach } from './reach.ts';
import type { Printing } from './printing.ts';
import { refundAlarmViews } from './refund-alarm.ts';
import { refundViews } from './refund-view.ts';
import { terminalNotices } from './terminal-notices.ts';
import type { TrainingSwitch, TrainingTerminal } from './training-calls.ts';
import { caseViews, counterView, parkedViews, stopView } from './view.ts';

export type TillViewParts = {
  readonly settings: InstallSettings;
  readonly mode: 'live' | 'training';
  readonly tillId: string;
  readonly version: string;
  readonly journal: Journal;
  readonly counter: Counter;
  readonly runner: Runner;
  readonly refunds: RefundRunner;
  readonly refundOrder: () => RefundOrder;
  readonly sharing: TerminalSharing;
  readonly printing: Printing;
  readonly operators: Operators;
  readonly dayExports: Pick<DayExports, 'waiting'>;
  readonly copies: CopyWatch;
  readonly training: TrainingTerminal | null;
  readonly trainingSwitch: TrainingSwitch | null;
  readonly update: (words: Words) => TillView['update'];
  readonly sounds: () => boolean;
  readonly screenKeyboard: () => boolean;
  /** What the machine has to say, in a language. */
  readonly notices: (language: Language) => readonly { readonly code: string; readonly sentence: string }[];
};

/** What the till knows at this moment and the journal does not. */
export type Moment = {
  readonly revision: number;
  readonly reach: Reach;
  readonly terminal: TerminalInfo | null;
  readonly shownRefund: string | null;
  /** The shop's day, YYYY-MM-DD. */
  readonly today: string;
  readonly stop: Stop | null;
};

/** All that the window is told, whole. Throws when the journal cannot be read. */
export function tillView(parts: TillViewParts, moment: Moment, words: Words): TillView {
  const { settings, journal, runner, refunds } = parts;
  const { reach } = moment;
  const cases = journal.read.openCases();
  const onCounter = counterView(parts, words, moment.today);
  const parked = parkedViews(journal, runner);
  const stop = stopView(moment.stop, onCounter, parked.length, words);
  const said = words.notices;
  const waiting = parts.dayExports.waiting();
  return {
    revision: moment.revision,
    mode: parts.mode,
    language: words.language,
    access: accessView(parts.operators, onCounter, journal.read, words),
    version: parts.version,
    tillId: parts.tillId,
    sellerName: settings.seller.name,
    storeId: settings.store.id,
    terminalId: settings.store.terminalId,
    currency: settings.currency,
    counter: onCounter,
    parked,
    refunds: refundViews(refunds, moment.shownRefund, words),
    alarms: [
      ...alarmViews({ journal, runner, refunds, currency: settings.currency }, words),
      ...refundAlarmViews(journal.read, settings.currency, words),
    ],
    cases: caseViews(cases, words),
    network:
      reach.state === 'online'
        ? { state: 'online' }
        : { state: 'offline', since: reach.since, sentence: words.offline(reach.reason) },
    printing: parts.printing.view(words),
    notices: [
      ...parts.notices(words.language),
      ...parts.copies.notices(words),
      ...(journal.read.cashWithoutFloat() ? [{ code: 'FLOAT-MISSING', sentence: said.floatMissing }] : []),
      ...(waiting === null ? [] : [{ code: 'DAY-EXPORT-WAITING', sentence: said.dayExportWaiting(waiting) }]),
      ...(parts.sharing.isShared(cases)
        ? [{ code: 'TERMINAL-SHARED', sentence: said.terminalShared(settings.store.terminalId) }]
        : []),
      ...terminalNotices(moment.terminal, settings.store, words),
      ...(stop.notice === null ? [] : [stop.notice]),
    ],
    stopped: stop.stopped,
    training:
      parts.training === null
        ? null
        : { ...parts.training.current(), ofShop: parts.trainingSwitch?.from === 'training' },
    update: parts.update(words),
    articles: journal.read.articleCount(),
    copy: parts.copies.view(words),
    sounds: parts.sounds(),
    screenKeyboard: parts.screenKeyboard(),
  };
}
