import { describe, expect, test } from 'vitest';
import { CLI_WORDS } from '../../scripts/support/cli-words.mjs';
import { cli, GOOD_TEMPLATE, inFolder } from './support/fake-io.ts';

describe('help and version', () => {
  test.each([
    ['--help'],
    ['lint', '--help'],
    ['simulate', '--help'],
    ['test', '--help'],
    ['export', '--help'],
    ['examples', '--help'],
    ['inspect', '--help'],
    ['help', 'lint'],
  ])('%s %s prints help with examples to stdout and exits 0', async (...args) => {
    const { code, stdout, stderr } = await cli(args.filter((arg) => typeof arg === 'string'));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Usage: tasker-workbench');
    expect(stdout).toContain('$ tasker-workbench');
  });

  test('--version prints the version alone', async () => {
    const { code, stdout } = await cli(['--version']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

test('npm start hands over every command, and nothing that is none', async () => {
  const { stdout } = await cli(['--help']);
  const [, listed = ''] = stdout.split('Commands:\n');
  const commands = [...listed.matchAll(/^ {2}(\w+)/gm)].map(([, name]) => name);
  expect(CLI_WORDS.filter((word) => !word.startsWith('-'))).toEqual(commands);
});

describe('wrong usage exits 64', () => {
  test.each([
    [[], 'Usage:'],
    [['lnt', 'x.yaml'], 'Did you mean lint?'],
    [['lint'], "missing required argument 'path'"],
    [['lint', 'x.yaml', '--max-warnings', '-1'], 'whole number'],
    [['lint', 'x.yaml', '--fromat', 'json'], 'Did you mean --format?'],
    [['lint', 'x.yaml', '--format', 'xml'], 'Allowed choices are text, json'],
    [['simulate', 'a.yaml', 'b.yaml'], 'too many arguments'],
    [['simulate', 'a.yaml', '--seed', '-1'], 'whole number'],
    [['simulate', 'a.yaml', '--seed', '1.5'], 'whole number'],
    [['simulate', 'a.yaml', '--seed', '4294967296'], 'whole number'],
    [['simulate', 'a.yaml', '--profile', 'rails'], 'Allowed choices are documented, rails-1.0'],
    [['simulate', 'a.yaml', '--json', '--events'], 'cannot be used with'],
    [['examples', '--copy', 'x'], 'Name the example to copy'],
  ])('%j', async (args, message) => {
    const { code, stdout, stderr } = await cli(args);
    expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
    expect(stderr).toContain(message);
  });
});

describe('colours', () => {
  const lint = (fake: object, ...more: readonly string[]) =>
    inFolder({ 'order.yaml': GOOD_TEMPLATE }, (cwd) =>
      cli(['lint', 'order.yaml', ...more], { cwd, ...fake }),
    );

  test('are used on a terminal', async () => {
    expect((await lint({ isTerminal: true })).stdout).toContain('\u001B[');
  });

  test.each([
    ['no terminal', { isTerminal: false }, []],
    ['NO_COLOR', { isTerminal: true, env: { NO_COLOR: '1' } }, []],
    ['a dumb terminal', { isTerminal: true, env: { TERM: 'dumb' } }, []],
    ['--no-color', { isTerminal: true }, ['--no-color']],
  ])('are not used with %s', async (_, fake, more) => {
    expect((await lint(fake, ...more)).stdout).not.toContain('\u001B[');
  });

  test('--no-color may also stand before the command', async () => {
    await inFolder({ 'order.yaml': GOOD_TEMPLATE }, async (cwd) => {
      const { stdout } = await cli(['--no-color', 'lint', 'order.yaml'], { cwd, isTerminal: true });
      expect(stdout).not.toContain('\u001B[');
    });
  });
});
