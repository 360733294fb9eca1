import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
const builder = createRequire(createRequire(import.meta.url).resolve('app-builder-lib/package.json'));

type Validate = ((config: unknown) => boolean) & { errors?: unknown };
const Ajv = builder('ajv') as new (options: object) => { compile(schema: unknown): Validate };
const yaml = builder('js-yaml') as { load(text: string): unknown };
const schema: unknown = builder('./scheme.json');

/** electron-builder.yml, read by the reader and held against the schema of the electron-builder that is installed. */
type Config = {
  readonly files: readonly string[];
  readonly asarUnpack: readonly string[];
  readonly electronFuses: Readonly<Record<string, boolean>>;
  readonly npmRebuild: boolean;
  readonly nsis: Readonly<Record<string, unknown>>;
  readonly win: Readonly<Record<string, unknown>>;
  readonly mac: Readonly<Record<string, unknown>>;
  readonly linux: Readonly<Record<string, unknown>>;
  readonly dmg: object;
};

const config = yaml.load(readFileSync(path.join(root, 'electron-builder.yml'), 'utf8')) as Config;
const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);

describe('electron-builder.yml', () => {
  it('fits the schema of electron-builder for Windows, macOS and Linux', () => {
    expect(validate(config), JSON.stringify(validate.errors)).toBe(true);
  });

  it('would not fit with a word that electron-builder does not know', () => {
    expect(validate({ ...config, nsis: { ...config.nsis, everybody: true } })).toBe(false);
    expect(validate({ ...config, electronFuses: { ...config.electronFuses, runAsNodes: false } })).toBe(
      false,
    );
  });

  it('sets every fuse that it can set', () => {
    const { properties } = (schema as { definitions: { FuseOptionsV1: { properties: object } } }).definitions
      .FuseOptionsV1;
    const names = Object.keys(properties).filter((name) =>
      /^(runAsNode|enable|onlyLoad|grant|loadBrowser)/.test(name),
    );
    expect(Object.keys(config.electronFuses).toSorted()).toEqual(names.toSorted());
  });

  it('names icons and entitlements that are there', () => {
    const { icon: ico } = config.win;
    const { icon: icns, entitlements } = config.mac;
    const files = [ico, icns, entitlements].map((name) => readFileSync(path.join(root, String(name))));
    expect(files[0]?.subarray(0, 4)).toEqual(Buffer.from([0, 0, 1, 0]));
    expect(files[1]?.toString('latin1', 0, 4)).toBe('icns');
    expect(files[1]?.readUInt32BE(4)).toBe(files[1]?.length);
    expect(files[2]?.toString()).not.toContain('disable-library-validation');
    for (const size of [16, 32, 48, 128, 256, 512]) {
      const png = readFileSync(
        path.join(root, String(config.linux['icon']), `${String(size)}x${String(size)}.png`),
      );
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
    }
  });

  it('keeps the journal when the program is taken away', () => {
    expect(config.nsis['deleteAppDataOnUninstall']).toBe(false);
  });
});
