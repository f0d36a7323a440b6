import { describe, expect, test } from 'vitest';
import { cli, GOOD_TEMPLATE, inFolder } from './support/fake-io.ts';

const TEXT = `${GOOD_TEMPLATE.replace('depends_on_step: pay', 'depends_on_step: payy')}    default_retry_limit: "5"\n    skippable: true\n`;

describe('lint as SARIF', () => {
  const sarif = async (files: Readonly<Record<string, string>>, ...args: readonly string[]) =>
    inFolder(files, async (cwd) => {
      const { stdout } = await cli(['lint', '--format', 'sarif', ...args], { cwd });
      return JSON.parse(stdout) as Log;
    });

  test('names the tool, its rules with their pages, and what was looked at', async () => {
    const { version, runs } = await sarif({ 'a b.yaml': TEXT }, 'a b.yaml');
    expect(version).toBe('2.1.0');
    expect(runs).toHaveLength(1);
    expect(runs[0]?.tool.driver).toMatchObject({
      name: 'tasker-workbench',
      version: expect.stringMatching(/^\d/),
    });
    expect(runs[0]?.tool.driver.rules.find(({ id }) => id === 'unknown-dependency')).toEqual({
      id: 'unknown-dependency',
      shortDescription: { text: expect.any(String) },
      fullDescription: { text: expect.any(String) },
      help: { text: expect.any(String) },
      helpUri: 'docs/rules/unknown-dependency.md',
      defaultConfiguration: { level: 'error', enabled: true },
    });
    expect(runs[0]?.artifacts).toEqual([{ location: { uri: 'a%20b.yaml', uriBaseId: 'ROOT' } }]);
  });

  test('each result refers to its rule and has a region and fixes', async () => {
    const { runs } = await sarif({ 'order.yaml': TEXT }, 'order.yaml');
    const results = runs[0]?.results ?? [];
    const rules = runs[0]?.tool.driver.rules ?? [];
    expect(results.map(({ ruleId, level }) => `${level} ${ruleId}`)).toEqual([
      'error unknown-dependency',
      'error wrong-type',
      'note skippable-without-effect',
    ]);
    for (const { ruleId, ruleIndex } of results) expect(rules[ruleIndex]?.id).toBe(ruleId);
    expect(results[0]?.locations[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'order.yaml', uriBaseId: 'ROOT', index: 0 },
      region: { startLine: 15, startColumn: 22, charOffset: TEXT.indexOf('payy'), charLength: 4 },
    });
    expect(results[0]?.fixes?.[0]).toEqual({
      description: { text: "Write 'pay'" },
      artifactChanges: [
        {
          artifactLocation: { uri: 'order.yaml', uriBaseId: 'ROOT' },
          replacements: [
            {
              deletedRegion: { charOffset: TEXT.indexOf('payy'), charLength: 4 },
              insertedContent: { text: 'pay' },
            },
          ],
        },
      ],
    });
  });

  test('problems without a rule are told as well', async () => {
    const { runs } = await sarif({}, '/nowhere/none.yaml');
    expect(runs[0]?.tool.driver.rules).toEqual([
      { id: 'unreadable-file', defaultConfiguration: { level: 'error' } },
    ]);
    expect(runs[0]?.artifacts).toEqual([{ location: { uri: 'file:///nowhere/none.yaml' } }]);
  });
});

describe('lint as annotations of a GitHub workflow', () => {
  const github = async (text: string, file = 'order.yaml') =>
    inFolder(
      { [file]: text },
      async (cwd) => (await cli(['lint', '--format', 'github', file], { cwd })).stdout,
    );

  test('one line for each problem, with its place', async () => {
    const lines = (await github(TEXT)).trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(
      /^::error file=order\.yaml,line=15,col=22,endColumn=26,title=unknown-dependency::The step 'ship' depends on 'payy'.*Did you mean 'pay'\?$/,
    );
    expect(lines[2]).toMatch(/^::notice file=/);
  });

  test('nothing in a file can begin a command of its own', async () => {
    const text = GOOD_TEMPLATE.replace('depends_on_step: pay', 'depends_on_step: "100%\\n::error::x"');
    const stdout = await github(text, 'a,b:c.yaml');
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    expect(stdout).toContain('file=a%2Cb%3Ac.yaml,');
    expect(stdout).toContain('100%25');
  });

  test('nothing is written for a good file', async () => {
    expect(await github(GOOD_TEMPLATE)).toBe('');
  });
});

interface Log {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly artifacts: unknown;
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly locations: readonly { readonly physicalLocation: unknown }[];
      readonly fixes?: readonly unknown[];
    }[];
  }[];
}
