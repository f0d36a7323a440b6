/** Bad days that everybody knows, as changes of a scenario. Each says in a sentence what it does. */
import type { KeyEdit } from '../../../../src-engine/api/contract/scenario-schemas.ts';
import type { Action, Attempt, Scenario } from '../../../../src-engine/simulate/scenario.ts';
import type { Json } from '../../../../src-engine/template/template.ts';

export interface Preset {
  readonly id: string;
  readonly title: string;
  readonly sentence: string;
  readonly edits: (step: string, scenario: Scenario) => readonly KeyEdit[];
}

const ofStep = (step: string, key: string, value: Json): KeyEdit => ({
  kind: 'set-value',
  path: ['steps', step, key],
  value,
});

/** Absent keys are nothing to JSON. */
const attempts = (...list: readonly Attempt[]): Json => JSON.parse(JSON.stringify(list)) as Json;

function withAction({ actions = [] }: Scenario, action: Action): KeyEdit {
  return {
    kind: 'set-value',
    path: ['actions'],
    value: JSON.parse(JSON.stringify([...actions, action])) as Json,
  };
}

export const PRESETS: readonly Preset[] = [
  {
    id: 'flaky',
    title: 'Flaky network',
    sentence: 'Three of ten attempts fail and may be tried again.',
    edits: (step) => [ofStep(step, 'probabilities', { retryable_error: 0.3 })],
  },
  {
    id: 'limited',
    title: 'Rate limited API',
    sentence: 'The first two attempts are answered with 429 and a wait of 30 seconds.',
    edits: (step) => {
      const limited: Attempt = { outcome: 'http', status: 429, retry_after: '30s' };
      return [ofStep(step, 'attempts', attempts(limited, limited))];
    },
  },
  {
    id: 'outage',
    title: 'Outage',
    sentence: 'From 0 s to 60 s every attempt of the step is answered with 503.',
    edits: (step, { outages = [] }) => [
      {
        kind: 'set-value',
        path: ['outages'],
        value: JSON.parse(JSON.stringify([...outages, { from: '0s', to: '60s', steps: [step] }])) as Json,
      },
    ],
  },
  {
    id: 'poison',
    title: 'Poison message',
    sentence: 'Every attempt fails for good: the input itself is bad.',
    edits: (step) => [
      ofStep(step, 'then', { outcome: 'permanent_error', message: 'The message cannot be processed' }),
    ],
  },
  {
    id: 'slow',
    title: 'Slow dependency',
    sentence: 'Attempts take ten seconds as a rule, and now and then far longer.',
    edits: (step) => [ofStep(step, 'latency', { log_normal: { median: '10s', sigma: 0.8 } })],
  },
  {
    id: 'killed',
    title: 'Worker killed',
    sentence: 'The worker dies in the first attempt.',
    edits: (step) => [ofStep(step, 'attempts', attempts({ outcome: 'crash' }))],
  },
  {
    id: 'paused',
    title: 'Database paused',
    sentence: 'The database answers nobody from 5 s to 35 s, as in a failover.',
    edits: (_step, scenario) => [withAction(scenario, { at: '5s', do: 'pause_database', for: '30s' })],
  },
];
