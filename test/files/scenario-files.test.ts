import { lstat, mkdir, open, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GrantedFiles } from '../../src-main/files/granted-files.ts';
import { LARGEST_SCENARIO_BYTES, saveScenarioFile } from '../../src-main/files/scenario-files.ts';
import { scenariosBeside } from '../../src-main/files/scenarios-beside.ts';
import { inFolder } from './support.ts';

const FILE = 'order.bad-day.scenario.yaml';
const WORDS = { kind: 'unusable', message: expect.any(String), hint: expect.any(String) };

type Save = (
  text: string | null,
  before: string | null,
  file?: string,
) => ReturnType<typeof saveScenarioFile>;

const saveOf =
  (template: string): Save =>
  (text, before, file = FILE) =>
    saveScenarioFile(template, { file, text, before });

/** A folder with `order.yaml` and these files, and what saves a scenario of it. */
async function besideOrder(
  files: Readonly<Record<string, string | Uint8Array>>,
  work: (folder: string, save: Save) => Promise<void>,
): Promise<void> {
  await inFolder({ 'order.yaml': 'name: order', ...files }, (folder) =>
    work(folder, saveOf(join(folder, 'order.yaml'))),
  );
}

describe('the name of a scenario', () => {
  test.each([
    ['order.yaml', 'order.scenario.yaml'],
    ['order.yaml', 'order.scenario.yml'],
    ['order.yml', 'order.bad-day.scenario.yaml'],
    ['order.v2.yaml', 'order.v2.bad.day.scenario.yaml'],
    ['order.yaml', 'order.schlechter Tag ü.scenario.yaml'],
    ['Order.YAML', 'Order.bad-day.scenario.yaml'],
  ])('of %s may be %s, and the file lies beside the template', async (template, file) => {
    await inFolder({ [template]: 'name: order' }, async (folder) => {
      const path = join(folder, template);
      expect(await saveOf(path)('name: x', null, file)).toEqual({ kind: 'saved' });
      expect(await readFile(join(folder, file), 'utf8')).toBe('name: x');
      expect((await readdir(folder)).toSorted()).toEqual([template, file].toSorted());
      expect(await scenariosBeside(path)).toMatchObject([{ file, text: 'name: x' }]);
    });
  });

  test.each([
    ['of another template', 'other.bad-day.scenario.yaml'],
    ['of a template that only begins alike', 'orders.bad-day.scenario.yaml'],
    ['of the template itself', 'order.yaml'],
    ['of a template beside it', 'order.bad-day.yaml'],
    ['with something after the ending', 'order.bad-day.scenario.yaml.bak'],
    ['with another ending', 'order.bad-day.scenario.json'],
    ['that is hidden', '.order.bad-day.scenario.yaml'],
    ['that leads into another folder', 'sub/order.bad-day.scenario.yaml'],
    ['that leads out of the folder', '../order.bad-day.scenario.yaml'],
    ['that leads out and looks like one', 'order.x/../../order.bad-day.scenario.yaml'],
    ['that is a path', '/tmp/order.bad-day.scenario.yaml'],
    ['that ends like a folder', 'order.bad-day.scenario.yaml/'],
    ['with a null in it', 'order.\0.scenario.yaml'],
    ['that is empty', ''],
  ])('is never one %s', async (_, file) => {
    await inFolder({}, async (outside) => {
      const folder = join(outside, 'in');
      await mkdir(join(folder, 'sub'), { recursive: true });
      await writeFile(join(folder, 'order.yaml'), 'name: order');
      const before = await readdir(outside, { recursive: true });
      const path = join(folder, 'order.yaml');
      expect(await saveOf(path)('x', null, file)).toEqual(WORDS);
      expect(await saveOf(path)(null, 'name: order', file)).toEqual(WORDS);
      expect(await readdir(outside, { recursive: true })).toEqual(before);
      expect(await readFile(path, 'utf8')).toBe('name: order');
    });
  });

  test('that is refused comes with the pattern of a good one', async () => {
    expect(await saveOf('/a/Order.YML')('x', null, 'other.scenario.yaml')).toEqual({
      kind: 'unusable',
      message: 'other.scenario.yaml is no name of a scenario of Order.YML.',
      hint: 'Name it Order.<words>.scenario.yaml.',
    });
  });
});

