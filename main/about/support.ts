import type { ShopSettings } from '../../preload/contract/settings.ts';
import type { InstallSettings } from '../install/settings.ts';
import type { JournalReads } from '../journal/index.ts';
import type { Result } from '../result.ts';
import type { Checked } from '../second-copy/messages.ts';
import { type About, type Install, model } from './about.ts';
import { type Packed, zip } from './zip.ts';

export interface SupportParts {
  readonly about: About;
  readonly install: Install;
  readonly tillId: string;
  readonly version: string;
  readonly mode: 'live' | 'training';
  readonly settings: InstallSettings;
  readonly shop: ShopSettings;
  readonly read: JournalReads;
  readonly checked: Result<Checked, string>;
  /** UTC ISO 8601. */
  readonly now: string;
}

/** The archive that support gets: no secrets, no PINs or what was made of them, no card numbers, and no sale's content. */
export async function supportFile(parts: SupportParts): Promise<Buffer> {
  const { about } = parts;
  const files: Packed[] = [
    { name: 'about.json', text: pretty(aboutFacts(parts)) },
    { name: 'settings.json', text: pretty(withoutSecrets(settingsFacts(parts.settings))) },
    { name: 'shop-settings.json', text: pretty(withoutSecrets(parts.shop)) },
    { name: 'journal.json', text: pretty(journalFacts(parts)) },
    ...(await about.logs()).map(({ name, text }) => ({ name: `logs/${name}`, text })),
  ];
  return zip(files.map(({ name, text }) => ({ name, text: about.redact(text) })));
}

function aboutFacts({ about, install, tillId, version, mode, now }: SupportParts): object {
  return {
    madeAt: now,
    model,
    version,
    mode,
    tillId,
    ...install,
    parts: Object.fromEntries(about.parts.map((part) => [part.name, part.version])),
    machine: about.facts(),
  };
}

/** Who works in the shop is nobody else's business: how many do is enough. */
function settingsFacts({ clientId, secret, operators, ...rest }: InstallSettings): object {
  return {
    ...rest,
    clientIdEnding: clientId.slice(-4),
    secretKept: secret.kept,
    operators: {
      managers: operators.filter(({ role }) => role === 'manager').length,
      cashiers: operators.filter(({ role }) => role === 'cashier').length,
    },
  };
}

function journalFacts({ read, checked }: SupportParts): object {
  const last = read.lastEntry();
  return {
    last: last === null ? null : { seq: last.seq, at: last.at, kind: last.kind },
    check: checked.ok ? checked.value : { unreadable: checked.error },
    unfinishedAttempts: read.unfinishedAttempts().map(({ attemptId, state, preparedAt }) => ({
      attemptId,
      state,
      preparedAt,
    })),
    openRefunds: read.openRefunds(),
    openAlarms: read.openAlarms().length,
    openCases: read.openCases().map(({ kind, at }) => ({ kind, at })),
    parkedSales: read.parkedSales().length,
    nextReceipt: read.nextReceiptNumber(),
  };
}

const secretName = /pass|secret|pin$|token|salt|hash|^key$|privatekey/i;
/** A picture or a long text helps nobody. */
const longest = 500;

/** Whatever a later section of the settings holds: what is called a secret is struck out, what is long is left out. */
export function withoutSecrets(value: unknown): unknown {
  if (typeof value === 'string')
    return value.length > longest ? `[${String(value.length)} characters]` : value;
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      secretName.test(name) && typeof inner !== 'boolean' ? '[struck out]' : withoutSecrets(inner),
    ]),
  );
}

function pretty(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
