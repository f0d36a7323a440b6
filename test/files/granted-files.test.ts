import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GrantedFiles } from '../../src-main/files/granted-files.ts';
import { inFolder } from './support.ts';

const ALL_REFUSED = Array.from({ length: 6 }, () => ({ kind: 'not_granted' }));

async function everyWay(files: GrantedFiles, path: string) {
  return Promise.all([
    files.open(path),
    files.save(path, 'x', null),
    files.version(path),
    files.scenarios(path),
    files.layout(path),
    files.saveLayout(path, '{}'),
  ]);
}

describe('granted files', () => {
  test('a granted file can be read, written and asked for its version', async () => {
    await inFolder({ 'a.yaml': 'name: a' }, async (folder) => {
      const path = join(folder, 'a.yaml');
      const files = await GrantedFiles.of([path]);
      expect(files.granted).toEqual([path]);
      const read = await files.open(path);
      expect(read).toMatchObject({ kind: 'text', text: 'name: a' });
      const version = read.kind === 'text' ? read.version : '';
      expect(await files.version(path)).toEqual({ kind: 'version', version });
      expect(await files.save(path, 'name: b', version)).toMatchObject({ kind: 'saved' });
      expect(await files.save(path, 'name: c', version)).toMatchObject({ kind: 'changed', text: 'name: b' });
    });
  });

  test('every other file is refused, in whatever way it is named', async () => {
    await inFolder({ 'a.yaml': 'a', 'other.yaml': 'secret' }, async (folder) => {
      await mkdir(join(folder, 'sub'));
      const files = await GrantedFiles.of([join(folder, 'a.yaml')]);
      const others = ['other.yaml', 'a.yaml/../other.yaml', 'sub/../other.yaml', 'new.yaml', '.', 'a.yaml/x'];
      for (const name of others) {
        expect(await everyWay(files, `${folder}/${name}`)).toEqual(ALL_REFUSED);
      }
      expect(await everyWay(files, 'a\0.yaml')).toEqual(ALL_REFUSED);
      expect(await readFile(join(folder, 'other.yaml'), 'utf8')).toBe('secret');
    });
  });

  test('a granted file may be named by a way round', async () => {
    await inFolder({ 'a.yaml': 'a' }, async (folder) => {
      const files = await GrantedFiles.of([join(folder, 'a.yaml')]);
      expect(await files.open(`${folder}/x/../a.yaml`)).toMatchObject({ kind: 'text' });
    });
  });

  test('a link put in the place of a granted file opens nothing', async () => {
    await inFolder({ 'a.yaml': 'a', 'other.yaml': 'secret' }, async (folder) => {
      const path = join(folder, 'a.yaml');
      const files = await GrantedFiles.of([path]);
      await rm(path);
      await symlink(join(folder, 'other.yaml'), path);
      expect(await everyWay(files, path)).toEqual(ALL_REFUSED);
      expect(await readFile(join(folder, 'other.yaml'), 'utf8')).toBe('secret');
    });
  });

  test('a link that was granted is written through, and its scenarios are those beside the link', async () => {
    await inFolder({ 'real.yaml': 'a', 'link.scenario.yaml': 'name: beside the link' }, async (folder) => {
      const link = join(folder, 'link.yaml');
      await symlink('real.yaml', link);
      const files = await GrantedFiles.of([link]);
      expect(files.granted).toEqual([link]);
      expect(await files.save(link, 'b', null)).toMatchObject({ kind: 'saved' });
      expect(await readFile(join(folder, 'real.yaml'), 'utf8')).toBe('b');
      expect(await files.scenarios(link)).toMatchObject([{ title: 'beside the link' }]);
    });
  });

  test('a file that does not exist yet can be granted, and comes and goes', async () => {
    await inFolder({}, async (folder) => {
      const path = join(folder, 'new.yaml');
      const files = await GrantedFiles.of([path]);
      expect(await files.version(path)).toEqual({ kind: 'version', version: null });
      expect(await files.open(path)).toMatchObject({ kind: 'unusable' });
      expect(await files.save(path, 'x', null)).toMatchObject({ kind: 'saved' });
      await rm(path);
      expect(await files.save(path, 'y', 'old')).toEqual({ kind: 'changed', text: null, version: null });
    });
  });

  test('a file granted twice is granted once', async () => {
    await inFolder({ 'a.yaml': 'a' }, async (folder) => {
      const path = join(folder, 'a.yaml');
      expect((await GrantedFiles.of([path, `${folder}/./a.yaml`])).granted).toEqual([path]);
    });
  });
});

