/** Scenario files beside a template, saved as a page would. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createEngine } from '../../src-engine/api/engine.ts';
import { inProcessClient } from '../../src-engine/api/hosts/in-process.ts';
import { GrantedFiles } from '../../src-main/files/granted-files.ts';
import { inFolder } from '../files/support.ts';
import { errorOf } from './support/errors.ts';
import { hostWith, SCENARIO, TEMPLATE } from './support/engine.ts';

const FILE = 'a.flaky.scenario.yaml';

async function templatesOf(...paths: readonly string[]) {
  return inProcessClient(createEngine(hostWith({ files: await GrantedFiles.of(paths) }))).templates;
}

describe('a scenario', () => {
  test('is saved beside its template, listed with what it says of itself, and removed', async () => {
    await inFolder({ 'a.yaml': TEMPLATE }, async (folder) => {
      const path = join(folder, 'a.yaml');
      const templates = await templatesOf(path);
      const text = `name: Flaky\ndescription: Busy once\n${SCENARIO.text}`;
      expect(await templates.saveScenario({ path, file: FILE, text, before: null })).toEqual({
        kind: 'saved',
      });
      expect(await readFile(join(folder, FILE), 'utf8')).toBe(text);
      expect(await templates.scenarios({ path })).toEqual([
        { file: FILE, title: 'Flaky', description: 'Busy once', text },
      ]);
      expect(await templates.saveScenario({ path, file: FILE, text: null, before: text })).toEqual({
        kind: 'saved',
      });
      expect(await templates.scenarios({ path })).toEqual([]);
      expect(await readdir(folder)).toEqual(['a.yaml']);
    });
  });

  test('that another program changed or removed is answered with what is there now', async () => {
    await inFolder({ 'a.yaml': TEMPLATE, [FILE]: 'mine' }, async (folder) => {
      const path = join(folder, 'a.yaml');
      const { saveScenario } = await templatesOf(path);
      await writeFile(join(folder, FILE), 'theirs');
      for (const text of ['next', null]) {
        expect(await saveScenario({ path, file: FILE, text, before: 'mine' })).toEqual({
          kind: 'changed',
          text: 'theirs',
        });
      }
      expect(await readFile(join(folder, FILE), 'utf8')).toBe('theirs');
      await rm(join(folder, FILE));
      expect(await saveScenario({ path, file: FILE, text: 'next', before: 'theirs' })).toEqual({
        kind: 'changed',
        text: null,
      });
      expect(await readdir(folder)).toEqual(['a.yaml']);
    });
  });

  test('is overwritten by whoever says what it is now', async () => {
    await inFolder({ 'a.yaml': TEMPLATE, [FILE]: 'theirs' }, async (folder) => {
      const path = join(folder, 'a.yaml');
      const { saveScenario } = await templatesOf(path);
      const answer = await saveScenario({ path, file: FILE, text: 'next', before: 'mine' });
      const before = answer.kind === 'changed' ? answer.text : 'not asked';
      expect(await saveScenario({ path, file: FILE, text: 'next', before })).toEqual({ kind: 'saved' });
      expect(await readFile(join(folder, FILE), 'utf8')).toBe('next');
    });
  });

  test('is saved for every template of a granted folder, but not for a scenario', async () => {
    await inFolder({ 'a.yaml': TEMPLATE, 'a.x.scenario.yaml': 'name: X' }, async (folder) => {
      const { saveScenario } = await templatesOf(folder);
      const change = { text: 'name: x', before: null };
      expect(await saveScenario({ ...change, path: join(folder, 'a.yaml'), file: FILE })).toEqual({
        kind: 'saved',
      });
      const path = join(folder, 'a.x.scenario.yaml');
      expect(
        await errorOf(saveScenario({ ...change, path, file: 'a.x.scenario.y.scenario.yaml' })),
      ).toMatchObject({ code: 'NOT_GRANTED' });
      expect((await readdir(folder)).toSorted()).toEqual([FILE, 'a.x.scenario.yaml', 'a.yaml']);
    });
  });
});

describe('no scenario is saved', () => {
  test('of a template that was not granted', async () => {
    await inFolder({ 'a.yaml': TEMPLATE, 'b.yaml': TEMPLATE }, async (folder) => {
      const change = { path: join(folder, 'b.yaml'), file: 'b.scenario.yaml', text: 'x', before: null };
      for (const granted of [[join(folder, 'a.yaml')], []]) {
        const { saveScenario } = await templatesOf(...granted);
        expect(await errorOf(saveScenario(change))).toMatchObject({ code: 'NOT_GRANTED' });
      }
      expect((await readdir(folder)).toSorted()).toEqual(['a.yaml', 'b.yaml']);
    });
  });

  test('by a host that reads and writes no files', async () => {
    await inFolder({ 'a.yaml': TEMPLATE }, async (folder) => {
      const { templates } = inProcessClient(createEngine(hostWith({})));
      const change = { path: join(folder, 'a.yaml'), file: FILE, text: 'x', before: null };
      expect(await errorOf(templates.saveScenario(change))).toMatchObject({ code: 'NOT_GRANTED' });
      expect(await readdir(folder)).toEqual(['a.yaml']);
    });
  });

  test('under a name that is not one of its template, and it is said what would be', async () => {
    await inFolder({ 'a.yaml': TEMPLATE, 'b.yaml': TEMPLATE }, async (folder) => {
      const path = join(folder, 'a.yaml');
      const { saveScenario } = await templatesOf(path);
      for (const file of ['b.scenario.yaml', '../a.scenario.yaml', 'b.yaml']) {
        expect(await errorOf(saveScenario({ path, file, text: 'x', before: TEMPLATE }))).toEqual({
          code: 'FILE_UNUSABLE',
          message: `${file} is no name of a scenario of a.yaml.`,
          data: { hint: 'Name it a.<words>.scenario.yaml.' },
        });
      }
      expect((await readdir(folder)).toSorted()).toEqual(['a.yaml', 'b.yaml']);
      expect(await readFile(join(folder, 'b.yaml'), 'utf8')).toBe(TEMPLATE);
    });
  });

  test('that is too large, and one that is larger than any text is refused unread', async () => {
    await inFolder({ 'a.yaml': TEMPLATE }, async (folder) => {
      const path = join(folder, 'a.yaml');
      const { saveScenario } = await templatesOf(path);
      const ofSize = (size: number) =>
        saveScenario({ path, file: FILE, text: 'x'.repeat(size), before: null });
      expect(await errorOf(ofSize(2_000_001))).toMatchObject({ code: 'FILE_UNUSABLE' });
      await expect(ofSize(8_000_001)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
      expect(await readdir(folder)).toEqual(['a.yaml']);
    });
  });

  test('over a file that is larger than what can be answered', async () => {
    await inFolder({ 'a.yaml': TEMPLATE, [FILE]: 'x'.repeat(8_000_001) }, async (folder) => {
      const path = join(folder, 'a.yaml');
      const { saveScenario } = await templatesOf(path);
      await expect(saveScenario({ path, file: FILE, text: 'x', before: null })).rejects.toMatchObject({
        code: 'FILE_UNUSABLE',
      });
      expect(await readFile(join(folder, FILE))).toHaveLength(8_000_001);
    });
  });
});
