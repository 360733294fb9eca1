import { describe, expect, it } from 'vitest';
import { argumentsAgain, autostartEntry } from '../../../main/install/autostart.ts';
import { afterEnd, isInTrouble } from '../../../main/machine/restarting.ts';

const now = 1_000_000_000;

describe('A till that ended', () => {
  it('stays ended when it was closed, or would not start', () => {
    expect(afterEnd(0, [now], now)).toEqual({ kind: 'end', code: 0 });
    expect(afterEnd(2, [now], now)).toEqual({ kind: 'end', code: 2 });
  });

  it('is started again at once when it died, by a fault or by a signal', () => {
    expect(afterEnd(1, [now], now)).toEqual({ kind: 'again', afterMs: 1000 });
    expect(afterEnd(null, [now - 3_600_000, now], now)).toEqual({ kind: 'again', afterMs: 1000 });
  });

  it('is tried once a minute when it keeps dying, and at once again when that is over', () => {
    const deaths = [now - 3000, now - 2000, now - 1000, now];
    expect(afterEnd(1, deaths, now)).toEqual({ kind: 'again', afterMs: 60_000 });
    expect(isInTrouble(deaths, now + 301_000)).toBe(false);
  });

  it('is not set up a second time by the switches it was set up with', () => {
    expect(
      argumentsAgain([
        '/app',
        '--provision=a.json',
        '--restore',
        '/copy',
        '--restore-again',
        '--last-receipt=7',
        '--user-data-dir=/till 1',
        '--lang=nb',
      ]),
    ).toEqual(['/app', '--user-data-dir=/till 1', '--lang=nb']);
  });
});

it('A till starts at log-in by a file in which no folder’s name is taken for anything else', () => {
  const entry = autostartEntry('Kvitt K7F3QD', {
    program: '/opt/Kvitt/kvitt',
    args: ['--keep-running', '--user-data-dir=/srv/a "b" $c 100%'],
  });
  expect(entry.split('\n')).toContain(
    String.raw`Exec="/opt/Kvitt/kvitt" "--keep-running" "--user-data-dir=/srv/a \\"b\\" \\$c 100%%"`,
  );
  expect(entry).toMatch(/^\[Desktop Entry\]\nType=Application\n/);
});
