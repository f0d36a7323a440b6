import { access, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { ALL } from '../export/exports.ts';
import { cli, GOOD_TEMPLATE, inFolder } from './support/fake-io.ts';

const FILES = { 'order.yaml': GOOD_TEMPLATE, 'bad.yaml': 'name: [' };

async function run(...args: readonly string[]) {
  return inFolder(FILES, (cwd) => cli(['export', ...args], { cwd }));
}

describe('export to the terminal', () => {
  test.each([
    ['yaml', /^name: order\n/],
    ['json', /^\{\n {2}"template": \{/],
    ['mermaid', /^---\ntitle: "default \/ order 1\.0\.0"\n/],
    ['svg', /^<svg xmlns=/],
    ['tasker-core', /^name: order\nnamespace_name: default\n/],
  ])('%s is printed, and nothing else', async (format, begin) => {
    const { code, stdout } = await run('order.yaml', '--format', format);
    expect(code).toBe(0);
    expect(stdout).toMatch(begin);
  });

  test('what is lost is told beside', async () => {
    const { stdout, stderr } = await run('order.yaml', '--format', 'tasker-core');
    expect(stderr).toContain('warning /task_handler_class: There are no task handlers');
    expect(stdout).not.toContain('There are no task handlers');
  });

  test('direction and theme are those asked for', async () => {
    expect((await run('order.yaml', '--format', 'mermaid', '--direction', 'right')).stdout).toContain(
      'flowchart LR',
    );
    expect((await run('order.yaml', '--format', 'svg', '--theme', 'dark')).stdout).toContain('#0f131b');
  });

  test('an environment is merged in', async () => {
    const text = `${GOOD_TEMPLATE}environments: { live: { description: for real } }\n`;
    await inFolder({ 'order.yaml': text }, async (cwd) => {
      const args = ['export', 'order.yaml', '--format', 'yaml', '--environment'];
      expect((await cli([...args, 'live'], { cwd })).stdout).toMatch(/^description: for real$/m);
      const { code, stderr } = await cli([...args, 'life'], { cwd });
      expect(code).toBe(2);
      expect(stderr).toContain("The environment 'life' is not in the template. It has: 'live'.");
    });
  });
});

describe('export into files', () => {
  test('a file is written once, and replaced only by force', async () => {
    await inFolder(FILES, async (cwd) => {
      const args = ['export', 'order.yaml', '--format', 'svg', '--output', 'new/picture.svg'];
      expect(await cli(args, { cwd })).toMatchObject({ code: 0, stdout: 'Wrote new/picture.svg\n' });
      const again = await cli(args, { cwd });
      expect(again.code).toBe(2);
      expect(again.stderr).toContain('new/picture.svg would be overwritten. Add --force to replace it.');
      expect((await cli([...args, '--force'], { cwd })).code).toBe(0);
    });
  });

  test('a folder gets the file by its own name', async () => {
    await inFolder(FILES, async (cwd) => {
      await cli(['export', 'order.yaml', '--format', 'mermaid', '--output', '.'], { cwd });
      expect(await readFile(join(cwd, 'order.mmd'), 'utf8')).toContain('flowchart TD');
    });
  });

  test('Ruby goes into folders as an application has them; when a file is in the way, none is written', async () => {
    await inFolder({ ...FILES, 'app/app/tasks/pay_handler.rb': 'mine' }, async (cwd) => {
      const args = ['export', 'order.yaml', '--format', 'ruby', '--output'];
      expect((await cli([...args, 'new'], { cwd })).code).toBe(0);
      expect(await readdir(join(cwd, 'new/app/tasks'))).toEqual([
        'order_handler.rb',
        'pay_handler.rb',
        'ship_handler.rb',
      ]);
      expect((await cli([...args, 'app'], { cwd })).stderr).toContain(
        'app/app/tasks/pay_handler.rb would be',
      );
      expect(await readdir(join(cwd, 'app'))).toEqual(['app']);
    });
  });

  test('a PNG has the size of the picture times the scale', async () => {
    await inFolder(FILES, async (cwd) => {
      const size = async (scale: string) => {
        const args = [
          'export',
          'order.yaml',
          '--format',
          'png',
          '--scale',
          scale,
          '--output',
          `${scale}.png`,
        ];
        expect((await cli(args, { cwd })).code).toBe(0);
        const bytes = await readFile(join(cwd, `${scale}.png`));
        expect(bytes.subarray(1, 4).toString()).toBe('PNG');
        return bytes.readUInt32BE(16);
      };
      expect(await size('3')).toBe(3 * (await size('1')));
    });
  });

  test('an archive can be opened again', async () => {
    await inFolder(FILES, async (cwd) => {
      await cli(['export', 'order.yaml', '--format', 'zip', '--output', 'all.zip'], { cwd });
      const entries = unzipSync(await readFile(join(cwd, 'all.zip')));
      expect(Buffer.from(entries['order.yaml'] ?? []).toString()).toBe(GOOD_TEMPLATE);
    });
  });
});

describe('export refuses', () => {
  test('a template with errors, with its errors', async () => {
    const { code, stdout, stderr } = await run('bad.yaml', '--format', 'svg');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('bad.yaml:1:');
    expect(stderr).toContain('only a valid one can be exported');
  });

  test('a file that is not there', async () => {
    const { code, stderr } = await run('none.yaml', '--format', 'svg');
    expect(code).toBe(2);
    expect(stderr).toContain('none.yaml: There is no such file.');
  });

  test.each([
    [['--format', 'png'], 'Say where to with --output.'],
    [['--format', 'zip'], 'Say where to with --output.'],
    [['--format', 'ruby'], 'Say where to with --output.'],
    [['--format', 'pdf'], 'Allowed choices are yaml, json, mermaid'],
    [[], "required option '--format <format>' not specified"],
    [['--format', 'png', '--scale', '0'], 'from 0.1 to 10'],
  ])('wrong usage: %j', async (args, message) => {
    const { code, stderr } = await run('order.yaml', ...args);
    expect(code).toBe(64);
    expect(stderr).toContain(message);
  });
});

test.each(ALL)('$name goes through every format without breaking', async ({ text }) => {
  await inFolder({ 'some.yaml': text }, async (cwd) => {
    for (const format of ['yaml', 'json', 'mermaid', 'svg', 'png', 'ruby', 'tasker-core', 'zip']) {
      const { code, stderr } = await cli(
        ['export', 'some.yaml', '--format', format, '--output', `out/${format}/`],
        { cwd },
      );
      expect([0, 2], stderr).toContain(code);
      if (code === 0) await access(join(cwd, 'out', format));
    }
  });
});