describe('what lies under the name', () => {
  test.each([
    ['to a file elsewhere', '../secret.txt'],
    ['to a scenario of the same template', 'order.scenario.yaml'],
    ['to nothing', 'gone.yaml'],
  ])('is left alone and not told when it is a link %s', async (_, target) => {
    await inFolder({ 'secret.txt': 'secret' }, async (outside) => {
      const folder = join(outside, 'in');
      await mkdir(folder);
      await writeFile(join(folder, 'order.scenario.yaml'), 'secret');
      await symlink(target, join(folder, FILE));
      const save = saveOf(join(folder, 'order.yaml'));
      for (const before of [null, 'secret', 'other']) {
        expect(await save('mine', before)).toMatchObject({
          message: 'What lies there is no regular file.',
        });
        expect(await save(null, before)).toEqual(WORDS);
      }
      expect((await lstat(join(folder, FILE))).isSymbolicLink()).toBe(true);
      expect(await readFile(join(outside, 'secret.txt'), 'utf8')).toBe('secret');
      expect((await readdir(folder)).toSorted()).toEqual([FILE, 'order.scenario.yaml']);
      expect(await readFile(join(folder, 'order.scenario.yaml'), 'utf8')).toBe('secret');
    });
  });

  test('is left alone when it is a folder', async () => {
    await besideOrder({}, async (folder, save) => {
      await mkdir(join(folder, FILE));
      expect(await save('mine', null)).toEqual(WORDS);
      expect(await save(null, null)).toEqual(WORDS);
      expect((await lstat(join(folder, FILE))).isDirectory()).toBe(true);
    });
  });

  test.each([
    ['more than a page can be given', new Uint8Array(8_000_001).fill(0x61)],
    ['no UTF-8 text', new Uint8Array([0xc3, 0x28])],
    ['binary', new Uint8Array([0x61, 0, 0x61])],
  ])('is neither written over nor handed out when it is %s', async (_, content) => {
    await besideOrder({ [FILE]: content }, async (folder, save) => {
      const lossy = new TextDecoder('utf-8', { ignoreBOM: true }).decode(content);
      for (const before of [null, lossy]) expect((await save('mine', before)).kind).toBe('unusable');
      expect(Buffer.compare(await readFile(join(folder, FILE)), content)).toBe(0);
    });
  });
});

describe('a scenario that another program', () => {
  test('changed is not written over and not removed, and its text is told', async () => {
    await besideOrder({ [FILE]: 'theirs' }, async (folder, save) => {
      for (const before of [null, 'what I read', '']) {
        expect(await save('mine', before)).toEqual({ kind: 'changed', text: 'theirs' });
        expect(await save(null, before)).toEqual({ kind: 'changed', text: 'theirs' });
      }
      expect(await readFile(join(folder, FILE), 'utf8')).toBe('theirs');
      expect(await save('mine', 'theirs')).toEqual({ kind: 'saved' });
      expect(await readFile(join(folder, FILE), 'utf8')).toBe('mine');
    });
  });

  test('emptied is changed, not gone', async () => {
    await besideOrder({ [FILE]: '' }, async (folder, save) => {
      expect(await save('mine', null)).toEqual({ kind: 'changed', text: '' });
      expect(await save('mine', '')).toEqual({ kind: 'saved' });
      expect(await readFile(join(folder, FILE), 'utf8')).toBe('mine');
    });
  });

  test('removed comes back only when that is asked for', async () => {
    await besideOrder({}, async (folder, save) => {
      expect(await save('mine', 'what I read')).toEqual({ kind: 'changed', text: null });
      expect(await readdir(folder)).toEqual(['order.yaml']);
      expect(await save('mine', null)).toEqual({ kind: 'saved' });
      expect(await readFile(join(folder, FILE), 'utf8')).toBe('mine');
    });
  });

  test('already made what was wanted is no conflict', async () => {
    await besideOrder({ [FILE]: 'same' }, async (folder, save) => {
      expect(await save('same', 'what I read')).toEqual({ kind: 'saved' });
      await rm(join(folder, FILE));
      expect(await save(null, 'what I read')).toEqual({ kind: 'saved' });
      expect(await readdir(folder)).toEqual(['order.yaml']);
    });
  });
});

