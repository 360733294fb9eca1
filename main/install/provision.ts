import { dirname, resolve } from 'node:path';
import { err, ok, type Result } from '../result.ts';
import { keepPin } from './pin.ts';
import { readProvisioningFile, strikeOut } from './provisioning-file.ts';
import { checkProvisioning, type Provisioning } from './provisioning.ts';
import type { Refusal } from './refusal.ts';
import type { SecretStore } from './secrets.ts';
import type { InstallSettings } from './settings.ts';

/** How provisioning gets at the catalogue; both give back what is wrong with the file, nothing when it is all right. */
export interface CatalogueDoor {
  check(path: string): Promise<readonly Refusal[]>;
  /** Writes nothing unless every row is good. */
  import(path: string): Promise<readonly Refusal[]>;
}

/** A provisioning file that was found right. Paths are absolute. */
export interface CheckedProvisioning {
  readonly file: string;
  readonly content: Provisioning;
  readonly catalogue: string | null;
}

/** What provisioning changes, handed in. */
export interface ProvisionParts {
  readonly installed: InstallSettings | null;
  readonly secrets: SecretStore;
  readonly catalogue: CatalogueDoor;
  save(settings: InstallSettings): Result<void, string>;
}

/** Keeps what the file says of the printer, where it says anything. The error is the journal's words. */
export type KeepPrinter = (wanted: NonNullable<Provisioning['printer']>) => Result<void, string>;

/** Reads a provisioning file and names everything that is wrong with it. Writes nothing. */
export async function checkProvisioningFile(
  name: string,
  installed: InstallSettings | null,
  catalogue: Pick<CatalogueDoor, 'check'>,
): Promise<Result<CheckedProvisioning, readonly Refusal[]>> {
  const file = resolve(name);
  const read = readProvisioningFile(file);
  if (!read.ok) return err([read.error]);

  const named = read.value['catalogue'];
  const path = typeof named === 'string' && named.trim() !== '' ? resolve(dirname(file), named) : null;
  const checked = checkProvisioning(read.value);
  const refusals: Refusal[] = checked.ok
    ? againstInstalled(file, checked.value, installed)
    : checked.error.map((mistake) => ({ kind: 'field', mistake }));
  if (path !== null) refusals.push(...(await catalogue.check(path)));
  if (!checked.ok || refusals.length > 0) return err(refusals);
  return ok({ file, content: checked.value, catalogue: path });
}

function againstInstalled(file: string, wanted: Provisioning, installed: InstallSettings | null): Refusal[] {
  if (installed !== null && installed.accountId !== wanted.accountId) {
    // Unfinished payments of the old account could never be read again.
    return [{ kind: 'other-account', installed: installed.accountId, wanted: wanted.accountId }];
  }
  const hasSecret = installed?.clientId === wanted.client.id && installed.secret.kept === 'key-store';
  return wanted.client.secret === undefined && !hasSecret ? [{ kind: 'secret-missing', file }] : [];
}

/**
 * Installs what the file says: catalogue, secret, settings, and only then is the secret struck out of the file. Cut off
 * anywhere, the same file can be given again; a strike-out that was not reached is made up for by `finishStrikeOut`.
 */
export async function keepProvisioning(
  { file, content, catalogue }: CheckedProvisioning,
  parts: ProvisionParts & { readonly keepPrinter: KeepPrinter },
): Promise<Result<InstallSettings, readonly Refusal[]>> {
  if (content.client.secret === undefined) {
    const kept = await parts.secrets.read('client-secret');
    if (!kept.ok || kept.value === null) return err([{ kind: 'secret-missing', file }]);
  }
  if (content.printer !== undefined) {
    const printer = parts.keepPrinter(content.printer);
    if (!printer.ok) return err([{ kind: 'not-kept', detail: printer.error }]);
  }
  const installed = await keepInstall({ file, content, catalogue, strikeOutOf: file }, parts);
  if (!installed.ok) return installed;
  const finished = await finishStrikeOut(installed.value, parts);
  return finished.ok ? finished : err([finished.error]);
}

/**
 * Keeps what was found right: catalogue, secret, settings. `file` is read for the secret at each start of a till without
 * a key store; one with a key store takes the secret out of `strikeOutOf` afterwards.
 */
export async function keepInstall(
  { file, content, catalogue, strikeOutOf }: CheckedProvisioning & { readonly strikeOutOf: string | null },
  parts: ProvisionParts,
): Promise<Result<InstallSettings, readonly Refusal[]>> {
  if (catalogue !== null) {
    const refusals = await parts.catalogue.import(catalogue);
    if (refusals.length > 0) return err(refusals);
  }
  const given = content.client.secret;
  const sealed = parts.secrets.kind === 'protected';
  if (given !== undefined && sealed) {
    const written = await parts.secrets.write('client-secret', given);
    if (!written.ok) return err([{ kind: 'not-kept', detail: written.error }]);
  }
  const settings = await settingsFrom(
    content,
    sealed ? { kept: 'key-store', strikeOutOf } : { kept: 'file', path: file },
    parts.installed,
  );
  const saved = parts.save(settings);
  return saved.ok ? ok(settings) : err([{ kind: 'not-kept', detail: saved.error }]);
}

/** Strikes the secret out of the provisioning file if that is still to be done, and remembers that it is done. */
export async function finishStrikeOut(
  settings: InstallSettings,
  parts: Pick<ProvisionParts, 'secrets' | 'save'>,
): Promise<Result<InstallSettings, Refusal>> {
  if (settings.secret.kept !== 'key-store' || settings.secret.strikeOutOf === null) return ok(settings);
  const secret = await parts.secrets.read('client-secret');
  if (!secret.ok)
    return err({ kind: 'secret-still-in-file', file: settings.secret.strikeOutOf, detail: secret.error });
  if (secret.value === null) return ok(settings);
  const struck = strikeOut(settings.secret.strikeOutOf, secret.value);
  if (!struck.ok) return struck;
  const done: InstallSettings = { ...settings, secret: { kept: 'key-store', strikeOutOf: null } };
  const saved = parts.save(done);
  return saved.ok ? ok(done) : err({ kind: 'not-kept', detail: saved.error });
}

/** A file that does not speak of operators leaves them as they are; one with an empty list takes them all away. */
async function settingsFrom(
  content: Provisioning,
  secret: InstallSettings['secret'],
  installed: InstallSettings | null,
): Promise<InstallSettings> {
  const { client, operators, catalogue: _imported, printer: _kept, language, ...rest } = content;
  const named =
    operators === undefined
      ? (installed?.operators ?? [])
      : await Promise.all(
          operators.map(async ({ name, role, pin }) => ({ name, role, pin: await keepPin(pin) })),
        );
  return { ...rest, clientId: client.id, secret, operators: named, language: language ?? null };
}
