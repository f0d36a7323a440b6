import { beforeEach, describe, expect, test, vi } from 'vitest';
import type * as engine from '../../src-main/cli/engine.ts';
import { FAILED_REPORT, report } from './support/fixed-report.ts';
import { cli, GOOD_TEMPLATE, inFolder } from './support/fake-io.ts';

// The engine is replaced by an answer: these tests are about what stands around it.
const runSimulation = vi.hoisted(() => vi.fn<typeof engine.runSimulation>());
vi.mock('../../src-main/cli/engine.ts', async (original) => ({
  ...(await original<typeof engine>()),
  runSimulation,
}));

const EVENT = { seq: 1, at: '2030-01-01T00:00:00.000Z', name: 'step.failed', payload: { task_id: 1 } };

beforeEach(() => {
  runSimulation.mockReset();
  runSimulation.mockImplementation(async ({ onEvents }) => {
    onEvents?.([EVENT]);
    return { report: FAILED_REPORT, events: [EVENT] };
  });
});

function simulate(files: Readonly<Record<string, string>>, args: readonly string[], fake: object = {}) {
  return inFolder({ 'order.yaml': GOOD_TEMPLATE, ...files }, (cwd) =>
    cli(['simulate', 'order.yaml', ...args], { cwd, ...fake }),
  );
}

const options = () => runSimulation.mock.calls[0]?.[0];

describe('what is simulated', () => {
  test('without a scenario every step succeeds, and the output says so', async () => {
    const { stdout } = await simulate({}, []);
    expect(options()).toMatchObject({ text: GOOD_TEMPLATE, scenario: undefined });
    expect(stdout).toContain('none: every step succeeds');
    expect(stdout).toContain('a sample made from the schema');
  });

  test('the scenario beside the template is taken, and the output says so', async () => {
    const { stdout } = await simulate(
      { 'order.scenario.yaml': 'name: Good\ncontext: { order_id: 1 }\n' },
      [],
    );
    expect(options()?.scenario).toEqual({
      name: 'order.scenario.yaml',
      text: 'name: Good\ncontext: { order_id: 1 }\n',
    });
    expect(stdout).toContain('(order.scenario.yaml, found beside the template)');
    expect(stdout).not.toContain('a sample made from the schema');
  });

  test('a named scenario wins over the one beside the template; without a name its file names it', async () => {
    const files = { 'order.scenario.yaml': 'seed: 1\n', 'other.scenario.yaml': 'seed: 2\n' };
    await simulate(files, ['--scenario', 'other.scenario.yaml']);
    expect(options()?.scenario).toEqual({ text: 'seed: 2\n', name: 'other.scenario.yaml' });
  });

  test('seed and profile of the command line are handed over', async () => {
    await simulate({}, ['--seed', '0', '--profile', 'rails-1.0']);
    expect(options()).toMatchObject({ seed: 0, profile: 'rails-1.0' });
  });

  test('the environment of the scenario is left to the engine, unless the command line names another', async () => {
    const environments = 'environments:\n  a: { version: "1.0.1" }\n  b: { version: "1.0.2" }\n';
    const files = { 'order.yaml': GOOD_TEMPLATE + environments, 'order.scenario.yaml': 'environment: a\n' };
    await simulate(files, []);
    expect(options()).toMatchObject({ environment: undefined, scenario: { text: 'environment: a\n' } });
    runSimulation.mockClear();
    await simulate(files, ['--environment', 'b']);
    expect(options()?.environment).toBe('b');
  });
});

