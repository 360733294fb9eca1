import { execFileSync } from 'node:child_process';
import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { isAddressOf } from '../../../preload/contract/printer.ts';
import { deviceLine } from '../../../main/printer/device.ts';

const folders: string[] = [];
function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'kvitt-device-'));
  folders.push(made);
  return made;
}
afterEach(() => {
  for (const one of folders.splice(0)) rmSync(one, { recursive: true });
});

it('hands a print to a device, whole and in order', async () => {
  const pipe = path.join(folder(), 'printer');
  execFileSync('mkfifo', [pipe]);
  const heard: Buffer[] = [];
  const reader = createReadStream(pipe).on('data', (chunk) => heard.push(Buffer.from(chunk)));
  const over = new Promise<void>((resolve) => reader.once('end', () => resolve()));
  const line = await deviceLine(pipe, 9600)();
  if (!line.ok) throw new Error(line.error);
  const first = new Uint8Array(200_000).fill(65);
  const sent = await Promise.all([line.value.write(first), line.value.write(Uint8Array.of(66, 67))]);
  expect(sent.map(({ ok }) => ok)).toEqual([true, true]);
  await line.value.close();
  await over;
  const bytes = Buffer.concat(heard);
  expect(bytes).toHaveLength(200_002);
  expect(bytes.subarray(-3).toString()).toBe('ABC');
});

it('says what the system says when a device is not there, or takes nothing', async () => {
  const gone = await deviceLine('/dev/usb/lp250', 9600)();
  expect(gone).toMatchObject({ ok: false, error: expect.stringContaining('ENOENT') as string });
  const full = await deviceLine('/dev/full', 9600)();
  if (!full.ok) throw new Error(full.error);
  expect(await full.value.write(Uint8Array.of(1))).toMatchObject({ ok: false });
  await full.value.close();
});

it('never writes to a file, whatever it is called, and makes none', async () => {
  const file = path.join(folder(), 'letter.txt');
  writeFileSync(file, 'Dear customer');
  expect(await deviceLine(file, 9600)()).toMatchObject({ ok: false });
  expect(readFileSync(file, 'utf8')).toBe('Dear customer');
  expect(await deviceLine(path.join(folder(), 'new'), 9600)()).toMatchObject({ ok: false });
});

it.each([
  ['network', '192.168.1.50', true],
  ['network', 'kvittering.local:9101', true],
  ['network', '', false],
  ['network', 'http://printer/', false],
  ['network', 'a b', false],
  ['device', '/dev/usb/lp0', true],
  ['device', '/dev/ttyUSB0', true],
  ['device', '/dev/serial/by-id/usb-EPSON_TM-T20-if00', true],
  ['device', '\\\\.\\COM3', true],
  ['device', '/dev/sda', false],
  ['device', '/etc/passwd', false],
  ['device', '/dev/usb/../sda', false],
  ['system', '', true],
] as const)('takes for the address of a %s printer: %s %s', (kind, address, taken) => {
  expect(isAddressOf(kind, address)).toBe(taken);
});
