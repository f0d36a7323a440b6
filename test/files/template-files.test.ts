import {
  chmod,
  lstat,
  mkdir,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { atomicWrite } from '../../src-main/files/atomic-write.ts';
import { readTemplateFile, saveTemplateFile, versionOf } from '../../src-main/files/template-files.ts';
import { inFolder } from './support.ts';

const versionIn = async (path: string): Promise<string> => {
  const read = await readTemplateFile(path);
  return read.kind === 'text' ? read.version : '';
};

describe('reading', () => {
  test('the version is that of the content, not of the time', async () => {
    await inFolder({ 'a.yaml': 'name: a\n' }, async (folder) => {
      const path = join(folder, 'a.yaml');
      const read = await readTemplateFile(path);
      await utimes(path, 1, 1);
      expect(read).toMatchObject({ kind: 'text', text: 'name: a\n' });
      expect(await versionOf(path)).toEqual({ kind: 'version', version: await versionIn(path) });
      await writeFile(path, 'name: b\n');
      expect(await versionOf(path)).not.toEqual({
        kind: 'version',
        version: read.kind === 'text' && read.version,
      });
    });
  });

  test('a file that is not there has no version, and cannot be read', async () => {
    await inFolder({}, async (folder) => {
      expect(await versionOf(join(folder, 'a.yaml'))).toEqual({ kind: 'version', version: null });
      expect(await readTemplateFile(join(folder, 'a.yaml'))).toMatchObject({ kind: 'unusable' });
    });
  });

  test('a folder and a binary file are unusable', async () => {
    await inFolder({ 'b.yaml': new Uint8Array([1, 0, 2]) }, async (folder) => {
      expect(await readTemplateFile(folder)).toMatchObject({
        kind: 'unusable',
        message: 'This is a folder.',
      });
      expect(await versionOf(folder)).toMatchObject({ kind: 'unusable' });
      expect(await readTemplateFile(join(folder, 'b.yaml'))).toMatchObject({ kind: 'unusable' });
    });
  });
});

describe('saving', () => {
  test('writes what was asked for and answers its version', async () => {
    await inFolder({ 'a.yaml': 'old' }, async (folder) => {
      const path = join(folder, 'a.yaml');
      const text = '\uFEFFname: ü\r\n';
      const saved = await saveTemplateFile(path, text, await versionIn(path));
      expect(await readFile(path, 'utf8')).toBe(text);
      expect(saved).toEqual({ kind: 'saved', version: await versionIn(path) });
      expect(await readdir(folder)).toEqual(['a.yaml']);
    });
  });

  test('refuses when another program changed the file, and says what it is now', async () => {
    await inFolder({ 'a.yaml': 'theirs' }, async (folder) => {
      const path = join(folder, 'a.yaml');
      const version = await versionIn(path);
      expect(await saveTemplateFile(path, 'mine', 'what I read')).toEqual({
        kind: 'changed',
        text: 'theirs',
        version,
      });
      expect(await readFile(path, 'utf8')).toBe('theirs');
    });
  });

  test('refuses when the file is gone', async () => {
    await inFolder({}, async (folder) => {
      const saved = await saveTemplateFile(join(folder, 'a.yaml'), 'mine', 'what I read');
      expect(saved).toEqual({ kind: 'changed', text: null, version: null });
    });
  });

  test('without a version it writes whatever is there, or a new file', async () => {
    await inFolder({ 'a.yaml': 'theirs' }, async (folder) => {
      for (const name of ['a.yaml', 'new.yaml']) {
        expect(await saveTemplateFile(join(folder, name), 'mine', null)).toMatchObject({ kind: 'saved' });
        expect(await readFile(join(folder, name), 'utf8')).toBe('mine');
      }
      expect((await stat(join(folder, 'new.yaml'))).mode & 0o111).toBe(0);
    });
  });

  test('says in words why it cannot write, and leaves nothing behind', async () => {
    await inFolder({}, async (folder) => {
      expect(await saveTemplateFile(join(folder, 'no', 'a.yaml'), 'x', null)).toMatchObject({
        kind: 'unusable',
        message: 'The folder of the file does not exist.',
      });
      await mkdir(join(folder, 'taken.yaml'));
      expect(await saveTemplateFile(join(folder, 'taken.yaml'), 'x', null)).toMatchObject({
        kind: 'unusable',
      });
      expect(await readdir(folder)).toEqual(['taken.yaml']);
    });
  });
});

describe('writing in one piece', () => {
  test('keeps the mode', async () => {
    await inFolder({ 'a.yaml': 'old' }, async (folder) => {
      const path = join(folder, 'a.yaml');
      await chmod(path, 0o640);
      await atomicWrite(path, 'new');
      expect((await stat(path)).mode & 0o777).toBe(0o640);
    });
  });

  test('a link stays one, and what it leads to is written', async () => {
    await inFolder({ 'real.yaml': 'old' }, async (folder) => {
      await symlink('real.yaml', join(folder, 'link.yaml'));
      await atomicWrite(join(folder, 'link.yaml'), 'new');
      expect((await lstat(join(folder, 'link.yaml'))).isSymbolicLink()).toBe(true);
      expect(await readFile(join(folder, 'real.yaml'), 'utf8')).toBe('new');
    });
  });

  test.skipIf(process.getuid?.() === 0)('a write-protected file is refused', async () => {
    await inFolder({ 'a.yaml': 'old' }, async (folder) => {
      const path = join(folder, 'a.yaml');
      await chmod(path, 0o444);
      expect(await saveTemplateFile(path, 'new', null)).toMatchObject({ kind: 'unusable' });
      expect(await readFile(path, 'utf8')).toBe('old');
    });
  });

  test('many writers at once leave one whole text', async () => {
    await inFolder({}, async (folder) => {
      const path = join(folder, 'a.yaml');
      const texts = Array.from({ length: 8 }, (_, index) => `${index}`.repeat(50_000));
      await Promise.all(texts.map((text) => atomicWrite(path, text)));
      expect(texts).toContain(await readFile(path, 'utf8'));
      expect(await readdir(folder)).toEqual(['a.yaml']);
      await rm(path);
    });
  });
});
