import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cli, GOOD_TEMPLATE, inFolder } from './support/fake-io.ts';

const BAD = GOOD_TEMPLATE.replace('"1.0.0"', '1.0')
  .replace('default_dependent_system: shop\n', '')
  .replace('    handler_class: PayHandler\n', '    handler_class: PayHandler # charges\n    retry_limit: 5\n')
  .concat('    default_retryable: false\n');

describe('--fix', () => {
  test('mends what needs no choice, writes the file, and tells what was done', async () => {
    await inFolder({ 'order.yaml': BAD }, async (cwd) => {
      const { code, stdout } = await cli(['lint', '--fix', 'order.yaml'], { cwd });
      expect(code).toBe(0);
      expect(await readFile(join(cwd, 'order.yaml'), 'utf8')).toBe(
        GOOD_TEMPLATE.replace('default_dependent_system: shop', 'default_dependent_system: default_system')
          .replace(
            '    handler_class: PayHandler\n',
            '    handler_class: PayHandler # charges\n    default_retry_limit: 5\n',
          )
          .concat('    default_retryable: true\n    default_retry_limit: 1\n'),
      );
      expect(stdout).toContain("mended order.yaml:12 unknown-key Rename it to 'default_retry_limit'\n");
      expect(stdout).toMatch(/✓ No problems in 1 file\n$/);
    });
  });

  test('leaves a good file as it is', async () => {
    await inFolder({ 'order.yaml': GOOD_TEMPLATE }, async (cwd) => {
      expect(await cli(['lint', '--fix', 'order.yaml'], { cwd })).toEqual({
        code: 0,
        stdout: '✓ No problems in 1 file\n',
        stderr: '',
      });
    });
  });

  test('leaves to people what has several ways out', async () => {
    const text = GOOD_TEMPLATE.replace(
      'handler_class: PayHandler',
      'handler_class: PayHandler\n    depends_on_step: ship',
    );
    await inFolder({ 'order.yaml': text }, async (cwd) => {
      const { code, stdout } = await cli(['lint', '--fix', 'order.yaml'], { cwd });
      expect(code).toBe(2);
      expect(stdout).not.toContain('mended');
      expect(await readFile(join(cwd, 'order.yaml'), 'utf8')).toBe(text);
    });
  });

  test('says so when a file cannot be written', async () => {
    await inFolder({ 'order.yaml': BAD }, async (cwd) => {
      const path = join(cwd, 'order.yaml');
      await chmod(path, 0o444);
      const isRefused = await writeFile(path, BAD).then(
        () => false,
        () => true,
      );
      const { code, stdout } = await cli(['lint', '--fix', 'order.yaml'], { cwd });
      // For root no file is write-protected.
      if (!isRefused) return;
      expect(code).toBe(2);
      expect(stdout).toContain('not mended order.yaml: ');
    });
  });

  test('other formats have the output for themselves', async () => {
    await inFolder({ 'order.yaml': BAD }, async (cwd) => {
      const { stdout, stderr } = await cli(['lint', '--fix', '--format', 'json', 'order.yaml'], { cwd });
      expect(JSON.parse(stdout)).toMatchObject({ format: 1, errors: 0 });
      expect(stderr).toContain('mended order.yaml:');
    });
  });
});
