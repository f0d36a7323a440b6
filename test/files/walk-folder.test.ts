import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { walkFolder } from '../../src-main/files/walk-folder.ts';
import { WALK_LIMITS } from '../../src-shared/workspace/candidates.ts';
import { inFolder } from './support.ts';

async function inTree<T>(paths: readonly string[], work: (folder: string) => Promise<T>): Promise<T> {
  return inFolder({}, async (folder) => {
    for (const path of paths) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), 'a: 1\n');
    }
    return work(folder);
  });
}

async function shown(folder: string): Promise<readonly string[]> {
  return (await walkFolder(folder)).files.map(({ shownPath }) => shownPath);
}

describe('walking through a folder', () => {
  test('finds YAML files at any depth, and neither scenarios nor what is hidden or installed', async () => {
    const paths = [
      'b.yml',
      'a/deep/er/c.yaml',
      'a.yaml',
      'a.scenario.yaml',
      'a.bad.scenario.yml',
      'a.layout.json',
      '.hidden.yaml',
      '.git/x.yaml',
      '.github/x.yaml',
      'node_modules/p/x.yaml',
      'a/node_modules/x.yaml',
      'read.me',
    ];
    await inTree(paths, async (folder) => {
      expect(await shown(folder)).toEqual(['a.yaml', 'a/deep/er/c.yaml', 'b.yml']);
      expect(await walkFolder(folder)).toMatchObject({ notes: [], isWhole: true });
    });
  });

  test('follows no link into a folder, and none out of it', async () => {
    await inTree(['in/a.yaml', 'out/secret.yaml'], async (folder) => {
      const root = join(folder, 'in');
      await symlink(root, join(root, 'loop'));
      await symlink(join(folder, 'out'), join(root, 'out'));
      await symlink(join(folder, 'out/secret.yaml'), join(root, 'secret.yaml'));
      await symlink(join(root, 'a.yaml'), join(root, 'same.yaml'));
      await symlink(join(root, 'nothing'), join(root, 'gone.yaml'));
      expect(await shown(root)).toEqual(['a.yaml', 'same.yaml']);
    });
  });

  test('ends at its limits, and says so', async () => {
    await inTree(['a.yaml', 'b.yaml', 'c.yaml', 'd/e/f.yaml'], async (folder) => {
      const few = await walkFolder(folder, { ...WALK_LIMITS, files: 2 });
      expect(few.files).toHaveLength(2);
      expect(few).toMatchObject({
        isWhole: false,
        notes: ['Only the first 2 YAML files are listed; open a folder with fewer.'],
      });
      expect(await walkFolder(folder, { ...WALK_LIMITS, entries: 3 })).toMatchObject({ isWhole: false });
      expect((await walkFolder(folder, { ...WALK_LIMITS, depth: 1 })).files).toHaveLength(3);
      const small = await walkFolder(folder, { ...WALK_LIMITS, bytes: 1 });
      expect(small).toMatchObject({ files: [], notes: ['4 YAML files above 2 MB are not listed.'] });
    });
  });

  test('a version changes with the file', async () => {
    await inTree(['a.yaml'], async (folder) => {
      const before = await walkFolder(folder);
      expect(await walkFolder(folder)).toEqual(before);
      await writeFile(join(folder, 'a.yaml'), 'longer: than before\n');
      expect((await walkFolder(folder)).files[0]?.version).not.toBe(before.files[0]?.version);
    });
  });

  test('a folder that is not there is an error', async () => {
    await expect(walkFolder('/nowhere/at/all')).rejects.toThrow('ENOENT');
  });
});