describe('what is printed', () => {
  test('header, table, timeline and verdict, and 1 for a run that did not complete', async () => {
    const { code, stdout, stderr } = await simulate({}, []);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(/Template[^]*Step +State[^]*× failed attempt[^]*✗ Failed after/);
  });

  test('0 for a run that completed, and whether the scenario expected it', async () => {
    runSimulation.mockResolvedValue({ report: report(), events: [] });
    const { code, stdout } = await simulate(
      { 'order.scenario.yaml': 'expect: { outcome: completed }\n' },
      [],
    );
    expect(code).toBe(0);
    expect(stdout).toContain('✓ As the scenario expects (1 expectation)');
  });

  test('what the scenario expects is not asked of another engine than its own', async () => {
    const files = { 'order.scenario.yaml': 'expect: { outcome: completed }\n' };
    expect((await simulate(files, ['--profile', 'rails-1.0'])).stdout).not.toContain('expectation');
    expect((await simulate(files, ['--profile', 'documented'])).stdout).toContain(
      '1 of 1 expectation not met',
    );
  });

  test('--json prints the report and nothing else', async () => {
    const { code, stdout } = await simulate({}, ['--json']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(FAILED_REPORT)));
  });

  test('--events prints a JSON line for each event and nothing else', async () => {
    const { code, stdout } = await simulate({}, ['--events']);
    expect(code).toBe(1);
    expect(stdout).toBe(`${JSON.stringify(EVENT)}\n`);
  });

  test.each([60, 100, 140])('lines fit into a terminal of %i columns', async (columns) => {
    const { stdout } = await simulate({}, [], { columns, isTerminal: false });
    const timeline = stdout.split('\n').filter((line) => line.includes('╎'));
    expect(timeline.length).toBeGreaterThan(0);
    expect(Math.max(...timeline.map((line) => line.length))).toBeLessThanOrEqual(columns);
  });
});

describe('what is refused with 2', () => {
  test('a template with errors, printed like lint does', async () => {
    const bad = GOOD_TEMPLATE.replace('depends_on_step: pay', 'depends_on_step: pya');
    const { code, stdout, stderr } = await simulate({ 'order.yaml': bad }, []);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^order\.yaml:15:22 error unknown-dependency/);
    expect(runSimulation).not.toHaveBeenCalled();
  });

  test('a scenario that names a step the template has not', async () => {
    const { code, stderr } = await simulate({ 'order.scenario.yaml': 'steps: { pya: {} }\n' }, []);
    expect(code).toBe(2);
    expect(stderr).toContain(
      "order.scenario.yaml:1:10 error scenario-unknown-step The template has no step 'pya'.",
    );
  });

  test('a template and a scenario that are both wrong, together', async () => {
    const { stderr } = await simulate({ 'order.yaml': 'name: x\n', 'order.scenario.yaml': 'sed: 1\n' }, []);
    expect(stderr).toContain('order.scenario.yaml:1:1 error scenario-unknown-key');
    expect(stderr).toContain('order.yaml:1:1 error missing-key');
    expect(stderr).toContain('in 2 files');
  });

  test.each([
    [['--scenario', 'none.yaml'], 'none.yaml:1:1 error unreadable-file There is no such file.'],
    [['--scenario', '.'], '.:1:1 error unreadable-file This is a folder.'],
  ])('%j', async (args, message) => {
    const { code, stderr } = await simulate({}, args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe('a run that takes its time', () => {
  test('shows its progress on a terminal, and takes it away in the end', async () => {
    let now = 0;
    runSimulation.mockImplementation(async ({ onProgress }) => {
      for (const events of [10, 20, 30]) {
        now += 400;
        onProgress?.({ events, virtualMs: events * 1_000 });
      }
      return { report: report(), events: [] };
    });
    const { stderr } = await simulate({}, [], { isTerminal: true, clock: () => now });
    expect(stderr.split('\r\u001B[K')).toEqual([
      '',
      'Simulating: 20 events, 20.0 s of virtual time',
      'Simulating: 30 events, 30.0 s of virtual time',
      '',
    ]);
  });

  test('is cancelled by Ctrl-C with 130', async () => {
    const controller = new AbortController();
    runSimulation.mockImplementation(async ({ signal }) => {
      controller.abort();
      signal?.throwIfAborted();
      return { report: report(), events: [] };
    });
    const { code, stdout, stderr } = await simulate({}, [], { signal: controller.signal });
    expect({ code, stdout, stderr }).toEqual({ code: 130, stdout: '', stderr: 'Cancelled.\n' });
  });

  test('an unexpected failure is told with 70', async () => {
    runSimulation.mockRejectedValue(new Error('the disk is full'));
    const { code, stderr } = await simulate({}, []);
    expect(code).toBe(70);
    expect(stderr).toContain('the disk is full');
  });
});
