/** The words after `npm start --`: files that exist, a port that can be one. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseServerOptions } from '../../src-main/server/server-options.ts';

const FOLDER = import.meta.dirname;
const FILE = 'server-options.test.ts';

test('files are made absolute, the port is free by default', () => {
  expect(parseServerOptions([FILE], FOLDER)).toEqual({
    kind: 'options',
    options: { port: 0, files: [join(FOLDER, FILE)] },
  });
});

test('a folder may be named as well', () => {
  expect(parseServerOptions(['.'], FOLDER)).toMatchObject({ options: { files: [FOLDER] } });
});

test.each([[['--port', '8080']], [['--port=8080', FILE]], [[FILE, '--port', '8080']]])(
  '%j asks for a port',
  (args) => {
    expect(parseServerOptions(args, FOLDER)).toMatchObject({ kind: 'options', options: { port: 8080 } });
  },
);

test.each([
  [['--port', '65536'], 64],
  [['--port', '-1'], 64],
  [['--port', '80a'], 64],
  [['--port', ''], 64],
  [['--port'], 64],
  [['--listen'], 64],
  [['missing.yaml'], 2],
])('%j is refused with code %i', (args, code) => {
  expect(parseServerOptions(args, FOLDER)).toMatchObject({ kind: 'wrong', code });
});
