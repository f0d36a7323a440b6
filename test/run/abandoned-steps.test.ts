import { expect, test } from 'vitest';
import { useSandbox } from '../support/simulated-run.ts';

const sandbox = useSandbox();

/** A step that outlives its batch, a chain of quick ones beside it, and a child of the slow one. */
const CHAIN = Array.from({ length: 12 }, (_, index) => `quick_${String(index).padStart(2, '0')}`);
const PARENTS: Record<string, readonly string[]> = {
  slow: [],
  ...Object.fromEntries(CHAIN.map((name, index) => [name, index === 0 ? [] : [CHAIN[index - 1] ?? '']])),
  after_slow: ['slow'],
};

test('the child of an abandoned step is found in the first discovery after that step has ended', async () => {
  const { events, report } = await sandbox.run(PARENTS, {
    scenario: { latency: '10s', steps: { slow: { latency: '95s' } } },
  });
  expect(report.outcome).toBe('completed');
  const slowEnds = events.find(
    ({ name, payload }) => name === 'step.completed' && payload['step_name'] === 'slow',
  );
  const next = events.find(
    ({ name, seq }) => name === 'workflow.viable_steps_discovered' && seq > (slowEnds?.seq ?? 0),
  );
  expect(next?.payload['step_names']).toContain('after_slow');
  expect(next?.payload['step_names']).toHaveLength(2);
});
