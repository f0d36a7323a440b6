import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { fileArguments } from '../../../src-main/desktop/boot/file-arguments.ts';

const CWD = resolve('/work');

test('files are meant from where the program was started', () => {
  expect(fileArguments(['a.yaml', '../b.yaml'], CWD, true)).toEqual([
    resolve('/work/a.yaml'),
    resolve('/b.yaml'),
  ]);
});

test('switches are no files', () => {
  expect(fileArguments(['--no-sandbox', '-x', 'a.yaml', '--user-data-dir=/x'], CWD, true)).toEqual([
    resolve(CWD, 'a.yaml'),
  ]);
});

test('after two dashes everything is a file', () => {
  expect(fileArguments(['--', '--odd.yaml'], CWD, true)).toEqual([resolve(CWD, '--odd.yaml')]);
});

test('without a package the first name is the program', () => {
  expect(fileArguments(['--inspect=0', '.', 'a.yaml'], CWD, false)).toEqual([resolve(CWD, 'a.yaml')]);
  expect(fileArguments(['.'], CWD, false)).toEqual([]);
});
