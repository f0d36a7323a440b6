import { describe, expect, test } from 'vitest';
import { formatDuration } from '../../../src-main/cli/render/duration.ts';
import { cut, padEnd, printable, textWidth, wrap } from '../../../src-main/cli/render/text.ts';

describe('durations', () => {
  test.each([
    [0, '0 s'],
    [350, '350 ms'],
    [999, '999 ms'],
    [1_000, '1.0 s'],
    [59_949, '59.9 s'],
    [59_960, '1 m 00 s'],
    [125_400, '2 m 05 s'],
    [3_599_600, '1 h 00 m'],
    [3_780_000, '1 h 03 m'],
    [86_399_999, '1 d 00 h'],
    [187_200_000, '2 d 04 h'],
  ])('%i ms is %s', (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });
});

describe('text in columns', () => {
  test('wide characters take two columns, combining ones none', () => {
    expect(textWidth('支払い')).toBe(6);
    expect(textWidth('e\u0301')).toBe(1);
    expect(padEnd('支', 4)).toBe('支  ');
  });

  test('what is too long is cut with an ellipsis, never beyond the width', () => {
    expect(cut('validate_cart', 8)).toBe('validat…');
    expect(cut('支払い済み', 6)).toBe('支払…');
    expect(cut('short', 8)).toBe('short');
  });

  test('control and direction characters become visible', () => {
    expect(printable('a\u001B[31mb\u202Ec\nd')).toBe('a\u{FFFD}[31mb\u{FFFD}c\u{FFFD}d');
  });

  test('words are wrapped, and a word that is too long stays whole', () => {
    expect(wrap('one two three', 7, '  ')).toEqual(['one two', '  three']);
    expect(wrap('incomprehensibilities', 5)).toEqual(['incomprehensibilities']);
  });
});
