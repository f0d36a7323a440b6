import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Window } from 'happy-dom';
import { describe, expect, test } from 'vitest';
import { cli, GOOD_TEMPLATE, inFolder } from './support/fake-io.ts';

const MET = 'name: Good\nexpect: { task: complete }\n';
const UNMET = 'name: "Bad <&> \\u0001"\nexpect: { task: error, outcome: failed }\n';

function run(files: Readonly<Record<string, string>>, args: readonly string[]) {
  return inFolder({ 'order.yaml': GOOD_TEMPLATE, ...files }, (cwd) => cli(['test', ...args], { cwd }));
}

describe('test', () => {
  test('runs every scenario of a folder and says what is not as expected', async () => {
    const files = {
      'order.scenario.yaml': MET,
      'order.bad.scenario.yaml': 'name: Bad\nexpect: { task: error }\n',
      'order.empty.scenario.yaml': 'name: Empty\n',
    };
    const { stdout, code } = await run(files, ['.']);
    expect(stdout).toMatch(/^order\.yaml$/m);
    expect(stdout).toMatch(/✓ Good \(1 of 1 met; completed after/);
    expect(stdout).toMatch(/✗ Bad \(0 of 1 met/);
    expect(stdout).toContain('the task is complete, expected was error.');
    expect(stdout).toMatch(/– Empty \(expects nothing: it only ran/);
    expect(stdout).toMatch(/1 scenario is as expected, 1 is not, 1 expects nothing/);
    expect(code).toBe(1);
  });

  test('takes a template for all scenarios beside it, and a scenario for itself', async () => {
    const files = { 'order.scenario.yaml': MET, 'order.other.scenario.yaml': MET };
    expect((await run(files, ['order.yaml'])).stdout).toContain('2 scenarios are as expected');
    const one = await run(files, ['order.other.scenario.yaml']);
    expect([one.code, one.stdout.match(/✓/g)?.length]).toEqual([0, 1]);
    expect((await run(files, ['.', '--filter', 'OTHER'])).stdout).toContain('1 scenario is as expected');
  });

  test('goes on after a scenario that is wrong or has no template, with what, where and how to mend it', async () => {
    const files = {
      'order.scenario.yaml': MET,
      'order.wrong.scenario.yaml': 'sead: 1\n',
      'lost.scenario.yaml': MET,
    };
    const { stdout, code } = await run(files, ['.']);
    expect(stdout).toMatch(/order\.wrong\.scenario\.yaml:1: .*sead/);
    expect(stdout).toContain('There is no template beside this scenario.');
    expect(stdout).toContain('1 scenario is as expected, 2 cannot be run');
    expect(code).toBe(2);
  });

  test('says where there is no scenario at all', async () => {
    const { stderr, code } = await run({}, ['.']);
    expect([stderr, code]).toEqual([expect.stringContaining('.: no scenario is there'), 2]);
  });

  test('stops at the first that is not as expected when it is to', async () => {
    const files = { 'order.a.scenario.yaml': UNMET, 'order.b.scenario.yaml': MET };
    const { stdout } = await run(files, ['.', '--bail']);
    expect(stdout).not.toContain('✓');
  });

  test('writes JUnit XML that another program can read, whatever the names hold', async () => {
    await inFolder(
      { 'order.yaml': GOOD_TEMPLATE, 'order.scenario.yaml': MET, 'order.bad.scenario.yaml': UNMET },
      async (cwd) => {
        await cli(['test', '.', '--junit', 'out.xml'], { cwd });
        const xml = await readFile(join(cwd, 'out.xml'), 'utf8');
        const parsed = new new Window().DOMParser().parseFromString(xml, 'application/xml');
        expect(parsed.querySelector('testsuites')?.getAttribute('tests')).toBe('2');
        expect(parsed.querySelector('testsuites')?.getAttribute('failures')).toBe('1');
        const names = [...parsed.querySelectorAll('testcase')].map((each) => each.getAttribute('name'));
        expect(names).toEqual(expect.arrayContaining(['Good', 'Bad <&> \uFFFD']));
        expect(parsed.querySelector('failure')?.textContent).toContain(
          'the task is complete, expected was error.',
        );
      },
    );
  });

  test('says when the report cannot be written', async () => {
    const { stderr, code } = await run({ 'order.scenario.yaml': MET }, [
      '.',
      '--junit',
      'no/such/folder/out.xml',
    ]);
    expect([stderr, code]).toEqual([
      expect.stringContaining('no/such/folder/out.xml: the report cannot be written'),
      2,
    ]);
  });

  test('prints the results for programs', async () => {
    const { stdout } = await run({ 'order.scenario.yaml': MET }, ['.', '--json']);
    const [only] = JSON.parse(stdout) as readonly {
      title: string;
      answer: { report: { outcome: string } };
    }[];
    expect([only?.title, only?.answer.report.outcome]).toEqual(['Good', 'completed']);
  });

  test('runs again when a file changes, until it is cancelled', { timeout: 60_000 }, async () => {
    await inFolder({ 'order.yaml': GOOD_TEMPLATE, 'order.scenario.yaml': MET }, async (cwd) => {
      const controller = new AbortController();
      const change = async (): Promise<void> => {
        await new Promise((resolve) => setTimeout(resolve, 2_500));
        await writeFile(join(cwd, 'order.scenario.yaml'), 'name: Good\nexpect: { task: error }\n');
        await new Promise((resolve) => setTimeout(resolve, 2_500));
        controller.abort(new Error('cancelled'));
      };
      const [{ stdout }] = await Promise.all([
        cli(['test', '.', '--watch'], { cwd, signal: controller.signal }),
        change(),
      ]);
      expect(stdout).toContain('order.scenario.yaml changed.');
      expect(stdout).toContain('the task is complete, expected was error.');
    });
  });
});
