import { describe, expect, test } from 'vitest';
import { codes, marked, MINIMAL, parsed, problem } from '../texts.ts';

describe('documents', () => {
  test.each(['', '   \n', '# only a comment\n', '---\n', '---\n...\n', '~'])('%j is empty', (text) => {
    expect(codes(text)).toEqual(['empty-file']);
  });

  test.each(['- a\n', 'text', '12', '[]'])('%j is not a map', (text) => {
    expect(codes(text)).toEqual(['not-a-map']);
  });

  test('of several documents only the first is read, even when the second is broken', () => {
    const text = `# head\n---\n${MINIMAL}---\na: [}\n`;
    expect(parsed(text).name).toBe('orders');
    expect(problem(text, 'multiple-documents')).toMatchObject({ severity: 'warning', line: 9, length: 3 });
    expect(codes(text)).toEqual(['multiple-documents']);
  });

  test('an end mark and comments after it are not a second document', () => {
    expect(codes(`---\n${MINIMAL}...\n# end\n`)).toEqual([]);
  });

  test('a byte order mark and Windows line endings do no harm', () => {
    const text = `\uFEFF${MINIMAL.replaceAll('\n', '\r\n')}`;
    expect(parsed(text)).toEqual(parsed(MINIMAL));
    expect(codes(text)).toEqual(['byte-order-mark']);
    const broken = text.replace('FetchHandler', 'fetch_handler');
    const found = problem(broken, 'class-name-format');
    expect(found).toMatchObject({ line: 6, column: 20 });
    expect(marked(broken, found)).toBe('fetch_handler');
  });

  test('mixed line endings and a lone carriage return are told', () => {
    expect(codes(MINIMAL.replace('\n', '\r\n'))).toEqual(['mixed-line-endings']);
    expect(codes(MINIMAL.replace('orders', '"a\rb"'))).toEqual(['lone-carriage-return']);
  });

  test.each([
    ['\u0000', 'control-character'],
    ['\u0007', 'control-character'],
    ['\uD800', 'lone-surrogate'],
    ['\uDC00', 'lone-surrogate'],
  ])('the character %j is refused at its place', (character, code) => {
    const text = MINIMAL.replace('orders', `or${character}ders`);
    expect(problem(text, code)).toMatchObject({ severity: 'error', line: 1, column: 9, length: 1 });
  });

  test('an ERB tag is told, except in a comment', () => {
    expect(codes(`${MINIMAL}# <%= x %>\n`)).toEqual([]);
    const text = MINIMAL.replace('FetchHandler', '"<%= klass %>"');
    expect(marked(text, problem(text, 'erb-not-run'))).toBe('<%= klass %>');
  });

  test.each([
    ['name: a: b\n', 1],
    [`${MINIMAL}   wrong: x\n`, 7],
    [`${MINIMAL}\tx: y\n`, 7],
    ['name: "open\n', 2],
    ['name: [a\n', 2],
  ])('broken YAML is a problem with a line: %j', (text, line) => {
    expect(problem(text, 'yaml-syntax').line).toBe(line);
    expect(codes(text)).not.toContain('missing-key');
  });
});
