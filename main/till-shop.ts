import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { createCatalogueImport } from './catalogue/import.ts';
import { readCatalogueFile } from './catalogue/read-file.ts';
import { aboutCalls } from './counter/about-calls.ts';
import type { Handlers } from './counter/calls.ts';
import { copyCalls } from './counter/copy-calls.ts';
import { exportCalls } from './counter/export-calls.ts';
import { mailCalls } from './counter/mailing.ts';
import { printerCalls } from './counter/printer-calls.ts';
import { receiptCalls } from './counter/receipt-calls.ts';
import { operatorCalls } from './counter/operator-calls.ts';
import { reportCalls } from './counter/report-calls.ts';
import { setUpCalls } from './counter/set-up-calls.ts';
import { secretCalls } from './counter/secret-calls.ts';
import { settingsCalls } from './counter/settings-calls.ts';
import { shopSettingsCalls } from './counter/shop-settings-calls.ts';
import { shelfCalls } from './counter/shelf-calls.ts';
import { standingOn } from './counter/update-calls.ts';
import { trainingCalls } from './counter/training-calls.ts';
import type { Work } from './till-work.ts';

/** What the shop looks after: articles, paper, people, settings, the machine and the program. */
export function shopCalls(work: Work) {
  const { parts, shop, counter, operators, printing, asking, dayExports, copies } = work;
  const { settings, identity, journal, clock, log, mode } = parts;
  const { name: operator, authorise } = operators;
  const { runner, refunds } = asking;
  const {
    words,
    language,
    setLanguage,
    isOver,
    onImportProgress,
    onExportProgress,
    onChange,
    onJournalError,
  } = work;

  return {
    ...shelfCalls({
      journal,
      catalogueImport: createCatalogueImport({ journal, readFile: readCatalogueFile, newId: randomUUID }),
      desk: parts.desk,
      words,
      labelRules: () => shop.now('labels').rules,
      quickKeys: () => shop.now('quickKeys').articles,
      operator,
      authorise,
      onJournalError,
      onProgress: onImportProgress,
      asksForCard: () => {
        const held = runner.holding();
        return held !== null && held.state !== 'undecided';
      },
      onChange,
    }),
    ...receiptCalls({
      journal,
      tillId: identity.tillId,
      clock,
      desk: parts.desk,
      language,
      words,
      closing: () => shop.now('receipt').closing,
      logo: () => shop.now('logo').picture,
      labelRules: () => shop.now('labels').rules,
      printing,
    }),
    ...mailCalls({
      read: journal.read,
      printing,
      desk: parts.desk,
      clock,
      log,
      settings: () => shop.now('mail'),
      password: parts.mailPassword,
      tillId: identity.tillId,
      language,
      closing: () => shop.now('receipt').closing,
      logo: () => shop.now('logo').picture,
      mayChange: () => authorise({ kind: 'settings', of: 'mail' }),
    }),
    ...printerCalls({ printing, desk: parts.desk, shop, operator, authorise, onJournalError }),
    ...exportCalls({
      journal,
      journalPath: path.join(parts.profileFolder, 'journal.sqlite'),
      desk: parts.desk,
      accounts: () => shop.now('accounts'),
      clock,
      operator,
      authorise,
      isOver,
      onProgress: onExportProgress,
      onJournalError,
    }),
    ...operatorCalls(operators),
    ...aboutCalls({
      about: parts.about,
      install: parts.installed,
      tillId: identity.tillId,
      version: parts.version,
      mode,
      settings,
      shop,
      journal,
      copies: parts.copies,
      clock,
      desk: parts.desk,
      language,
      words,
      authorise,
    }),
    ...copyCalls({
      watch: copies,
      training: mode === 'training',
      profileFolder: parts.profileFolder,
      desk: parts.desk,
      operator,
      authorise,
      onChange,
      onJournalError,
    }),
    ...secretCalls({
      journal,
      settings,
      secretKeeper: parts.secretKeeper,
      operator,
      authorise,
      onChange,
      onJournalError,
    }),
    ...reportCalls({
      journal,
      desk: parts.desk,
      printing,
      language,
    }),
    ...shopSettingsCalls({
      shop,
      desk: parts.desk,
      operator,
      authorise,
      onChange: () => {
        dayExports.now();
        printing.look();
        onChange();
      },
      onJournalError,
    }),
    ...setUpCalls({
      install: parts.install,
      mode: parts.trainingSwitch?.from ?? (mode === 'live' ? 'live' : 'nothing-yet'),
      journal,
      language,
      operator,
      authorise,
      moneyOnItsWay: () => runner.holding() !== null || journal.read.openRefunds().length > 0,
      onJournalError,
    }),
    ...trainingCalls({
      terminal: parts.training,
      turn: parts.trainingSwitch,
      journal,
      clock,
      standing: () => standingOn(counter, journal, runner, refunds),
      operator,
      authorise,
      onChange,
      onJournalError,
    }),
    ...settingsCalls({
      settings,
      mode,
      tillId: identity.tillId,
      version: parts.version,
      profileFolder: parts.profileFolder,
      keyStore: parts.keyStore,
      language,
      setLanguage,
    }),
  } satisfies Partial<Handlers>;
}
