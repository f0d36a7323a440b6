import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createEngine } from '../../src-engine/api/engine.ts';
import { inProcessClient } from '../../src-engine/api/hosts/in-process.ts';
import { templateView } from '../../src-engine/api/views/template-view.ts';
import { examplesIn } from '../../src-main/engine/host-parts.ts';
import { GrantedFiles } from '../../src-main/files/granted-files.ts';
import { EXAMPLES } from '../examples/example-files.ts';
import { inFolder } from '../files/support.ts';
import { errorOf } from './support/errors.ts';
import { hostWith, TEMPLATE } from './support/engine.ts';

// None of these has a database, and none of them needs one.
const client = inProcessClient(createEngine(hostWith({ examples: examplesIn([EXAMPLES]) })));

async function clientFor(path: string) {
  return inProcessClient(createEngine(hostWith({ files: await GrantedFiles.of([path]) })));
}

describe('texts', () => {
  test('are parsed without a database', async () => {
    expect(await client.templates.parse({ text: TEMPLATE })).toEqual(templateView(TEMPLATE));
    expect((await client.templates.parse({ text: 'a: [' })).isBroken).toBe(true);
  });

  test('are changed and parsed at once', async () => {
    const changes = [{ offset: TEMPLATE.indexOf('pack'), length: 4, text: 'wrap' }];
    const { text, view } = await client.templates.edit({ text: TEMPLATE, changes });
    expect(text).toContain('name: wrap');
    expect(view).toEqual(templateView(text));
  });

  test('are left alone when a change does not fit', async () => {
    const changes = [{ offset: 1_000, length: 1, text: '' }];
    expect(await errorOf(client.templates.edit({ text: TEMPLATE, changes }))).toMatchObject({
      code: 'BAD_CHANGE',
    });
  });

  test('that are too long are refused unread', async () => {
    const text = 'x'.repeat(8_000_001);
    await expect(client.templates.parse({ text })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });
});

describe('files', () => {
  test('are opened, saved and looked after', async () => {
    await inFolder({ 'a.yaml': TEMPLATE, 'a.x.scenario.yaml': 'name: X' }, async (folder) => {
      const path = join(folder, 'a.yaml');
      const files = (await clientFor(path)).templates;
      const { text, version } = await files.open({ path });
      expect(text).toBe(TEMPLATE);
      expect(await files.version({ path })).toEqual({ version });
      expect(await files.scenarios({ path })).toMatchObject([{ file: 'a.x.scenario.yaml', title: 'X' }]);
      const saved = await files.save({ path, text: 'name: b', version });
      expect(await readFile(path, 'utf8')).toBe('name: b');
      expect(await files.version({ path })).toEqual(saved);
    });
  });

  test('that were changed by another program are not overwritten', async () => {
    await inFolder({ 'a.yaml': 'mine' }, async (folder) => {
      const path = join(folder, 'a.yaml');
      const files = (await clientFor(path)).templates;
      const { version } = await files.open({ path });
      await writeFile(path, 'theirs');
      const now = await files.version({ path });
      expect(await errorOf(files.save({ path, text: 'x', version }))).toMatchObject({
        code: 'FILE_CHANGED',
        data: { text: 'theirs', version: now.version },
      });
      expect(await readFile(path, 'utf8')).toBe('theirs');
      await files.save({ path, text: 'x', version: null });
      expect(await readFile(path, 'utf8')).toBe('x');
    });
  });

  test('that were not granted stay shut', async () => {
    const path = join(EXAMPLES, '01-ecommerce-checkout', 'process_order.yaml');
    const { templates } = client;
    for (const call of [
      templates.open({ path }),
      templates.version({ path }),
      templates.scenarios({ path }),
      templates.save({ path, text: '', version: null }),
    ]) {
      expect(await errorOf(call)).toMatchObject({ code: 'NOT_GRANTED' });
    }
  });

  test('that cannot be read say why and how to mend it', async () => {
    await inFolder({}, async (folder) => {
      const path = join(folder, 'gone.yaml');
      const { templates } = await clientFor(path);
      expect(await errorOf(templates.open({ path }))).toEqual({
        code: 'FILE_UNUSABLE',
        message: 'There is no such file.',
        data: { hint: 'Check the path.' },
      });
    });
  });
});

describe('examples', () => {
  test('are listed, and each can be opened', async () => {
    const all = await client.examples.list();
    expect(all.map(({ name }) => name)).toContain('01-ecommerce-checkout');
    const [first] = all;
    const file = first?.templates[0]?.file ?? '';
    const opened = await client.examples.open({ example: first?.name ?? '', file });
    expect((await client.templates.parse({ text: opened.text })).isValid).toBe(true);
    expect(opened.scenarios.length).toBeGreaterThan(0);
  });

  test('that do not exist say so', async () => {
    const open = client.examples.open({ example: '..', file: 'package.json' });
    expect(await errorOf(open)).toMatchObject({ code: 'NO_SUCH_EXAMPLE' });
  });

  test('are none where they are not installed', async () => {
    const bare = inProcessClient(createEngine(hostWith({ examples: examplesIn(['/nowhere']) })));
    expect(await bare.examples.list()).toEqual([]);
  });
});
