import { lstat, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GrantedFiles } from '../../src-main/files/granted-files.ts';
import { layoutPath, readLayoutFile, saveLayoutFile } from '../../src-main/files/layout-files.ts';
import { inFolder } from './support.ts';

describe('the layout beside a template', () => {
  test.each([
    ['/a/order.yaml', '/a/order.layout.json'],
    ['/a/order.YML', '/a/order.layout.json'],
    ['/a.yaml/order', '/a.yaml/order.layout.json'],
  ])('of %s is %s', (template, layout) => expect(layoutPath(template)).toBe(layout));

  test('is written, read and removed; nothing else is left', async () => {
    await inFolder({ 'a.yaml': 'a' }, async (folder) => {
      const path = join(folder, 'a.yaml');
      expect(await readLayoutFile(path)).toEqual({ kind: 'layout', text: null });
      expect(await saveLayoutFile(path, '{}')).toEqual({ kind: 'saved' });
      expect(await readLayoutFile(path)).toEqual({ kind: 'layout', text: '{}' });
      expect(await readdir(folder)).toEqual(['a.layout.json', 'a.yaml']);
      expect(await saveLayoutFile(path, null)).toEqual({ kind: 'saved' });
      expect(await saveLayoutFile(path, null)).toEqual({ kind: 'saved' });
      expect(await readdir(folder)).toEqual(['a.yaml']);
    });
  });

  test('through a link nothing is read, written or removed', async () => {
    await inFolder({ 'a.yaml': 'a', 'secret.txt': 'secret' }, async (folder) => {
      const path = join(folder, 'a.yaml');
      await symlink(join(folder, 'secret.txt'), join(folder, 'a.layout.json'));
      expect(await readLayoutFile(path)).toMatchObject({ kind: 'unusable' });
      expect(await saveLayoutFile(path, '{}')).toMatchObject({ kind: 'unusable' });
      expect(await saveLayoutFile(path, null)).toMatchObject({ kind: 'unusable' });
      expect(await readFile(join(folder, 'secret.txt'), 'utf8')).toBe('secret');
      expect((await lstat(join(folder, 'a.layout.json'))).isSymbolicLink()).toBe(true);
    });
  });

  test('a folder of that name, and more than 1 MB, are refused in words', async () => {
    await inFolder({ 'a.yaml': 'a', 'b.yaml': 'b' }, async (folder) => {
      await mkdir(join(folder, 'a.layout.json'));
      expect(await saveLayoutFile(join(folder, 'a.yaml'), null)).toMatchObject({ kind: 'unusable' });
      const large = 'ä'.repeat(500_001);
      expect(await saveLayoutFile(join(folder, 'b.yaml'), large)).toMatchObject({
        message: 'A layout of more than 1 MB is not kept.',
      });
      await writeFile(join(folder, 'b.layout.json'), large);
      expect(await readLayoutFile(join(folder, 'b.yaml'))).toMatchObject({ kind: 'unusable' });
    });
  });

  test('of a granted link lies beside the link', async () => {
    await inFolder({}, async (folder) => {
      await mkdir(join(folder, 'real'));
      await writeFile(join(folder, 'real/a.yaml'), 'a');
      const link = join(folder, 'b.yaml');
      await symlink(join(folder, 'real/a.yaml'), link);
      const files = await GrantedFiles.of([link]);
      expect(await files.saveLayout(link, '{}')).toEqual({ kind: 'saved' });
      expect(await files.layout(link)).toEqual({ kind: 'layout', text: '{}' });
      expect(await readdir(folder)).toEqual(['b.layout.json', 'b.yaml', 'real']);
    });
  });
});