describe('scenarios beside a template', () => {
  const SCENARIOS = {
    'order.yaml': '',
    'order.declined.scenario.yaml': 'name: Declined\ndescription: No money',
    'order.scenario.yaml': 'nonsense: [',
    'order.notes.yaml': '',
    'orders.scenario.yaml': 'name: of another template',
  };

  test('come with what they say of themselves, the default first', async () => {
    await inFolder(SCENARIOS, async (folder) => {
      const files = await GrantedFiles.of([join(folder, 'order.yaml')]);
      expect(await files.scenarios(join(folder, 'order.yaml'))).toEqual([
        { file: 'order.scenario.yaml', title: 'order.scenario.yaml', description: '', text: 'nonsense: [' },
        {
          file: 'order.declined.scenario.yaml',
          title: 'Declined',
          description: 'No money',
          text: SCENARIOS['order.declined.scenario.yaml'],
        },
      ]);
    });
  });

  test('a link out of the folder, a folder and a binary file are left out', async () => {
    await inFolder({ 'a.yaml': '', 'a.bin.scenario.yaml': new Uint8Array([0]) }, async (folder) => {
      await mkdir(join(folder, 'a.folder.scenario.yaml'));
      await mkdir(join(folder, 'sub'));
      await writeFile(join(folder, 'sub', 'x.yaml'), 'name: outside');
      await symlink(join('sub', 'x.yaml'), join(folder, 'a.link.scenario.yaml'));
      const files = await GrantedFiles.of([join(folder, 'a.yaml')]);
      expect(await files.scenarios(join(folder, 'a.yaml'))).toEqual([]);
    });
  });
});

describe('a granted folder', () => {
  test('gives access to its YAML files, and to what is kept beside them', async () => {
    await inFolder({ 'a.yaml': 'name: a', 'a.scenario.yaml': 'name: s' }, async (folder) => {
      const files = await GrantedFiles.of([folder]);
      expect(files).toMatchObject({ granted: [], folders: [folder] });
      const listed = await files.list(folder);
      if (listed.kind !== 'folder') throw new Error(listed.kind);
      expect(listed.files.map(({ shownPath }) => shownPath)).toEqual(['a.yaml']);
      const path = listed.files[0]?.path ?? '';
      expect(await files.open(path)).toMatchObject({ kind: 'text', text: 'name: a' });
      expect(await files.scenarios(path)).toMatchObject([{ file: 'a.scenario.yaml' }]);
      expect(await files.saveLayout(path, '{}')).toEqual({ kind: 'saved' });
      expect(await files.save(join(folder, 'new.yaml'), 'name: b', null)).toMatchObject({ kind: 'saved' });
    });
  });

  test('and to nothing else', async () => {
    await inFolder({ 'secret.yaml': 'secret' }, async (folder) => {
      const inner = join(folder, 'inner');
      await mkdir(join(inner, '.git'), { recursive: true });
      await writeFile(join(inner, '.git/x.yaml'), 'secret');
      await writeFile(join(inner, 'x.txt'), 'secret');
      await symlink(join(folder, 'secret.yaml'), join(inner, 'link.yaml'));
      await symlink(folder, join(inner, 'up'));
      const files = await GrantedFiles.of([inner]);
      const others = ['../secret.yaml', '.git/x.yaml', 'x.txt', 'link.yaml', 'up/secret.yaml', '.'];
      for (const name of others) {
        expect(await everyWay(files, `${inner}/${name}`), name).toEqual(ALL_REFUSED);
      }
      expect(await files.list(folder)).toEqual({ kind: 'not_granted' });
      expect(await files.list(join(inner, '..'))).toEqual({ kind: 'not_granted' });
      expect(await readFile(join(folder, 'secret.yaml'), 'utf8')).toBe('secret');
    });
  });
});
