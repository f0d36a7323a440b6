/** Folders the host gave access to, and what is kept beside their templates, asked for as a page would. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createEngine } from '../../src-engine/api/engine.ts';
import { inProcessClient } from '../../src-engine/api/hosts/in-process.ts';
import { GrantedFiles } from '../../src-main/files/granted-files.ts';
import { inFolder } from '../files/support.ts';
import { errorOf } from './support/errors.ts';
import { hostWith, TEMPLATE } from './support/engine.ts';

async function clientFor(...paths: readonly string[]) {
  return inProcessClient(createEngine(hostWith({ files: await GrantedFiles.of(paths) })));
}

describe('folders', () => {
  test('are listed, and what is listed can be opened and described', async () => {
    await inFolder({ 'a.yaml': TEMPLATE, 'pod.yaml': 'kind: Pod' }, async (folder) => {
      const { folders, templates } = await clientFor(folder);
      const { files, notes } = await folders.list({ folder });
      expect({ paths: files.map(({ shownPath }) => shownPath), notes }).toEqual({
        paths: ['a.yaml', 'pod.yaml'],
        notes: [],
      });
      const texts = await Promise.all(files.map(({ path }) => templates.open({ path })));
      const [template, other] = await templates.describe({
        files: texts.map(({ path, text }) => ({ file: path, text })),
      });
      expect(template?.steps).toBeGreaterThan(0);
      expect(other).toBeNull();
    });
  });

  test('that were not granted stay shut', async () => {
    await inFolder({ 'a.yaml': TEMPLATE }, async (folder) => {
      const { folders } = await clientFor(join(folder, 'a.yaml'));
      expect(await errorOf(folders.list({ folder }))).toMatchObject({ code: 'NOT_GRANTED' });
    });
  });
});

describe('the layout of a template', () => {
  test('is kept beside a granted file, and nowhere else', async () => {
    await inFolder({ 'a.yaml': TEMPLATE, 'b.yaml': TEMPLATE }, async (folder) => {
      const { templates } = await clientFor(join(folder, 'a.yaml'));
      const path = join(folder, 'a.yaml');
      expect(await templates.layout({ path })).toEqual({ text: null });
      await templates.saveLayout({ path, text: '{}' });
      expect(await templates.layout({ path })).toEqual({ text: '{}' });
      const other = join(folder, 'b.yaml');
      expect(await errorOf(templates.layout({ path: other }))).toMatchObject({ code: 'NOT_GRANTED' });
      expect(await errorOf(templates.saveLayout({ path: other, text: '{}' }))).toMatchObject({
        code: 'NOT_GRANTED',
      });
    });
  });
});