describe('saving a scenario', () => {
  test('keeps every character, so that what is read next is what was written', async () => {
    await besideOrder({}, async (folder, save) => {
      const text = '\uFEFFname: ü 🌧\r\n\tend without a line break';
      expect(await save(text, null)).toEqual({ kind: 'saved' });
      const [read] = await scenariosBeside(join(folder, 'order.yaml'));
      expect(read?.text).toBe(text);
      expect(await save('next', text)).toEqual({ kind: 'saved' });
    });
  });

  test('puts a whole file in the place of the old one, which its readers keep', async () => {
    await besideOrder({ [FILE]: 'the old text' }, async (folder, save) => {
      const reader = await open(join(folder, FILE));
      try {
        expect(await save('new', 'the old text')).toEqual({ kind: 'saved' });
        expect(await reader.readFile('utf8')).toBe('the old text');
      } finally {
        await reader.close();
      }
      expect(await readFile(join(folder, FILE), 'utf8')).toBe('new');
      expect((await readdir(folder)).toSorted()).toEqual([FILE, 'order.yaml']);
    });
  });

  test('that is empty leaves an empty file', async () => {
    await besideOrder({}, async (folder, save) => {
      expect(await save('', null)).toEqual({ kind: 'saved' });
      expect(await readFile(join(folder, FILE), 'utf8')).toBe('');
    });
  });

  test('with null removes that file and no other', async () => {
    await besideOrder({ [FILE]: 'mine', 'order.scenario.yaml': 'mine' }, async (folder, save) => {
      expect(await save(null, 'mine')).toEqual({ kind: 'saved' });
      expect((await readdir(folder)).toSorted()).toEqual(['order.scenario.yaml', 'order.yaml']);
    });
  });

  test('counts bytes, not characters, and takes 2 MB but not one more', async () => {
    await besideOrder({ [FILE]: 'old' }, async (folder, save) => {
      const most = 'ä'.repeat(LARGEST_SCENARIO_BYTES / 2);
      expect(await save(`${most}a`, 'old')).toMatchObject({
        kind: 'unusable',
        message: 'A scenario of more than 2 MB is not kept.',
      });
      expect(await readFile(join(folder, FILE), 'utf8')).toBe('old');
      expect(await save(most, 'old')).toEqual({ kind: 'saved' });
      expect((await lstat(join(folder, FILE))).size).toBe(2_000_000);
    });
  });

  test('says in words why it cannot write, and leaves nothing behind', async () => {
    await besideOrder({}, async (folder, save) => {
      expect(await saveOf(join(folder, 'no/order.yaml'))('x', null)).toMatchObject({
        message: 'The folder of the file does not exist.',
      });
      expect(await saveOf(join(folder, 'order.yaml/order.yaml'))('x', null)).toMatchObject({
        kind: 'unusable',
      });
      expect(await save('x', null, `order.${'x'.repeat(300)}.scenario.yaml`)).toEqual(WORDS);
      expect(await readdir(folder)).toEqual(['order.yaml']);
    });
  });
});

describe('a granted template', () => {
  test('that is a link has its scenarios beside the link, by whatever path it is asked for', async () => {
    await inFolder({}, async (folder) => {
      await mkdir(join(folder, 'real'));
      await writeFile(join(folder, 'real/a.yaml'), 'a');
      const link = join(folder, 'order.yaml');
      await symlink('real/a.yaml', link);
      const files = await GrantedFiles.of([link]);
      const change = { text: 'name: x', before: null };
      expect(await files.saveScenario(link, { ...change, file: FILE })).toEqual({ kind: 'saved' });
      expect(await files.saveScenario(link, { ...change, file: 'a.scenario.yaml' })).toEqual(WORDS);
      expect(await files.scenarios(link)).toMatchObject([{ file: FILE, text: 'name: x' }]);
      expect((await readdir(folder)).toSorted()).toEqual([FILE, 'order.yaml', 'real']);
      const way = join(folder, 'real/a.yaml');
      expect(await files.saveScenario(way, { file: FILE, text: null, before: 'name: x' })).toEqual({
        kind: 'saved',
      });
      expect((await readdir(folder)).toSorted()).toEqual(['order.yaml', 'real']);
      expect(await readdir(join(folder, 'real'))).toEqual(['a.yaml']);
    });
  });

  test('is the only one whose scenarios are written or removed', async () => {
    await besideOrder({ 'other.yaml': 'b', 'other.scenario.yaml': 'old' }, async (folder) => {
      const files = await GrantedFiles.of([join(folder, 'order.yaml')]);
      for (const path of ['other.yaml', 'order.yaml/../other.yaml', '.', 'new.yaml']) {
        for (const text of ['mine', null]) {
          const change = { file: 'other.scenario.yaml', text, before: 'old' };
          expect(await files.saveScenario(`${folder}/${path}`, change)).toEqual({ kind: 'not_granted' });
        }
      }
      expect(await readFile(join(folder, 'other.scenario.yaml'), 'utf8')).toBe('old');
      expect((await readdir(folder)).length).toBe(3);
    });
  });
});
