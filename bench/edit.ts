/**
 * A visual edit becomes a text: on a template of 5,000 lines whose reading is at hand, as it is in the window, the time
 * from an edit to its changes and the new text. Each edit is the first on its reading, since the text after it is another
 * one; what can be prepared before somebody edits is. The first rounds pay for compiled code and do not count.
 */
import { editTemplate, prepareEdits } from '../src-engine/template/edit/edit-template.ts';
import { readEditable } from '../src-engine/template/edit/editable-text.ts';
import type { TemplateEdit } from '../src-engine/template/edit/template-edit.ts';
import { median, report } from './support/measure.ts';

const STEPS = 550;
const ROUNDS = 25;
const WARM_UP = 5;

/** Steps of nine lines; every one of them waits for the first, and for the one before. */
function largeTemplate(): string {
  const steps = Array.from({ length: STEPS }, (_, index) => [
    `  # step ${index}`,
    `  - name: step_${index}`,
    `    handler_class: "Shop::Step${index}Handler" # handler`,
    ...(index === 0
      ? []
      : ['    depends_on_steps:', '      - step_0', ...(index > 1 ? [`      - step_${index - 1}`] : [])]),
    '    default_retry_limit: 5',
    '    handler_config:',
    `      url: http://service/${index}`,
    '',
  ]);
  const head = ['name: large', 'task_handler_class: Large', 'version: 1.0.0', 'step_templates:'];
  const tail = [
    'environments:',
    '  production:',
    '    step_templates:',
    '      - name: step_7',
    '        default_retry_limit: 9',
  ];
  return [...head, ...steps.flat(), ...tail, ''].join('\n');
}

const EDITS: Readonly<Record<string, (round: number) => TemplateEdit>> = {
  connect: (round) => ({ kind: 'connect', from: `step_${100 + round}`, to: `step_${300 + round}` }),
  'rename of a step all others wait for': (round) => ({
    kind: 'rename-step',
    step: 'step_0',
    name: `first_${round}`,
  }),
  'set-value': (round) => ({
    kind: 'set-value',
    path: ['step_templates', 200 + round, 'handler_config', 'timeout'],
    value: round,
  }),
  'add-step': (round) => ({
    kind: 'add-step',
    step: { name: 'new', handlerClass: 'New' },
    dependsOn: [`step_${round}`],
    children: [`step_${400 + round}`],
  }),
  'delete-steps': (round) => ({ kind: 'delete-steps', steps: [`step_${200 + round}`], dependents: 'bridge' }),
  'duplicate-steps': (round) => ({
    kind: 'duplicate-steps',
    steps: [`step_${200 + round}`, `step_${201 + round}`],
  }),
};

const text = largeTemplate();
const readStart = performance.now();
readEditable(text);
report(
  `ms to read ${text.split('\n').length} lines, which an edit does not do`,
  performance.now() - readStart,
);
for (const [name, edit] of Object.entries(EDITS)) {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const asked = edit(round);
    const reading = readEditable(text);
    prepareEdits(reading);
    globalThis.gc?.();
    const start = performance.now();
    const result = editTemplate(text, asked, reading);
    const time = performance.now() - start;
    if (result.kind === 'refused') throw new Error(result.message);
    if (round >= WARM_UP) times.push(time);
  }
  const sorted = times.toSorted((a, b) => a - b);
  report(`ms p50 ${name}`, median(times), { atMost: 50 });
  report(`ms p95 ${name}`, sorted[Math.floor(sorted.length * 0.95)] ?? 0, { atMost: 50 });
}
