import { describe, expect, test } from 'vitest';
import { codes, marked, parsed, problem, withStep, withTop } from '../texts.ts';

/** The value of a key below `handler_config`, as the template holds it. */
function value(text: string): unknown {
  return parsed(withStep('handler_config:', `  v: ${text}`)).steps[0]?.handlerConfig?.['v'];
}

describe('scalars as Ruby reads them', () => {
  test.each([
    ['yes', true],
    ['On', true],
    ['no', false],
    ['OFF', false],
    ['TRUE', true],
    ['y', 'y'],
    ['n', 'n'],
    ['~', null],
    ['Null', null],
    ['', null],
    ['"yes"', 'yes'],
    ["'12'", '12'],
    ['12', 12],
    ['+12', 12],
    ['-0', 0],
    ['0123', 83],
    ['089', '089'],
    ['0o17', '0o17'],
    ['0x1f', 31],
    ['0b101', 5],
    ['1_000', 1000],
    ['1,000', 1000],
    ['1:30', 5400],
    ['1:30:00', 5400],
    ['1:99', '1:99'],
    ['1.5', 1.5],
    ['1.', 1],
    ['.5', 0.5],
    ['1.5e+3', 1500],
    ['1.5e3', '1.5e3'],
    ['1e5', '1e5'],
    ['.inf', Number.POSITIVE_INFINITY],
    ['-.INF', Number.NEGATIVE_INFINITY],
    ['.nan', Number.NaN],
    ['.', '.'],
    ['2.1.0', '2.1.0'],
    ['1.2.3.4', '1.2.3.4'],
    [':name', ':name'],
    ['!!str 12', '12'],
    ['!!int "12"', 12],
    ['!!float 1', 1],
    ['! 12', '12'],
    ['a # comment', 'a'],
    ['|\n        x\n        y', 'x\ny\n'],
  ])('%s', (text, expected) => {
    expect(value(text)).toEqual(expected);
  });

  test.each([
    ['1:30', 'base-60-number'],
    ['0123', 'octal-number'],
    ['1e5', 'text-not-number'],
    ['0o17', 'text-not-number'],
    ['.inf', 'not-finite-number'],
    [':name', 'symbol-scalar'],
    ['yes', 'word-boolean'],
    ['12345678901234567890', 'large-number'],
    ['${HOME}/x', 'not-interpolated'],
    ['!thing x', 'unknown-tag'],
    ['&here x', 'unused-anchor'],
  ])('%s is worth a remark and still parses', (text, code) => {
    expect(codes(withStep('handler_config:', `  v: ${text}`))).toEqual([code]);
  });

  test.each([
    ['2024-01-15', 'unquoted-date'],
    ['2024-1-5', 'unquoted-date'],
    ['2024-01-15 10:00:00', 'unquoted-date'],
    ['2024-01-15T10:00:00Z', 'unquoted-date'],
    ['2024-01-15 10:00:00.5 +02:00', 'unquoted-date'],
    ['!ruby/object:Thing {}', 'tag-refused'],
    ['!ruby/regexp /x/', 'tag-refused'],
    ['{ <<: { a: 1 } }', 'merge-key-refused'],
    ['{ ? [a, b] : 1 }', 'complex-key'],
    ['{ 2024-01-15: 1 }', 'unquoted-date'],
  ])('%s is refused', (text, code) => {
    const found = problem(withStep('handler_config:', `  v: ${text}`), code);
    expect(found).toMatchObject({ severity: 'error', line: 8 });
  });

  test('a quoted date is text', () => {
    expect(value('"2024-01-15"')).toBe('2024-01-15');
  });

  test('an alias and the anchor it uses are refused, each at its place', () => {
    const text = withStep('handler_config:', '  a: &x { b: 1 }', '  c: *x');
    expect(codes(text)).toEqual(['anchor-refused', 'alias-refused']);
    expect(marked(text, problem(text, 'alias-refused'))).toBe('*x');
  });

  test('keys that are not text are warned about and kept as they are written', () => {
    const text = withStep('handler_config: { on: 1, 2: b, ~: c, :d: e }');
    expect(codes(text)).toEqual(['key-not-text', 'key-not-text', 'key-not-text', 'key-not-text']);
    expect(Object.keys(parsed(text).steps[0]?.handlerConfig ?? {})).toEqual(['2', 'on', '~', ':d']);
  });

  test('of two equal keys the last wins, with a warning that names the line of the first', () => {
    const text = withTop('version: 1.0.0', 'version: 2.0.0');
    expect(parsed(text).version).toBe('2.0.0');
    expect(problem(text, 'duplicate-key')).toMatchObject({ severity: 'warning', line: 2 });
    expect(problem(text, 'duplicate-key').message).toContain('line 1');
  });

  test('a key named __proto__ is an ordinary key', () => {
    const config = parsed(withStep('handler_config: { __proto__: { polluted: true } }')).steps[0]
      ?.handlerConfig;
    expect(Object.keys(config ?? {})).toEqual(['__proto__']);
    expect(config).not.toHaveProperty('polluted');
  });
});
