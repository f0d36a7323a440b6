import { describe, expect, test } from 'vitest';
import { cli, GOOD_TEMPLATE, inFolder } from './support/fake-io.ts';

const BAD_TEMPLATE = GOOD_TEMPLATE.replace('depends_on_step: pay', 'depends_on_step: pya');

describe('lint as text', () => {
  test('a good template exits 0 and says so', async () => {
    await inFolder({ 'order.yaml': GOOD_TEMPLATE }, async (cwd) => {
      const run = await cli(['lint', 'order.yaml'], { cwd });
      expect(run).toEqual({ code: 0, stdout: '✓ No problems in 1 file\n', stderr: '' });
    });
  });

  test('a problem names file, line, column, severity and code, and shows the line and the hint', async () => {
    await inFolder({ 'order.yaml': BAD_TEMPLATE }, async (cwd) => {
      const { code, stdout } = await cli(['lint', 'order.yaml'], { cwd });
      expect(code).toBe(2);
      const [head, frame, mark, hint] = stdout.split('\n');
      expect(head).toMatch(/^order\.yaml:15:22 error unknown-dependency .*pya/);
      expect(frame).toBe('  15 |     depends_on_step: pya');
      expect(mark).toBe('     |                      ^^^');
      expect(hint).toMatch(/^ {5}= \S/);
      expect(stdout.trimEnd().split('\n').at(-1)).toBe('1 error in 1 file');
    });
  });

  test('every file is looked at, also after a bad one', async () => {
    await inFolder({ 'bad.yaml': BAD_TEMPLATE, 'good.yaml': GOOD_TEMPLATE }, async (cwd) => {
      const { code, stdout } = await cli(['lint', 'missing.yaml', 'bad.yaml', 'good.yaml'], { cwd });
      expect(code).toBe(2);
      expect(stdout).toContain('missing.yaml:1:1 error unreadable-file There is no such file.');
      expect(stdout).toContain('2 errors and 1 warning in 3 files');
    });
  });

  test('a problem of one environment only is found and says which', async () => {
    const text = `${GOOD_TEMPLATE}environments:\n  production:\n    step_templates:\n      - name: pay\n        default_retry_limit: many\n`;
    await inFolder({ 'order.yaml': text }, async (cwd) => {
      const { code, stdout } = await cli(['lint', 'order.yaml'], { cwd });
      expect(code).toBe(2);
      expect(stdout).toContain('(in environment production)');
    });
  });

  test.each([
    ['a binary file', 'x.yaml', { 'x.yaml': new Uint8Array([1, 0, 2]) }, 'This is a binary file.'],
    [
      'a file in another encoding',
      'x.yaml',
      { 'x.yaml': new Uint8Array([0x66, 0xfc, 0x72]) },
      'The file is not UTF-8 text.',
    ],
    [
      'a huge file',
      'x.yaml',
      { 'x.yaml': 'x'.repeat(9_000_000) },
      'The file has 9 MB; 8 MB are the most that is read.',
    ],
    ['an empty file', 'x.yaml', { 'x.yaml': '' }, 'error'],
  ])('%s is refused in words', async (_, file, files, message) => {
    await inFolder(files, async (cwd) => {
      const { code, stdout } = await cli(['lint', file], { cwd });
      expect(code).toBe(2);
      expect(stdout).toContain(message);
    });
  });

  test('control characters of a file never reach the terminal', async () => {
    await inFolder({ 'x.yaml': `name: "\\e[31m"\nbad: "\u001B[2J"\n` }, async (cwd) => {
      const { stdout } = await cli(['lint', 'x.yaml'], { cwd });
      expect(stdout).not.toContain('\u001B');
    });
  });
});

describe('lint of scenarios', () => {
  test('a scenario is checked against the template beside it', async () => {
    const files = { 'order.yaml': GOOD_TEMPLATE, 'order.no-stock.scenario.yaml': 'steps: { shipp: {} }\n' };
    await inFolder(files, async (cwd) => {
      const { code, stdout } = await cli(['lint', 'order.no-stock.scenario.yaml'], { cwd });
      expect(code).toBe(2);
      expect(stdout).toMatch(/^order\.no-stock\.scenario\.yaml:1:10 error scenario-unknown-step .*'shipp'/);
      expect(stdout).toContain("Did you mean 'ship'?");
    });
  });

  test('a scenario without a template is checked by its form alone', async () => {
    await inFolder({ 'lonely.scenario.yaml': 'steps: { any: {} }\n' }, async (cwd) => {
      expect((await cli(['lint', 'lonely.scenario.yaml'], { cwd })).code).toBe(0);
    });
  });
});

describe('lint as JSON', () => {
  test('the shape is the documented one', async () => {
    await inFolder({ 'order.yaml': BAD_TEMPLATE }, async (cwd) => {
      const { code, stdout } = await cli(['lint', '--format', 'json', 'order.yaml', 'none.yaml'], { cwd });
      expect(code).toBe(2);
      expect(JSON.parse(stdout)).toEqual({
        format: 1,
        errors: 2,
        warnings: 0,
        infos: 0,
        files: [
          {
            file: 'order.yaml',
            kind: 'template',
            problems: [
              {
                code: 'unknown-dependency',
                severity: 'error',
                message: expect.any(String),
                hint: expect.any(String),
                path: '/step_templates/1/depends_on_step',
                line: 15,
                column: 22,
                offset: BAD_TEMPLATE.indexOf('pya'),
                length: 3,
                environment: null,
                fixes: ['Delete the dependency'],
              },
            ],
          },
          {
            file: 'none.yaml',
            kind: 'template',
            problems: [expect.objectContaining({ code: 'unreadable-file' })],
          },
        ],
      });
    });
  });
});
