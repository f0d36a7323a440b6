import { describe, expect, test } from 'vitest';
import { cli, GOOD_TEMPLATE, inFolder } from './support/fake-io.ts';

const OTHER = GOOD_TEMPLATE.replace('name: order', 'name: refund').replace('OrderHandler', 'RefundHandler');

describe('folders', () => {
  const files = {
    'flows/order.yaml': GOOD_TEMPLATE,
    'flows/deep/refund.yml': OTHER,
    'flows/order.scenario.yaml': 'steps: { shipp: {} }\n',
    'flows/events.yml': 'events: []\n',
    'flows/node_modules/x.yaml': 'name: x\nstep_templates: 1\n',
    'flows/.hidden/x.yaml': 'name: x\nstep_templates: 1\n',
    'flows/notes.txt': 'name: x',
  };

  test('templates and scenarios in them are looked at, other files are skipped with a note', async () => {
    await inFolder(files, async (cwd) => {
      const { code, stdout, stderr } = await cli(['lint', '--format', 'json', 'flows'], { cwd });
      expect(code).toBe(2);
      const { files: found } = JSON.parse(stdout) as { files: readonly { file: string; kind: string }[] };
      expect(found.map(({ file, kind }) => `${kind} ${file}`)).toEqual([
        'template flows/deep/refund.yml',
        'scenario flows/order.scenario.yaml',
        'template flows/order.yaml',
      ]);
      expect(stderr).toBe('Skipped 1 file without a template: flows/events.yml\n');
    });
  });

  test('a file is looked at once, however often it is named', async () => {
    await inFolder({ 'order.yaml': GOOD_TEMPLATE }, async (cwd) => {
      const { stdout } = await cli(['lint', 'order.yaml', '.', 'order.yaml'], { cwd });
      expect(stdout).toBe('✓ No problems in 1 file\n');
    });
  });

  test('a folder without a template is told, and is no success', async () => {
    await inFolder({ 'a/b.txt': '' }, async (cwd) => {
      const { code, stderr } = await cli(['lint', 'a'], { cwd });
      expect(code).toBe(2);
      expect(stderr).toBe('There is no template in the folder a.\n');
    });
  });

  test('two templates with one class are told of', async () => {
    await inFolder(
      { 'a.yaml': GOOD_TEMPLATE, 'b.yaml': OTHER.replace('RefundHandler', 'OrderHandler') },
      async (cwd) => {
        const { code, stdout } = await cli(['lint', '.'], { cwd });
        expect(code).toBe(0);
        expect(stdout).toMatch(/^b\.yaml:3:21 warning shared-task-handler-class .*'a\.yaml'/);
      },
    );
  });
});

describe('--max-warnings', () => {
  const text = `${GOOD_TEMPLATE}    default_retryable: false\n`;

  test.each([
    [[], 0],
    [['--max-warnings', '1'], 0],
    [['--max-warnings', '0'], 2],
  ])('%j exits %d with one warning', async (more, code) => {
    await inFolder({ 'order.yaml': text }, async (cwd) => {
      expect((await cli(['lint', 'order.yaml', ...more], { cwd })).code).toBe(code);
    });
  });
});

describe('--rules', () => {
  test('lists every rule with what it is set to', async () => {
    const { code, stdout } = await cli(['lint', '--rules']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ {2}never-retryable +warning {2}A step that never runs \(fix\)$/m);
    expect(stdout).toMatch(/^ {2}description-missing +off /m);
    expect(stdout).not.toMatch(/ $/m);
  });
});

describe('configuration', () => {
  const text = `${GOOD_TEMPLATE}    default_retryable: false\n`;

  test('the nearest file upwards decides', async () => {
    const files = {
      '.tasker-lint.yaml': 'rules: { never-retryable: error }\n',
      'order.yaml': text,
      'inner/.tasker-lint.yaml': 'rules:\n  never-retryable: off\n  duplicate-template: off\n',
      'inner/deep/order.yaml': text,
    };
    await inFolder(files, async (cwd) => {
      const outer = await cli(['lint', 'order.yaml'], { cwd });
      expect(outer.code).toBe(2);
      expect(outer.stdout).toContain('error never-retryable');
      expect(await cli(['lint', 'inner/deep/order.yaml'], { cwd })).toMatchObject({
        code: 0,
        stdout: '✓ No problems in 1 file\n',
      });
    });
  });

  test('--config is taken instead', async () => {
    const files = {
      'order.yaml': text,
      '.tasker-lint.yaml': '',
      'strict.yaml': 'rules: { never-retryable: error }',
    };
    await inFolder(files, async (cwd) => {
      expect((await cli(['lint', 'order.yaml'], { cwd })).code).toBe(0);
      expect((await cli(['lint', '--config', 'strict.yaml', 'order.yaml'], { cwd })).code).toBe(2);
    });
  });

  test('one that cannot be used is told once, and no file is judged by it', async () => {
    const files = {
      'a.yaml': text,
      'b.yaml': OTHER,
      '.tasker-lint.yaml': 'rules:\n  never-retriable: off\n',
    };
    await inFolder(files, async (cwd) => {
      const { code, stdout } = await cli(['lint', 'a.yaml', 'b.yaml'], { cwd });
      expect(code).toBe(2);
      expect(stdout).toContain(`.tasker-lint.yaml:2:3 error lint-config There is no rule 'never-retriable'.`);
      expect(stdout).toContain(`Did you mean 'never-retryable'?`);
      expect(stdout).toContain('1 error in 1 file');
    });
  });

  test('one that is named must be there', async () => {
    await inFolder({ 'a.yaml': text }, async (cwd) => {
      const { code, stdout } = await cli(['lint', '--config', 'none.yaml', 'a.yaml'], { cwd });
      expect(code).toBe(2);
      expect(stdout).toContain('none.yaml:1:1 error unreadable-file There is no such file.');
    });
  });
});
