import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { forwardOutput } from '../../../src-main/desktop/engine/engine-output.ts';

test('each line is passed on without its secrets, also when it comes in parts', async () => {
  const stream = new PassThrough();
  const lines: string[] = [];
  forwardOutput(stream, (line) => void lines.push(line));
  stream.write('first\nno way to postgres://anna:hu');
  stream.write('sh@db.example.com/shop\n');
  stream.end('password=hush');
  await new Promise((resolve) => setImmediate(resolve));
  expect(lines).toEqual(['first\n', 'no way to <address>\n', 'password=<hidden>\n']);
});

test('output that is thrown away is none', () => {
  expect(() => forwardOutput(null, () => {})).not.toThrow();
});
