import { describe, expect, it } from 'vitest';
import { columns, printable, printableLines } from '../../../main/receipt/printable.ts';

describe('text from outside, before it is printed', () => {
  it('loses what a printer or a screen would obey', () => {
    expect(printable('\u001b[31mKaffe\u001b@\u0007 \u202egniksir\u2066\ufeff')).toBe('Kaffe gniksir');
    expect(printable(' to \t\u00a0 ord\n')).toBe('to ord');
    expect(printable('\ud800løs')).toBe('løs');
  });

  it('keeps letters with their accents, but no tower of them', () => {
    expect(printable('a\u030akjøtt')).toBe('åkjøtt');
    expect(printable(`z${'\u0335'.repeat(40)}!`)).toBe('z\u0335\u0335!');
    expect(printable('\u0301\u0301start')).toBe('start');
  });

  it('counts the columns that letters, accents, emoji and Han take', () => {
    expect(columns('æøå')).toBe(3);
    expect(columns('z\u0335\u0335')).toBe(1);
    expect(columns('👍日')).toBe(4);
  });
});

describe('a slip from the terminal', () => {
  it('keeps its own columns, loses empty lines around it, and is cut to the paper', () => {
    expect(printableLines('\r\n\n  BUTIKK\r\nSUM    399,00\r\rTAKK\n \n', 48, 60)).toEqual([
      '  BUTIKK',
      'SUM    399,00',
      '',
      'TAKK',
    ]);
    expect(printableLines('123456789日', 10, 60)).toEqual(['123456789']);
    expect(printableLines('1\n2\n3\n4', 10, 3)).toEqual(['1', '2', '3']);
    expect(printableLines('\u001b@\n\u0000 \n', 48, 60)).toEqual([]);
  });
});
