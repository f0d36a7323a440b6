/** Templates large enough to measure with, always the same. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const WIDTH = 25;

/** Layers of 25 steps; each step but the first layer's waits for one or two of the layer above. */
export function bigTemplate(steps: number): string {
  const head = [
    `name: big_${steps}`,
    'namespace_name: bench',
    'version: "1.0.0"',
    'task_handler_class: BigHandler',
    'default_dependent_system: bench',
    'step_templates:',
  ];
  const body = Array.from({ length: steps }, (_, index) => stepText(index));
  return `${[...head, ...body].join('\n')}\n`;
}

function stepText(index: number): string {
  const layer = Math.floor(index / WIDTH);
  const place = index % WIDTH;
  const lines = [
    `  - name: step_${layer}_${place}`,
    `    description: Step ${place} of layer ${layer}`,
    `    handler_class: Step${layer}x${place}Handler`,
    '    default_retryable: true',
    '    default_retry_limit: 3',
  ];
  if (layer === 0) return lines.join('\n');
  const parents = index % 2 === 0 ? [place] : [place, (place + 1) % WIDTH];
  const names = parents.map((parent) => `step_${layer - 1}_${parent}`);
  return [...lines, `    depends_on_steps: [${names.join(', ')}]`].join('\n');
}

export interface BigFiles {
  readonly template: string;
}

/** A folder with the template and a scenario in which every step fails twice: many events. */
export function writeBigFiles(steps: number): BigFiles {
  const folder = mkdtempSync(join(tmpdir(), 'workbench-bench-'));
  const template = join(folder, 'big.yaml');
  writeFileSync(template, bigTemplate(steps));
  const outcomes =
    '[{ outcome: retryable_error, message: down }, { outcome: retryable_error, message: down }]';
  const faults = Array.from({ length: steps }, (_, index) => {
    const name = `step_${Math.floor(index / WIDTH)}_${index % WIDTH}`;
    return `  ${name}: { attempts: ${outcomes} }`;
  });
  const scenario = ['name: every step fails twice', 'seed: 1', 'steps:', ...faults].join('\n');
  writeFileSync(join(folder, 'big.scenario.yaml'), `${scenario}\n`);
  return { template };
}
