import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cli, EXAMPLES, inFolder } from './support/fake-io.ts';

describe('examples', () => {
  test('all are listed, each with its scenarios by name', async () => {
    const { code, stdout } = await cli(['examples']);
    expect(code).toBe(0);
    for (const folder of (await readdir(EXAMPLES)).filter((name) => /^\d/.test(name))) {
      expect(stdout).toContain(folder);
    }
    expect(stdout).toMatch(/card-declined +The card is declined/);
    expect(stdout).toMatch(/9 examples, \d\d scenarios/);
  });

  test.each(['01-ecommerce-checkout', 'ecommerce-checkout', '01', '1', 'process_order'])(
    'one is found as %s and shown with its paths and how to run it',
    async (name) => {
      const { code, stdout } = await cli(['examples', name]);
      expect(code).toBe(0);
      expect(stdout).toContain('process_order 1.0.0 in ecommerce');
      expect(stdout).toContain('process_order.card-declined.scenario.yaml');
      expect(stdout).toMatch(/tasker-workbench simulate \S*process_order\.yaml/);
    },
  );

  test('an unknown name is refused with the one that was meant', async () => {
    const { code, stderr } = await cli(['examples', 'data-pipelin']);
    expect(code).toBe(2);
    expect(stderr).toContain("Did you mean 'data-pipeline'?");
  });

  test('missing examples are a clear message', async () => {
    const { code, stderr } = await cli(['examples'], { examplesFolders: ['/nowhere'] });
    expect(code).toBe(2);
    expect(stderr).toContain('The examples are not installed');
  });
});

describe('copying an example', () => {
  test('all its files arrive unchanged', async () => {
    await inFolder({}, async (cwd) => {
      const { code, stdout } = await cli(['examples', '09', '--copy', 'new/place'], { cwd });
      expect(code).toBe(0);
      expect(stdout).toContain('tasker-workbench simulate new/place/user_onboarding.yaml');
      const source = join(EXAMPLES, '09-demo-customer');
      expect(await readdir(join(cwd, 'new/place'))).toEqual(await readdir(source));
      expect(await readFile(join(cwd, 'new/place/user_onboarding.yaml'))).toEqual(
        await readFile(join(source, 'user_onboarding.yaml')),
      );
    });
  });

  test('nothing is overwritten, and then nothing is copied at all', async () => {
    await inFolder({ 'user_onboarding.yaml': 'mine' }, async (cwd) => {
      const { code, stderr } = await cli(['examples', '09', '--copy', '.'], { cwd });
      expect(code).toBe(2);
      expect(stderr).toContain('user_onboarding.yaml would be overwritten');
      expect(await readdir(cwd)).toEqual(['user_onboarding.yaml']);
      expect(await readFile(join(cwd, 'user_onboarding.yaml'), 'utf8')).toBe('mine');
    });
  });

  test('a target that is a file is refused', async () => {
    await inFolder({ here: 'a file' }, async (cwd) => {
      const { code, stderr } = await cli(['examples', '09', '--copy', 'here'], { cwd });
      expect(code).toBe(2);
      expect(stderr).toContain('Cannot copy to here');
    });
  });
});
